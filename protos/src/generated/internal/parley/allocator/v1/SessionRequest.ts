// Original file: parley/allocator/v1/allocator_service.proto

import type { Epoch as _parley_types_v1_Epoch, Epoch__Output as _parley_types_v1_Epoch__Output } from '../../../parley/types/v1/Epoch';
import type { SessionRequestItem as _parley_allocator_v1_SessionRequestItem, SessionRequestItem__Output as _parley_allocator_v1_SessionRequestItem__Output } from '../../../parley/allocator/v1/SessionRequestItem';
import type { Long } from '@grpc/proto-loader';

/**
 * What the master tells.
 */
export interface SessionRequest {
  /**
   * The term of the master.
   */
  'epoch'?: (_parley_types_v1_Epoch | null);
  /**
   * The master's number for this session; the same in every message of the stream.
   */
  'linkNumber'?: (number | string | Long);
  /**
   * 1, 2, 3 … within the session.
   */
  'sequence'?: (number | string | Long);
  /**
   * What is told, in order.
   */
  'items'?: (_parley_allocator_v1_SessionRequestItem)[];
}

/**
 * What the master tells.
 */
export interface SessionRequest__Output {
  /**
   * The term of the master.
   */
  'epoch'?: (_parley_types_v1_Epoch__Output);
  /**
   * The master's number for this session; the same in every message of the stream.
   */
  'linkNumber'?: (number);
  /**
   * 1, 2, 3 … within the session.
   */
  'sequence'?: (number);
  /**
   * What is told, in order.
   */
  'items'?: (_parley_allocator_v1_SessionRequestItem__Output)[];
}
