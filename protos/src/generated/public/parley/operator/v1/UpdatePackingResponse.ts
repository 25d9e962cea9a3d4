// Original file: parley/operator/v1/operator_roles.proto


/**
 * The choices are in effect.
 */
export interface UpdatePackingResponse {
}

/**
 * The choices are in effect.
 */
export interface UpdatePackingResponse__Output {
}
