// Original file: parley/types/v1/task.proto

/**
 * Where a task is in its life.
 */
export const TaskState = {
  /**
   * Not said; never sent.
   */
  TASK_STATE_UNSPECIFIED: 'TASK_STATE_UNSPECIFIED',
  /**
   * Accepted by the master, not yet known to have reached what runs it.
   */
  TASK_STATE_STAGING: 'TASK_STATE_STAGING',
  /**
   * What runs it has it; the command does not run yet.
   */
  TASK_STATE_STARTING: 'TASK_STATE_STARTING',
  /**
   * The command runs. May be reported again with other data.
   */
  TASK_STATE_RUNNING: 'TASK_STATE_RUNNING',
  /**
   * It is being killed.
   */
  TASK_STATE_KILLING: 'TASK_STATE_KILLING',
  /**
   * Terminal: the command ended with status 0.
   */
  TASK_STATE_FINISHED: 'TASK_STATE_FINISHED',
  /**
   * Terminal: the command ended with another status, or could not be run, or what ran it is gone.
   */
  TASK_STATE_FAILED: 'TASK_STATE_FAILED',
  /**
   * Terminal: it was killed.
   */
  TASK_STATE_KILLED: 'TASK_STATE_KILLED',
  /**
   * Terminal: its description is wrong. Do not launch it again unchanged.
   */
  TASK_STATE_ERROR: 'TASK_STATE_ERROR',
  /**
   * Terminal: it is lost and nothing more exact can be said.
   */
  TASK_STATE_LOST: 'TASK_STATE_LOST',
  /**
   * Terminal: it was never started, so it is safe to launch it again.
   */
  TASK_STATE_DROPPED: 'TASK_STATE_DROPPED',
  /**
   * Its agent cannot be reached. It may still run, and may come back in any other state.
   */
  TASK_STATE_UNREACHABLE: 'TASK_STATE_UNREACHABLE',
  /**
   * Terminal: its agent can be reached and does not run it any more.
   */
  TASK_STATE_GONE: 'TASK_STATE_GONE',
  /**
   * Terminal: an operator declared its agent gone for ever.
   */
  TASK_STATE_GONE_BY_OPERATOR: 'TASK_STATE_GONE_BY_OPERATOR',
  /**
   * The master knows nothing of it. Only in answers to `reconcile`.
   */
  TASK_STATE_UNKNOWN: 'TASK_STATE_UNKNOWN',
} as const;

/**
 * Where a task is in its life.
 */
export type TaskState =
  /**
   * Not said; never sent.
   */
  | 'TASK_STATE_UNSPECIFIED'
  | 0
  /**
   * Accepted by the master, not yet known to have reached what runs it.
   */
  | 'TASK_STATE_STAGING'
  | 1
  /**
   * What runs it has it; the command does not run yet.
   */
  | 'TASK_STATE_STARTING'
  | 2
  /**
   * The command runs. May be reported again with other data.
   */
  | 'TASK_STATE_RUNNING'
  | 3
  /**
   * It is being killed.
   */
  | 'TASK_STATE_KILLING'
  | 4
  /**
   * Terminal: the command ended with status 0.
   */
  | 'TASK_STATE_FINISHED'
  | 5
  /**
   * Terminal: the command ended with another status, or could not be run, or what ran it is gone.
   */
  | 'TASK_STATE_FAILED'
  | 6
  /**
   * Terminal: it was killed.
   */
  | 'TASK_STATE_KILLED'
  | 7
  /**
   * Terminal: its description is wrong. Do not launch it again unchanged.
   */
  | 'TASK_STATE_ERROR'
  | 8
  /**
   * Terminal: it is lost and nothing more exact can be said.
   */
  | 'TASK_STATE_LOST'
  | 9
  /**
   * Terminal: it was never started, so it is safe to launch it again.
   */
  | 'TASK_STATE_DROPPED'
  | 10
  /**
   * Its agent cannot be reached. It may still run, and may come back in any other state.
   */
  | 'TASK_STATE_UNREACHABLE'
  | 11
  /**
   * Terminal: its agent can be reached and does not run it any more.
   */
  | 'TASK_STATE_GONE'
  | 12
  /**
   * Terminal: an operator declared its agent gone for ever.
   */
  | 'TASK_STATE_GONE_BY_OPERATOR'
  | 13
  /**
   * The master knows nothing of it. Only in answers to `reconcile`.
   */
  | 'TASK_STATE_UNKNOWN'
  | 14

/**
 * Where a task is in its life.
 */
export type TaskState__Output = typeof TaskState[keyof typeof TaskState]
