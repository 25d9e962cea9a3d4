// Original file: parley/allocator/v1/allocator_session.proto


/**
 * A framework that is no longer there.
 */
export interface FrameworkRemoved {
  /**
   * Never empty.
   */
  'frameworkId'?: (string);
}

/**
 * A framework that is no longer there.
 */
export interface FrameworkRemoved__Output {
  /**
   * Never empty.
   */
  'frameworkId': (string);
}
