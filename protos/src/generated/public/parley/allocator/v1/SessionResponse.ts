// Original file: parley/allocator/v1/allocator_service.proto

import type { Epoch as _parley_types_v1_Epoch, Epoch__Output as _parley_types_v1_Epoch__Output } from '../../../parley/types/v1/Epoch';
import type { SessionResponseItem as _parley_allocator_v1_SessionResponseItem, SessionResponseItem__Output as _parley_allocator_v1_SessionResponseItem__Output } from '../../../parley/allocator/v1/SessionResponseItem';
import type { Long } from '@grpc/proto-loader';

/**
 * What the allocator tells.
 */
export interface SessionResponse {
  /**
   * As in the requests of this session.
   */
  'epoch'?: (_parley_types_v1_Epoch | null);
  /**
   * As in the requests of this session.
   */
  'linkNumber'?: (number | string | Long);
  /**
   * 1, 2, 3 … within the session.
   */
  'sequence'?: (number | string | Long);
  /**
   * What is told, in order.
   */
  'items'?: (_parley_allocator_v1_SessionResponseItem)[];
}

/**
 * What the allocator tells.
 */
export interface SessionResponse__Output {
  /**
   * As in the requests of this session.
   */
  'epoch': (_parley_types_v1_Epoch__Output | null);
  /**
   * As in the requests of this session.
   */
  'linkNumber': (string);
  /**
   * 1, 2, 3 … within the session.
   */
  'sequence': (string);
  /**
   * What is told, in order.
   */
  'items': (_parley_allocator_v1_SessionResponseItem__Output)[];
}
