// Original file: parley/master/v1/agent_link.proto


/**
 * All tasks of a framework are to be ended.
 */
export interface ShutdownFramework {
  /**
   * Never empty.
   */
  'frameworkId'?: (string);
}

/**
 * All tasks of a framework are to be ended.
 */
export interface ShutdownFramework__Output {
  /**
   * Never empty.
   */
  'frameworkId'?: (string);
}
