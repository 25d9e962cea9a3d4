// Original file: parley/master/v1/agent_link.proto

import type { Long } from '@grpc/proto-loader';

/**
 * A task to end.
 */
export interface KillOrder {
  /**
   * Never empty.
   */
  'frameworkId'?: (string);
  /**
   * Never empty.
   */
  'taskId'?: (string);
  /**
   * This launch alone. Empty: whatever runs under that task id.
   */
  'launchId'?: (string);
  /**
   * Time from the polite signal to the one that cannot be refused, in milliseconds. Absent: as the task's own kill policy says.
   */
  'graceMs'?: (number | string | Long);
  '_graceMs'?: "graceMs";
}

/**
 * A task to end.
 */
export interface KillOrder__Output {
  /**
   * Never empty.
   */
  'frameworkId': (string);
  /**
   * Never empty.
   */
  'taskId': (string);
  /**
   * This launch alone. Empty: whatever runs under that task id.
   */
  'launchId': (string);
  /**
   * Time from the polite signal to the one that cannot be refused, in milliseconds. Absent: as the task's own kill policy says.
   */
  'graceMs'?: (string);
  '_graceMs'?: "graceMs";
}
