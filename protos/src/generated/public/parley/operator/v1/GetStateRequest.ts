// Original file: parley/operator/v1/operator_service.proto


/**
 * Asks for the state of the cluster.
 */
export interface GetStateRequest {
}

/**
 * Asks for the state of the cluster.
 */
export interface GetStateRequest__Output {
}
