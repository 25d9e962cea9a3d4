import * as fc from 'fast-check';
import { isTerminal, nextTaskState, TASK_STATES } from './task-state';

const SEED = 20_240_823;
const reports = fc.array(fc.constantFrom(...TASK_STATES), { maxLength: 20 });

test('whatever is reported, in whatever order, the first terminal state is the last state', () => {
  const holds = fc.property(reports, (list) => {
    let state = nextTaskState('staging', 'staging');
    for (const reported of list) {
      const next = nextTaskState(state, reported);
      if (isTerminal(state)) expect(next).toBe(state);
      state = next;
    }
  });

  fc.assert(holds, { seed: SEED, numRuns: 1_000 });
});

test('whatever is reported, once more of the same changes nothing', () => {
  const holds = fc.property(fc.constantFrom(...TASK_STATES), fc.constantFrom(...TASK_STATES), (state, reported) => {
    const once = nextTaskState(state, reported);
    expect(nextTaskState(once, reported)).toBe(once);
  });

  fc.assert(holds, { seed: SEED, numRuns: 500 });
});
