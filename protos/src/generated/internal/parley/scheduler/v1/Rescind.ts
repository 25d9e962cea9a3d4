// Original file: parley/scheduler/v1/scheduler_events.proto


/**
 * These offers can no longer be used. Forget them; an `accept` that was on its way is answered with statuses TASK_STATE_DROPPED.
 */
export interface Rescind {
  /**
   * The offers; may name some that the client has already answered.
   */
  'offerIds'?: (string)[];
}

/**
 * These offers can no longer be used. Forget them; an `accept` that was on its way is answered with statuses TASK_STATE_DROPPED.
 */
export interface Rescind__Output {
  /**
   * The offers; may name some that the client has already answered.
   */
  'offerIds'?: (string)[];
}
