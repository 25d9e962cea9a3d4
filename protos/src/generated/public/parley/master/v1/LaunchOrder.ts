// Original file: parley/master/v1/agent_link.proto

import type { TaskInfo as _parley_types_v1_TaskInfo, TaskInfo__Output as _parley_types_v1_TaskInfo__Output } from '../../../parley/types/v1/TaskInfo';

/**
 * A task to run.
 */
export interface LaunchOrder {
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
  'launchId'?: (string);
  /**
   * What to run.
   */
  'task'?: (_parley_types_v1_TaskInfo | null);
  /**
   * W3C trace context of the launch. Empty when it is not traced.
   */
  'traceparent'?: (string);
}

/**
 * A task to run.
 */
export interface LaunchOrder__Output {
  /**
   * Never empty.
   */
  'frameworkId': (string);
  /**
   * For people.
   */
  'frameworkName': (string);
  /**
   * The role whose resources it uses. Never empty.
   */
  'role': (string);
  /**
   * Never empty.
   */
  'launchId': (string);
  /**
   * What to run.
   */
  'task': (_parley_types_v1_TaskInfo__Output | null);
  /**
   * W3C trace context of the launch. Empty when it is not traced.
   */
  'traceparent': (string);
}
