// Original file: parley/allocator/v1/allocator_session.proto

import type { Long } from '@grpc/proto-loader';

/**
 * A sign of life.
 */
export interface Pong {
  /**
   * As in the ping.
   */
  'ping'?: (number | string | Long);
}

/**
 * A sign of life.
 */
export interface Pong__Output {
  /**
   * As in the ping.
   */
  'ping': (string);
}
