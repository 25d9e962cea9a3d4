// Original file: parley/allocator/v1/allocator_session.proto

import type { Long } from '@grpc/proto-loader';

/**
 * So many more proposals may be sent. A session that sends more is closed.
 */
export interface Credits {
  /**
   * To be added to what is left.
   */
  'credits'?: (number | string | Long);
}

/**
 * So many more proposals may be sent. A session that sends more is closed.
 */
export interface Credits__Output {
  /**
   * To be added to what is left.
   */
  'credits'?: (number);
}
