// Original file: parley/operator/v1/operator_agents.proto


/**
 * The agent is offered again.
 */
export interface ReactivateAgentResponse {
}

/**
 * The agent is offered again.
 */
export interface ReactivateAgentResponse__Output {
}
