// Original file: parley/master/v1/gateway_link.proto

import type { Long } from '@grpc/proto-loader';

/**
 * The link is accepted.
 */
export interface GatewayWelcome {
  /**
   * Interval of the master's pings, in milliseconds.
   */
  'pingMs'?: (number | string | Long);
  /**
   * After so many silent intervals each side gives the link up.
   */
  'pingsMissedMax'?: (number | string | Long);
}

/**
 * The link is accepted.
 */
export interface GatewayWelcome__Output {
  /**
   * Interval of the master's pings, in milliseconds.
   */
  'pingMs': (string);
  /**
   * After so many silent intervals each side gives the link up.
   */
  'pingsMissedMax': (string);
}
