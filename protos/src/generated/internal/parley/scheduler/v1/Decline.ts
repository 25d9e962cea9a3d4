// Original file: parley/scheduler/v1/scheduler_calls.proto

import type { Filters as _parley_scheduler_v1_Filters, Filters__Output as _parley_scheduler_v1_Filters__Output } from '../../../parley/scheduler/v1/Filters';

/**
 * Gives offers back. Offers that are no longer open are ignored.
 */
export interface Decline {
  /**
   * See `Accept.call_id`.
   */
  'callId'?: (string);
  /**
   * The offers.
   */
  'offerIds'?: (string)[];
  /**
   * For how long their resources are not wanted again. Absent: the default.
   */
  'filters'?: (_parley_scheduler_v1_Filters | null);
}

/**
 * Gives offers back. Offers that are no longer open are ignored.
 */
export interface Decline__Output {
  /**
   * See `Accept.call_id`.
   */
  'callId'?: (string);
  /**
   * The offers.
   */
  'offerIds'?: (string)[];
  /**
   * For how long their resources are not wanted again. Absent: the default.
   */
  'filters'?: (_parley_scheduler_v1_Filters__Output);
}
