// Original file: parley/operator/v1/operator_roles.proto


/**
 * The weights are in effect.
 */
export interface UpdateWeightsResponse {
}

/**
 * The weights are in effect.
 */
export interface UpdateWeightsResponse__Output {
}
