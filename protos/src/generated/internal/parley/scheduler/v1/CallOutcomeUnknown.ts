// Original file: parley/scheduler/v1/scheduler_events.proto


/**
 * Nobody can tell whether the call took effect.
 */
export interface CallOutcomeUnknown {
  /**
   * Why, for people.
   */
  'message'?: (string);
}

/**
 * Nobody can tell whether the call took effect.
 */
export interface CallOutcomeUnknown__Output {
  /**
   * Why, for people.
   */
  'message'?: (string);
}
