// Original file: parley/operator/v1/operator_agents.proto


/**
 * Asks to offer an agent again that was deactivated.
 */
export interface ReactivateAgentRequest {
  /**
   * The agent. Empty is refused, and so is an agent that is not deactivated.
   */
  'agentId'?: (string);
}

/**
 * Asks to offer an agent again that was deactivated.
 */
export interface ReactivateAgentRequest__Output {
  /**
   * The agent. Empty is refused, and so is an agent that is not deactivated.
   */
  'agentId'?: (string);
}
