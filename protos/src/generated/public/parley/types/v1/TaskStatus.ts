// Original file: parley/types/v1/task_status.proto

import type { TaskState as _parley_types_v1_TaskState, TaskState__Output as _parley_types_v1_TaskState__Output } from '../../../parley/types/v1/TaskState';
import type { StatusReason as _parley_types_v1_StatusReason, StatusReason__Output as _parley_types_v1_StatusReason__Output } from '../../../parley/types/v1/StatusReason';
import type { StatusSource as _parley_types_v1_StatusSource, StatusSource__Output as _parley_types_v1_StatusSource__Output } from '../../../parley/types/v1/StatusSource';
import type { Long } from '@grpc/proto-loader';

/**
 * One report about a task.
 */
export interface TaskStatus {
  /**
   * The task, as its framework named it, even where that is no valid id.
   */
  'taskId'?: (string);
  /**
   * The launch this is about. Of two launches with one task id the later one counts. Empty when the launch is not known.
   */
  'launchId'?: (string);
  /**
   * The agent of the task. Empty when it is not known.
   */
  'agentId'?: (string);
  /**
   * Where the task is now.
   */
  'state'?: (_parley_types_v1_TaskState);
  /**
   * Why, beyond the state. Unspecified when there is nothing to add.
   */
  'reason'?: (_parley_types_v1_StatusReason);
  /**
   * Who says so.
   */
  'source'?: (_parley_types_v1_StatusSource);
  /**
   * For people. Empty when there is nothing to say.
   */
  'message'?: (string);
  /**
   * From what runs the task to its framework; at most 16 KiB. Empty when there is nothing.
   */
  'data'?: (Buffer | Uint8Array | string);
  /**
   * Names the report. If it is set the report is repeated until it is acknowledged with this uuid; empty when no acknowledgement
   * is wanted.
   */
  'uuid'?: (string);
  /**
   * When the report was made, in milliseconds since 1970 by the maker's clock. For display only.
   */
  'timestampMs'?: (number | string | Long);
  /**
   * Status of the command, or 128 plus the number of the signal that ended it. Absent unless a command ended.
   */
  'exitCode'?: (number);
  /**
   * W3C trace context of the trace that began with the offer. Empty when it is not traced.
   */
  'traceparent'?: (string);
  '_exitCode'?: "exitCode";
}

/**
 * One report about a task.
 */
export interface TaskStatus__Output {
  /**
   * The task, as its framework named it, even where that is no valid id.
   */
  'taskId': (string);
  /**
   * The launch this is about. Of two launches with one task id the later one counts. Empty when the launch is not known.
   */
  'launchId': (string);
  /**
   * The agent of the task. Empty when it is not known.
   */
  'agentId': (string);
  /**
   * Where the task is now.
   */
  'state': (_parley_types_v1_TaskState__Output);
  /**
   * Why, beyond the state. Unspecified when there is nothing to add.
   */
  'reason': (_parley_types_v1_StatusReason__Output);
  /**
   * Who says so.
   */
  'source': (_parley_types_v1_StatusSource__Output);
  /**
   * For people. Empty when there is nothing to say.
   */
  'message': (string);
  /**
   * From what runs the task to its framework; at most 16 KiB. Empty when there is nothing.
   */
  'data': (Buffer);
  /**
   * Names the report. If it is set the report is repeated until it is acknowledged with this uuid; empty when no acknowledgement
   * is wanted.
   */
  'uuid': (string);
  /**
   * When the report was made, in milliseconds since 1970 by the maker's clock. For display only.
   */
  'timestampMs': (string);
  /**
   * Status of the command, or 128 plus the number of the signal that ended it. Absent unless a command ended.
   */
  'exitCode'?: (number);
  /**
   * W3C trace context of the trace that began with the offer. Empty when it is not traced.
   */
  'traceparent': (string);
  '_exitCode'?: "exitCode";
}
