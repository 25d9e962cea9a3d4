// Original file: parley/master/v1/agent_link.proto

import type { Resource as _parley_types_v1_Resource, Resource__Output as _parley_types_v1_Resource__Output } from '../../../parley/types/v1/Resource';
import type { TaskState as _parley_types_v1_TaskState, TaskState__Output as _parley_types_v1_TaskState__Output } from '../../../parley/types/v1/TaskState';

/**
 * One launch as the agent reports it: enough for a new leader to rebuild the task.
 */
export interface ReportedTask {
  /**
   * Never empty.
   */
  'frameworkId'?: (string);
  /**
   * For people.
   */
  'frameworkName'?: (string);
  /**
   * The role whose resources it uses. Never empty.
   */
  'role'?: (string);
  /**
   * Never empty.
   */
  'taskId'?: (string);
  /**
   * For people. Empty when its framework gave none.
   */
  'taskName'?: (string);
  /**
   * Never empty.
   */
  'launchId'?: (string);
  /**
   * What it holds.
   */
  'resources'?: (_parley_types_v1_Resource)[];
  /**
   * The newest state, whether or not the update about it was acknowledged.
   */
  'state'?: (_parley_types_v1_TaskState);
  /**
   * W3C trace context of the launch. Empty when it is not traced.
   */
  'traceparent'?: (string);
}

/**
 * One launch as the agent reports it: enough for a new leader to rebuild the task.
 */
export interface ReportedTask__Output {
  /**
   * Never empty.
   */
  'frameworkId'?: (string);
  /**
   * For people.
   */
  'frameworkName'?: (string);
  /**
   * The role whose resources it uses. Never empty.
   */
  'role'?: (string);
  /**
   * Never empty.
   */
  'taskId'?: (string);
  /**
   * For people. Empty when its framework gave none.
   */
  'taskName'?: (string);
  /**
   * Never empty.
   */
  'launchId'?: (string);
  /**
   * What it holds.
   */
  'resources'?: (_parley_types_v1_Resource__Output)[];
  /**
   * The newest state, whether or not the update about it was acknowledged.
   */
  'state'?: (_parley_types_v1_TaskState__Output);
  /**
   * W3C trace context of the launch. Empty when it is not traced.
   */
  'traceparent'?: (string);
}
