// Original file: parley/scheduler/v1/scheduler_events.proto

import type { TaskStatus as _parley_types_v1_TaskStatus, TaskStatus__Output as _parley_types_v1_TaskStatus__Output } from '../../../parley/types/v1/TaskStatus';

/**
 * Reports about tasks. Each may arrive more than once; acknowledge those that carry a uuid once you have taken notice, also when
 * you have seen them before or do not know the task.
 */
export interface StatusUpdates {
  /**
   * The reports. Those of one task are in order.
   */
  'statuses'?: (_parley_types_v1_TaskStatus)[];
}

/**
 * Reports about tasks. Each may arrive more than once; acknowledge those that carry a uuid once you have taken notice, also when
 * you have seen them before or do not know the task.
 */
export interface StatusUpdates__Output {
  /**
   * The reports. Those of one task are in order.
   */
  'statuses'?: (_parley_types_v1_TaskStatus__Output)[];
}
