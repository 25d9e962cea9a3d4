// Original file: parley/operator/v1/operator_state.proto


/**
 * An agent that is no longer known.
 */
export interface AgentRemoved {
  /**
   * Never empty.
   */
  'agentId'?: (string);
}

/**
 * An agent that is no longer known.
 */
export interface AgentRemoved__Output {
  /**
   * Never empty.
   */
  'agentId': (string);
}
