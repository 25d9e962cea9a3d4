// Original file: parley/master/v1/gateway_link.proto


/**
 * The master stops leading on purpose: look for the next leader at once.
 */
export interface GatewayGoAway {
}

/**
 * The master stops leading on purpose: look for the next leader at once.
 */
export interface GatewayGoAway__Output {
}
