// Original file: parley/allocator/v1/allocator_session.proto

import type { MinimumGroup as _parley_allocator_v1_MinimumGroup, MinimumGroup__Output as _parley_allocator_v1_MinimumGroup__Output } from '../../../parley/allocator/v1/MinimumGroup';
import type { Long } from '@grpc/proto-loader';

/**
 * Begins a session: forget everything that was known before.
 */
export interface SessionBegin {
  /**
   * The smallest things worth offering: an offer must contain at least one of these. Empty: anything goes.
   */
  'minAllocatable'?: (_parley_allocator_v1_MinimumGroup)[];
  /**
   * Interval of the master's pings, in milliseconds.
   */
  'pingMs'?: (number | string | Long);
}

/**
 * Begins a session: forget everything that was known before.
 */
export interface SessionBegin__Output {
  /**
   * The smallest things worth offering: an offer must contain at least one of these. Empty: anything goes.
   */
  'minAllocatable': (_parley_allocator_v1_MinimumGroup__Output)[];
  /**
   * Interval of the master's pings, in milliseconds.
   */
  'pingMs': (string);
}
