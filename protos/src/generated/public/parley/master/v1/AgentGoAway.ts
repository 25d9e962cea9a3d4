// Original file: parley/master/v1/agent_link.proto


/**
 * The master stops leading on purpose: look for the next leader at once.
 */
export interface AgentGoAway {
}

/**
 * The master stops leading on purpose: look for the next leader at once.
 */
export interface AgentGoAway__Output {
}
