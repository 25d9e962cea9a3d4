// Original file: parley/operator/v1/operator_offers.proto


/**
 * Asks who has which share.
 */
export interface GetSharesRequest {
}

/**
 * Asks who has which share.
 */
export interface GetSharesRequest__Output {
}
