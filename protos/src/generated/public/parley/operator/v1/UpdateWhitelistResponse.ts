// Original file: parley/operator/v1/operator_agents.proto


/**
 * The list is in effect.
 */
export interface UpdateWhitelistResponse {
}

/**
 * The list is in effect.
 */
export interface UpdateWhitelistResponse__Output {
}
