// Original file: parley/scheduler/v1/scheduler_events.proto


/**
 * Ends the answers to one `reconcile`.
 */
export interface ReconcileEnd {
  /**
   * As in the call. Empty: the reconciliation that a new leader does unasked.
   */
  'callId'?: (string);
  /**
   * Tasks of the call that cannot be answered yet. They will be, unasked, as soon as their agents are known. Empty when all were
   * answered, and in the reconciliation of a new leader, which does not know what it was not told yet.
   */
  'pendingTaskIds'?: (string)[];
}

/**
 * Ends the answers to one `reconcile`.
 */
export interface ReconcileEnd__Output {
  /**
   * As in the call. Empty: the reconciliation that a new leader does unasked.
   */
  'callId'?: (string);
  /**
   * Tasks of the call that cannot be answered yet. They will be, unasked, as soon as their agents are known. Empty when all were
   * answered, and in the reconciliation of a new leader, which does not know what it was not told yet.
   */
  'pendingTaskIds'?: (string)[];
}
