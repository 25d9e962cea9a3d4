import type { MonotonicMs } from '@parley/common/kernel';

import { StarvationDetector } from './starvation';

const AFTER_MS = 30_000;
const at = (ms: number) => ms as MonotonicMs;

test('given a role that wants offers, when others are offered things and it is not for the time set, then it begins to starve, once', () => {
  const detector = new StarvationDetector(AFTER_MS);
  expect(detector.check(['quiet', 'busy'], at(0))).toEqual([]);

  detector.offered('busy', at(29_000));

  expect(detector.check(['quiet', 'busy'], at(29_999))).toEqual([]);
  expect(detector.check(['quiet', 'busy'], at(30_000))).toEqual([{ change: 'begun', role: 'quiet', waitedMs: 30_000 }]);
  expect(detector.check(['quiet', 'busy'], at(31_000))).toEqual([]);
  expect(detector.starvingMs('quiet', at(31_000))).toBe(31_000);
  expect(detector.starvingMs('busy', at(31_000))).toBe(0);
  expect(detector.starvingCount).toBe(1);
});

test('given roles that want offers, when nobody is offered anything, then nobody starves: there is nothing to have', () => {
  const detector = new StarvationDetector(AFTER_MS);
  detector.offered('a', at(0));
  detector.check(['a', 'b'], at(0));

  expect(detector.check(['a', 'b'], at(600_000))).toEqual([]);
});

test.each([
  ['it is offered something', (detector: StarvationDetector) => detector.offered('quiet', at(40_500))],
  ['it refuses something', (detector: StarvationDetector) => detector.refused('quiet', 5_000, at(40_500))],
])('given a role that starves, when %s, then it does not any more', (_what, happens) => {
  const detector = new StarvationDetector(AFTER_MS);
  detector.check(['quiet'], at(0));
  detector.offered('busy', at(1));
  detector.check(['quiet'], at(40_000));

  happens(detector);

  expect(detector.check(['quiet'], at(41_000))).toEqual([{ change: 'ended', role: 'quiet', waitedMs: 41_000 }]);
  expect(detector.starvingCount).toBe(0);
});

test('given a role that starves, when it wants no offers any more, then it is forgotten, and waits from the start when it wants again', () => {
  const detector = new StarvationDetector(AFTER_MS);
  detector.check(['quiet'], at(0));
  detector.offered('busy', at(1));
  detector.check(['quiet'], at(30_000));

  expect(detector.check([], at(31_000))).toEqual([{ change: 'ended', role: 'quiet', waitedMs: 31_000 }]);

  detector.offered('busy', at(32_000));
  expect(detector.check(['quiet'], at(33_000))).toEqual([]);
  expect(detector.starvingMs('quiet', at(33_000))).toBe(0);
});

test('given a role that refused for a whole day, when two minutes and the time set have passed, then it starves all the same', () => {
  const detector = new StarvationDetector(AFTER_MS);
  detector.check(['picky'], at(0));
  detector.refused('picky', 86_400_000, at(0));
  detector.offered('busy', at(1));

  expect(detector.check(['picky'], at(149_999))).toEqual([]);
  expect(detector.check(['picky'], at(150_000))).toMatchObject([{ change: 'begun', role: 'picky' }]);
});
