// Original file: parley/master/v1/agent_link.proto


/**
 * A kill is durable on the agent, or there is nothing left to kill.
 */
export interface KillStored {
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
 * A kill is durable on the agent, or there is nothing left to kill.
 */
export interface KillStored__Output {
  /**
   * Never empty.
   */
  'frameworkId': (string);
  /**
   * Never empty.
   */
  'taskId': (string);
}
