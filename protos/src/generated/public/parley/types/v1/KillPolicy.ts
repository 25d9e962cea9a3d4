// Original file: parley/types/v1/task.proto

import type { Long } from '@grpc/proto-loader';

/**
 * How a task is ended when it has to be.
 */
export interface KillPolicy {
  /**
   * Time from the polite signal (SIGTERM) to the one that cannot be refused (SIGKILL), in milliseconds, 0 or more.
   */
  'graceMs'?: (number | string | Long);
}

/**
 * How a task is ended when it has to be.
 */
export interface KillPolicy__Output {
  /**
   * Time from the polite signal (SIGTERM) to the one that cannot be refused (SIGKILL), in milliseconds, 0 or more.
   */
  'graceMs': (string);
}
