// Original file: parley/master/v1/agent_link.proto

import type { TaskStatus as _parley_types_v1_TaskStatus, TaskStatus__Output as _parley_types_v1_TaskStatus__Output } from '../../../parley/types/v1/TaskStatus';
import type { TaskState as _parley_types_v1_TaskState, TaskState__Output as _parley_types_v1_TaskState__Output } from '../../../parley/types/v1/TaskState';

/**
 * A status update on its way to its framework.
 */
export interface AgentStatusUpdate {
  /**
   * Never empty.
   */
  'frameworkId'?: (string);
  /**
   * The update.
   */
  'status'?: (_parley_types_v1_TaskStatus | null);
  /**
   * Newest state of the task, which may be later than the update's: resources are freed without waiting for acknowledgements.
   */
  'latestState'?: (_parley_types_v1_TaskState);
}

/**
 * A status update on its way to its framework.
 */
export interface AgentStatusUpdate__Output {
  /**
   * Never empty.
   */
  'frameworkId': (string);
  /**
   * The update.
   */
  'status': (_parley_types_v1_TaskStatus__Output | null);
  /**
   * Newest state of the task, which may be later than the update's: resources are freed without waiting for acknowledgements.
   */
  'latestState': (_parley_types_v1_TaskState__Output);
}
