// Original file: parley/scheduler/v1/scheduler_calls.proto


/**
 * Asks for offers again, and ends every filter.
 */
export interface Revive {
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
 * Asks for offers again, and ends every filter.
 */
export interface Revive__Output {
  /**
   * See `Accept.call_id`.
   */
  'callId': (string);
  /**
   * For these roles. Empty: for all of the framework.
   */
  'roles': (string)[];
}
