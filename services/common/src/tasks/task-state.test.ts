import { isTerminal, nextTaskState, TASK_STATES } from './task-state';
import type { TaskState } from './task-state';

const TERMINAL: readonly TaskState[] = [
  'finished',
  'failed',
  'killed',
  'error',
  'lost',
  'dropped',
  'gone',
  'gone-by-operator',
];

/** Walks a task through reports and returns where it ends up. */
function lifeOf(...reports: readonly TaskState[]): TaskState {
  return reports.reduce(nextTaskState);
}

test('exactly the ends of a task are terminal', () => {
  expect(TASK_STATES.filter(isTerminal)).toEqual(TERMINAL);
});

test('given a new task, when it starts, runs and finishes, then it is finished', () => {
  expect(lifeOf('staging', 'starting', 'running', 'finished')).toBe('finished');
});

test('given a running task, when an earlier report arrives late, then it goes on running', () => {
  expect(lifeOf('staging', 'running', 'starting')).toBe('running');
  expect(lifeOf('staging', 'running', 'staging')).toBe('running');
});

test('given a kill that began, when the task reports running or finished, then the kill is not taken back', () => {
  expect(lifeOf('running', 'killing', 'running')).toBe('killing');
  expect(lifeOf('running', 'killing', 'finished')).toBe('killing');
  expect(lifeOf('running', 'killing', 'finished', 'killed')).toBe('killed');
});

test.each(['error', 'dropped'] as const)(
  'given a task that started, when %s is reported, then it is not believed',
  (never) => {
    expect(nextTaskState('starting', never)).toBe('starting');
    expect(nextTaskState('running', never)).toBe('running');
    expect(nextTaskState('killing', never)).toBe('killing');
  },
);

test('given a task of an unreachable agent, when the agent is back, then the task is what the agent reports', () => {
  for (const reported of TASK_STATES) expect(nextTaskState('unreachable', reported)).toBe(reported);
});

test('given any task that has not ended, when its agent falls silent, then it is unreachable', () => {
  for (const state of TASK_STATES.filter((each) => !isTerminal(each))) {
    expect(nextTaskState(state, 'unreachable')).toBe('unreachable');
  }
});

test('given any task that has not ended, when an operator gives up its agent, then it is gone by operator', () => {
  for (const state of TASK_STATES.filter((each) => !isTerminal(each))) {
    expect(nextTaskState(state, 'gone-by-operator')).toBe('gone-by-operator');
  }
});
