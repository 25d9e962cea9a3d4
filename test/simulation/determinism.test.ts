import { runSeed } from './run-seed';

test.each([11, 12])('given seed %i, when it is run twice, then both runs are the same event by event', (seed) => {
  const first = runSeed({ seed, minutes: 1 });

  const second = runSeed({ seed, minutes: 1 });

  expect(second.digest).toBe(first.digest);
  expect(second).toEqual(first);
});

test('given two seeds, when they are run, then they are different stories', () => {
  const one = runSeed({ seed: 11, minutes: 0.2 });

  const other = runSeed({ seed: 12, minutes: 0.2 });

  expect(other.digest).not.toBe(one.digest);
});
