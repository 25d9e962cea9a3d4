// Original file: parley/scheduler/v1/scheduler_calls.proto

import type { Operation as _parley_scheduler_v1_Operation, Operation__Output as _parley_scheduler_v1_Operation__Output } from '../../../parley/scheduler/v1/Operation';
import type { Filters as _parley_scheduler_v1_Filters, Filters__Output as _parley_scheduler_v1_Filters__Output } from '../../../parley/scheduler/v1/Filters';

/**
 * Uses offers. Operations are carried out in order, each on what the one before left; what remains of the offers goes back, as if
 * it had been declined with `filters`. Without operations it declines the offers.
 */
export interface Accept {
  /**
   * Chosen by the client, and repeated in the result. A call that repeats one of the last 1,000 ids is answered, not carried out
   * again. Empty: no result is wanted.
   */
  'callId'?: (string);
  /**
   * Offers of one agent and one role, to be used together. Empty, or one twice, is refused.
   */
  'offerIds'?: (string)[];
  /**
   * What to do with them, in order.
   */
  'operations'?: (_parley_scheduler_v1_Operation)[];
  /**
   * For how long the remainder is not wanted again. Absent: the default.
   */
  'filters'?: (_parley_scheduler_v1_Filters | null);
}

/**
 * Uses offers. Operations are carried out in order, each on what the one before left; what remains of the offers goes back, as if
 * it had been declined with `filters`. Without operations it declines the offers.
 */
export interface Accept__Output {
  /**
   * Chosen by the client, and repeated in the result. A call that repeats one of the last 1,000 ids is answered, not carried out
   * again. Empty: no result is wanted.
   */
  'callId': (string);
  /**
   * Offers of one agent and one role, to be used together. Empty, or one twice, is refused.
   */
  'offerIds': (string)[];
  /**
   * What to do with them, in order.
   */
  'operations': (_parley_scheduler_v1_Operation__Output)[];
  /**
   * For how long the remainder is not wanted again. Absent: the default.
   */
  'filters': (_parley_scheduler_v1_Filters__Output | null);
}
