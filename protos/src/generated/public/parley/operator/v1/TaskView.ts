// Original file: parley/operator/v1/operator_state.proto

import type { TaskState as _parley_types_v1_TaskState, TaskState__Output as _parley_types_v1_TaskState__Output } from '../../../parley/types/v1/TaskState';
import type { Resource as _parley_types_v1_Resource, Resource__Output as _parley_types_v1_Resource__Output } from '../../../parley/types/v1/Resource';

/**
 * A task.
 */
export interface TaskView {
  /**
   * Never empty.
   */
  'frameworkId'?: (string);
  /**
   * Never empty.
   */
  'taskId'?: (string);
  /**
   * For people. Empty when its framework gave none.
   */
  'name'?: (string);
  /**
   * Where it runs. Never empty.
   */
  'agentId'?: (string);
  /**
   * The role whose resources it uses.
   */
  'role'?: (string);
  /**
   * The launch that made it.
   */
  'launchId'?: (string);
  /**
   * Where it is in its life.
   */
  'state'?: (_parley_types_v1_TaskState);
  /**
   * What it holds.
   */
  'resources'?: (_parley_types_v1_Resource)[];
}

/**
 * A task.
 */
export interface TaskView__Output {
  /**
   * Never empty.
   */
  'frameworkId': (string);
  /**
   * Never empty.
   */
  'taskId': (string);
  /**
   * For people. Empty when its framework gave none.
   */
  'name': (string);
  /**
   * Where it runs. Never empty.
   */
  'agentId': (string);
  /**
   * The role whose resources it uses.
   */
  'role': (string);
  /**
   * The launch that made it.
   */
  'launchId': (string);
  /**
   * Where it is in its life.
   */
  'state': (_parley_types_v1_TaskState__Output);
  /**
   * What it holds.
   */
  'resources': (_parley_types_v1_Resource__Output)[];
}
