// Original file: parley/operator/v1/operator_service.proto

import type { Long } from '@grpc/proto-loader';

/**
 * Asks to end a task.
 */
export interface KillRequest {
  /**
   * The framework of the task. Empty is refused.
   */
  'frameworkId'?: (string);
  /**
   * The task. Empty is refused.
   */
  'taskId'?: (string);
  /**
   * Time from the polite signal to the one that cannot be refused, in milliseconds. Absent: as the task's own kill policy says.
   */
  'graceMs'?: (number | string | Long);
  '_graceMs'?: "graceMs";
}

/**
 * Asks to end a task.
 */
export interface KillRequest__Output {
  /**
   * The framework of the task. Empty is refused.
   */
  'frameworkId'?: (string);
  /**
   * The task. Empty is refused.
   */
  'taskId'?: (string);
  /**
   * Time from the polite signal to the one that cannot be refused, in milliseconds. Absent: as the task's own kill policy says.
   */
  'graceMs'?: (number);
  '_graceMs'?: "graceMs";
}
