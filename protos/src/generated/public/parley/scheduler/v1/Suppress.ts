// Original file: parley/scheduler/v1/scheduler_calls.proto


/**
 * Asks for no more offers.
 */
export interface Suppress {
  /**
   * See `Accept.call_id`.
   */
  'callId'?: (string);
  /**
   * For these roles. Empty: for all of the framework.
   */
  'roles'?: (string)[];
}

/**
 * Asks for no more offers.
 */
export interface Suppress__Output {
  /**
   * See `Accept.call_id`.
   */
  'callId': (string);
  /**
   * For these roles. Empty: for all of the framework.
   */
  'roles': (string)[];
}
