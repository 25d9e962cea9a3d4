// Original file: parley/operator/v1/operator_agents.proto


/**
 * The agent is deactivated.
 */
export interface DeactivateAgentResponse {
}

/**
 * The agent is deactivated.
 */
export interface DeactivateAgentResponse__Output {
}
