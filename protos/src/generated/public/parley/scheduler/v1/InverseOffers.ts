// Original file: parley/scheduler/v1/scheduler_events.proto

import type { InverseOffer as _parley_types_v1_InverseOffer, InverseOffer__Output as _parley_types_v1_InverseOffer__Output } from '../../../parley/types/v1/InverseOffer';

/**
 * Agents to leave in time, because they will not be available. Answer each with `accept_inverse_offers` or `decline_inverse_offers`. You
 * may be asked again when your answer has run out, and are in every new session.
 */
export interface InverseOffers {
  /**
   * The inverse offers. Never empty.
   */
  'inverseOffers'?: (_parley_types_v1_InverseOffer)[];
}

/**
 * Agents to leave in time, because they will not be available. Answer each with `accept_inverse_offers` or `decline_inverse_offers`. You
 * may be asked again when your answer has run out, and are in every new session.
 */
export interface InverseOffers__Output {
  /**
   * The inverse offers. Never empty.
   */
  'inverseOffers': (_parley_types_v1_InverseOffer__Output)[];
}
