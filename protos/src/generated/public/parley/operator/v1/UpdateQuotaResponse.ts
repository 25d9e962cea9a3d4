// Original file: parley/operator/v1/operator_roles.proto


/**
 * The quotas are in effect.
 */
export interface UpdateQuotaResponse {
}

/**
 * The quotas are in effect.
 */
export interface UpdateQuotaResponse__Output {
}
