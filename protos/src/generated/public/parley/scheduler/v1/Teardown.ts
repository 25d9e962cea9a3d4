// Original file: parley/scheduler/v1/scheduler_calls.proto


/**
 * Ends the framework for good: its tasks are killed and its id is never accepted again.
 */
export interface Teardown {
  /**
   * See `Accept.call_id`.
   */
  'callId'?: (string);
}

/**
 * Ends the framework for good: its tasks are killed and its id is never accepted again.
 */
export interface Teardown__Output {
  /**
   * See `Accept.call_id`.
   */
  'callId': (string);
}
