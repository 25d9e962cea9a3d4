// Original file: parley/allocator/v1/allocator_session.proto

import type { Long } from '@grpc/proto-loader';

/**
 * Asks for the table of shares. Answered by one or more `shares`.
 */
export interface GetShares {
  /**
   * To be repeated in the answers; never used again in a session.
   */
  'requestId'?: (number | string | Long);
}

/**
 * Asks for the table of shares. Answered by one or more `shares`.
 */
export interface GetShares__Output {
  /**
   * To be repeated in the answers; never used again in a session.
   */
  'requestId'?: (number);
}
