import { ManualClock } from '../testing/manual-clock';
import { ByteRate } from './byte-rate';

test('given a peer that may send 10 bytes a second over 5 s, when it sends in bursts and for long, then only what is more on average is too much', () => {
  const clock = new ManualClock();
  const rate = new ByteRate({ bytesPerSecondMax: 10, overSeconds: 5 }, clock);

  expect(rate.exceededBy(50)).toBe(false);
  expect(rate.exceededBy(1)).toBe(true);
  clock.advance(5_000);
  for (let second = 0; second < 20; second += 1) {
    expect(rate.exceededBy(10)).toBe(false);
    clock.advance(1_000);
  }
  expect(rate.exceededBy(11)).toBe(true);
});
