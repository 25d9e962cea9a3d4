// Original file: parley/scheduler/v1/scheduler_calls.proto

import type { TaskInfo as _parley_types_v1_TaskInfo, TaskInfo__Output as _parley_types_v1_TaskInfo__Output } from '../../../parley/types/v1/TaskInfo';

/**
 * Runs tasks. They are judged one by one: an invalid task gets a status TASK_STATE_ERROR, the others are launched.
 */
export interface Launch {
  /**
   * The tasks, in order of preference should the offers not suffice for all.
   */
  'tasks'?: (_parley_types_v1_TaskInfo)[];
}

/**
 * Runs tasks. They are judged one by one: an invalid task gets a status TASK_STATE_ERROR, the others are launched.
 */
export interface Launch__Output {
  /**
   * The tasks, in order of preference should the offers not suffice for all.
   */
  'tasks'?: (_parley_types_v1_TaskInfo__Output)[];
}
