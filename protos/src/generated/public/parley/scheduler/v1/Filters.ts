// Original file: parley/scheduler/v1/scheduler_calls.proto

import type { Long } from '@grpc/proto-loader';

/**
 * For how long resources are not wanted again.
 */
export interface Filters {
  /**
   * In milliseconds; at most 365 days. While it lasts no offer is made of resources that are contained in the refused ones. 0: no
   * filter. Absent: 5 seconds, growing to 120 while refusals repeat.
   */
  'refuseMs'?: (number | string | Long);
  '_refuseMs'?: "refuseMs";
}

/**
 * For how long resources are not wanted again.
 */
export interface Filters__Output {
  /**
   * In milliseconds; at most 365 days. While it lasts no offer is made of resources that are contained in the refused ones. 0: no
   * filter. Absent: 5 seconds, growing to 120 while refusals repeat.
   */
  'refuseMs'?: (string);
  '_refuseMs'?: "refuseMs";
}
