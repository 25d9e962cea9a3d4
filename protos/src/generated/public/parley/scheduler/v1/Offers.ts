// Original file: parley/scheduler/v1/scheduler_events.proto

import type { Offer as _parley_types_v1_Offer, Offer__Output as _parley_types_v1_Offer__Output } from '../../../parley/types/v1/Offer';

/**
 * New offers. Answer each with `accept` or `decline`; what is left unanswered expires and counts as a refusal.
 */
export interface Offers {
  /**
   * The offers. Never empty.
   */
  'offers'?: (_parley_types_v1_Offer)[];
}

/**
 * New offers. Answer each with `accept` or `decline`; what is left unanswered expires and counts as a refusal.
 */
export interface Offers__Output {
  /**
   * The offers. Never empty.
   */
  'offers': (_parley_types_v1_Offer__Output)[];
}
