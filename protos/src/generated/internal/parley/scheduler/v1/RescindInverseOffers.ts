// Original file: parley/scheduler/v1/scheduler_events.proto


/**
 * These agents need not be left any more: the plan has changed, or the framework holds nothing there.
 */
export interface RescindInverseOffers {
  /**
   * The inverse offers; may name some that the client has already answered.
   */
  'inverseOfferIds'?: (string)[];
}

/**
 * These agents need not be left any more: the plan has changed, or the framework holds nothing there.
 */
export interface RescindInverseOffers__Output {
  /**
   * The inverse offers; may name some that the client has already answered.
   */
  'inverseOfferIds'?: (string)[];
}
