// Original file: parley/scheduler/v1/scheduler_events.proto


/**
 * An agent cannot be reached, or is gone. Updates about its tasks come separately.
 */
export interface AgentLost {
  /**
   * The agent. Never empty.
   */
  'agentId'?: (string);
}

/**
 * An agent cannot be reached, or is gone. Updates about its tasks come separately.
 */
export interface AgentLost__Output {
  /**
   * The agent. Never empty.
   */
  'agentId'?: (string);
}
