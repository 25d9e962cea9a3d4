// Original file: parley/scheduler/v1/scheduler_calls.proto

import type { Filters as _parley_scheduler_v1_Filters, Filters__Output as _parley_scheduler_v1_Filters__Output } from '../../../parley/scheduler/v1/Filters';

/**
 * Says that the framework does not mean to leave the agents in time. The operator is told; the maintenance is not stopped by it.
 */
export interface DeclineInverseOffers {
  /**
   * See `Accept.call_id`.
   */
  'callId'?: (string);
  /**
   * The inverse offers; empty is refused. If some of them are gone, the result says so, and the others are answered all the same.
   */
  'inverseOfferIds'?: (string)[];
  /**
   * For how long not to be asked again, 1 second or more. Absent: 5 seconds, growing to 120 as answers repeat.
   */
  'filters'?: (_parley_scheduler_v1_Filters | null);
}

/**
 * Says that the framework does not mean to leave the agents in time. The operator is told; the maintenance is not stopped by it.
 */
export interface DeclineInverseOffers__Output {
  /**
   * See `Accept.call_id`.
   */
  'callId'?: (string);
  /**
   * The inverse offers; empty is refused. If some of them are gone, the result says so, and the others are answered all the same.
   */
  'inverseOfferIds'?: (string)[];
  /**
   * For how long not to be asked again, 1 second or more. Absent: 5 seconds, growing to 120 as answers repeat.
   */
  'filters'?: (_parley_scheduler_v1_Filters__Output);
}
