// Original file: parley/master/v1/master_service.proto


/**
 * Asks who leads.
 */
export interface LookupLeaderRequest {
}

/**
 * Asks who leads.
 */
export interface LookupLeaderRequest__Output {
}
