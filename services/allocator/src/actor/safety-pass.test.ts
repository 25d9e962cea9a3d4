import type { MonotonicMs } from '@parley/common/kernel';

import { SafetyPass } from './safety-pass';

const at = (ms: number) => ms as MonotonicMs;

test('given a pass that took much work, when it has ended, then the next begins after twenty times as long', () => {
  const pass = new SafetyPass();
  expect(pass.begin(0, at(0))).toBe(true);

  pass.idle(400_000, at(150));

  expect(pass.begin(400_000, at(2_149))).toBe(false);
  expect(pass.begin(400_000, at(2_150))).toBe(true);
});

test('given a pass that is not over, when the next is due, then it does not begin', () => {
  const pass = new SafetyPass();
  pass.begin(0, at(0));

  expect(pass.begin(50_000, at(1_000))).toBe(false);
});

test('given a pass that found nothing to do, when the next is due, then it begins', () => {
  const pass = new SafetyPass();
  pass.begin(0, at(0));
  pass.idle(10, at(0));

  expect(pass.begin(10, at(1_000))).toBe(true);
});
