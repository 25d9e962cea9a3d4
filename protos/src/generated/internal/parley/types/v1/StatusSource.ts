// Original file: parley/types/v1/task_status.proto

/**
 * Who reports about a task.
 */
export const StatusSource = {
  /**
   * Not said; never sent.
   */
  STATUS_SOURCE_UNSPECIFIED: 0,
  /**
   * The master, from what it knows.
   */
  STATUS_SOURCE_MASTER: 1,
  /**
   * The agent of the task.
   */
  STATUS_SOURCE_AGENT: 2,
  /**
   * What runs the task.
   */
  STATUS_SOURCE_EXECUTOR: 3,
} as const;

/**
 * Who reports about a task.
 */
export type StatusSource =
  /**
   * Not said; never sent.
   */
  | 'STATUS_SOURCE_UNSPECIFIED'
  | 0
  /**
   * The master, from what it knows.
   */
  | 'STATUS_SOURCE_MASTER'
  | 1
  /**
   * The agent of the task.
   */
  | 'STATUS_SOURCE_AGENT'
  | 2
  /**
   * What runs the task.
   */
  | 'STATUS_SOURCE_EXECUTOR'
  | 3

/**
 * Who reports about a task.
 */
export type StatusSource__Output = typeof StatusSource[keyof typeof StatusSource]
