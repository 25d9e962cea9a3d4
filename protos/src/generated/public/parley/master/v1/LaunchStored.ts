// Original file: parley/master/v1/agent_link.proto


/**
 * A launch is durable on the agent: it will report its end whatever happens.
 */
export interface LaunchStored {
  /**
   * Never empty.
   */
  'launchId'?: (string);
}

/**
 * A launch is durable on the agent: it will report its end whatever happens.
 */
export interface LaunchStored__Output {
  /**
   * Never empty.
   */
  'launchId': (string);
}
