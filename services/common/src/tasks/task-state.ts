/** Every task state, in the order of a life: before, during, after, and the states of not knowing. */
export const TASK_STATES = [
  'staging',
  'starting',
  'running',
  'killing',
  'finished',
  'failed',
  'killed',
  'error',
  'lost',
  'dropped',
  'unreachable',
  'gone',
  'gone-by-operator',
  'unknown',
] as const;

/** Where a task is in its life, as every service calls it. The wire keeps the upper-case names of mesos-semantics §2.1. */
export type TaskState = (typeof TASK_STATES)[number];

type Next = readonly TaskState[];

/** Ends that can follow once a task runs; `error` and `dropped` cannot, since they say that it never started. */
const ENDS_AFTER_START = ['finished', 'failed', 'killed', 'gone', 'lost', 'gone-by-operator'] as const;
const ALL_ENDS = [...ENDS_AFTER_START, 'error', 'dropped'] as const;
const NONE: Next = [];

/**
 * What may follow what, as reported states (mesos-semantics §2.1). A state a row does not list leaves the task as it is: late and
 * repeated reports are normal. Terminal states have an empty row.
 *
 *   staging ──→ starting ──→ running ──→ killing ──→ killed, failed, gone, lost, gone-by-operator
 *      │            │           │
 *      └────────────┴───────────┴──→ every end that is true of it
 *
 *   each of these ──→ unreachable ──→ whatever the agent reports when it is back, or gone, gone-by-operator, unknown
 */
const TRANSITIONS = {
  // An agent's newest state may skip what lies between, so a task may be found being killed at once.
  staging: ['starting', 'running', 'killing', 'unreachable', ...ALL_ENDS],
  starting: ['running', 'killing', 'unreachable', ...ENDS_AFTER_START],
  running: ['running', 'killing', 'unreachable', ...ENDS_AFTER_START],
  // A kill that began is never taken back: not running again, and not finished even when the process exits with 0.
  killing: ['killed', 'failed', 'gone', 'lost', 'gone-by-operator', 'unreachable'],
  finished: NONE,
  failed: NONE,
  killed: NONE,
  error: NONE,
  lost: NONE,
  dropped: NONE,
  unreachable: ['staging', 'starting', 'running', 'killing', 'unknown', ...ALL_ENDS],
  gone: NONE,
  'gone-by-operator': NONE,
  unknown: ['staging', 'starting', 'running', 'killing', 'unreachable', ...ALL_ENDS],
} satisfies { readonly [State in TaskState]: Next };

const FOLLOWERS: ReadonlyMap<TaskState, ReadonlySet<TaskState>> = new Map(
  TASK_STATES.map((state): [TaskState, ReadonlySet<TaskState>] => [state, new Set(TRANSITIONS[state])]),
);

/** Whether nothing can follow: the task's resources are free, and its framework is owed this news. */
export function isTerminal(state: TaskState): boolean {
  return TRANSITIONS[state].length === 0;
}

/**
 * The state of a task after a report. A report that cannot follow changes nothing, so the first terminal state wins and a kill is
 * never taken back. What the caller does with such a report (acknowledge it through, count it) is its own matter.
 */
export function nextTaskState(current: TaskState, reported: TaskState): TaskState {
  return FOLLOWERS.get(current)?.has(reported) === true ? reported : current;
}
