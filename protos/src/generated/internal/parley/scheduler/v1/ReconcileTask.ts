// Original file: parley/scheduler/v1/scheduler_calls.proto


/**
 * A task that is asked about.
 */
export interface ReconcileTask {
  /**
   * The task. Empty is refused.
   */
  'taskId'?: (string);
  /**
   * Its agent, if the framework knows it; helps to tell apart what is gone from what is only away. Empty when unknown.
   */
  'agentId'?: (string);
}

/**
 * A task that is asked about.
 */
export interface ReconcileTask__Output {
  /**
   * The task. Empty is refused.
   */
  'taskId'?: (string);
  /**
   * Its agent, if the framework knows it; helps to tell apart what is gone from what is only away. Empty when unknown.
   */
  'agentId'?: (string);
}
