// Original file: parley/master/v1/gateway_link.proto

import type { Long } from '@grpc/proto-loader';

/**
 * A sign of life.
 */
export interface GatewayPong {
  /**
   * As in the ping.
   */
  'ping'?: (number | string | Long);
}

/**
 * A sign of life.
 */
export interface GatewayPong__Output {
  /**
   * As in the ping.
   */
  'ping'?: (number);
}
