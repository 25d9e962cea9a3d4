// Original file: parley/operator/v1/operator_agents.proto


/**
 * Asks which hosts are offered.
 */
export interface GetWhitelistRequest {
}

/**
 * Asks which hosts are offered.
 */
export interface GetWhitelistRequest__Output {
}
