// Original file: parley/master/v1/gateway_link.proto


/**
 * Who the gateway is.
 */
export interface GatewayHello {
  /**
   * Chosen at random at every start of a gateway. Never empty.
   */
  'gatewayId'?: (string);
}

/**
 * Who the gateway is.
 */
export interface GatewayHello__Output {
  /**
   * Chosen at random at every start of a gateway. Never empty.
   */
  'gatewayId'?: (string);
}
