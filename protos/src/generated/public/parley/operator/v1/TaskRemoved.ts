// Original file: parley/operator/v1/operator_state.proto


/**
 * A task that is no longer known.
 */
export interface TaskRemoved {
  /**
   * Never empty.
   */
  'frameworkId'?: (string);
  /**
   * Never empty.
   */
  'taskId'?: (string);
}

/**
 * A task that is no longer known.
 */
export interface TaskRemoved__Output {
  /**
   * Never empty.
   */
  'frameworkId': (string);
  /**
   * Never empty.
   */
  'taskId': (string);
}
