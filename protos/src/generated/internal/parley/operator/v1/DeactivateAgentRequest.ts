// Original file: parley/operator/v1/operator_agents.proto


/**
 * Asks to offer nothing of an agent any more. Its tasks run on.
 */
export interface DeactivateAgentRequest {
  /**
   * The agent. Empty is refused.
   */
  'agentId'?: (string);
}

/**
 * Asks to offer nothing of an agent any more. Its tasks run on.
 */
export interface DeactivateAgentRequest__Output {
  /**
   * The agent. Empty is refused.
   */
  'agentId'?: (string);
}
