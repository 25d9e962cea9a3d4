// Original file: parley/allocator/v1/allocator_session.proto

import type { Long } from '@grpc/proto-loader';

/**
 * Asks for a sign of life.
 */
export interface Ping {
  /**
   * To be repeated in the pong.
   */
  'ping'?: (number | string | Long);
}

/**
 * Asks for a sign of life.
 */
export interface Ping__Output {
  /**
   * To be repeated in the pong.
   */
  'ping': (string);
}
