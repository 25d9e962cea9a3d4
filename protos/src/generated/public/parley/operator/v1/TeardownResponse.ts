// Original file: parley/operator/v1/operator_service.proto


/**
 * The framework is ended.
 */
export interface TeardownResponse {
}

/**
 * The framework is ended.
 */
export interface TeardownResponse__Output {
}
