// Original file: parley/operator/v1/operator_state.proto


/**
 * A framework that is no longer known.
 */
export interface FrameworkRemoved {
  /**
   * Never empty.
   */
  'frameworkId'?: (string);
}

/**
 * A framework that is no longer known.
 */
export interface FrameworkRemoved__Output {
  /**
   * Never empty.
   */
  'frameworkId'?: (string);
}
