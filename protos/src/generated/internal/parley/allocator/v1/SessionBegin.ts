// Original file: parley/allocator/v1/allocator_session.proto

import type { MinimumGroup as _parley_types_v1_MinimumGroup, MinimumGroup__Output as _parley_types_v1_MinimumGroup__Output } from '../../../parley/types/v1/MinimumGroup';
import type { Long } from '@grpc/proto-loader';

/**
 * Begins a session: forget everything that was known before.
 */
export interface SessionBegin {
  /**
   * The smallest things worth offering: an offer must contain at least one of these. Empty: anything goes.
   */
  'minAllocatable'?: (_parley_types_v1_MinimumGroup)[];
  /**
   * Interval of the master's pings, in milliseconds.
   */
  'pingMs'?: (number | string | Long);
  /**
   * The master's region: agents of other regions are offered to region-aware frameworks only. Empty: it has none, and regions do not
   * matter.
   */
  'region'?: (string);
}

/**
 * Begins a session: forget everything that was known before.
 */
export interface SessionBegin__Output {
  /**
   * The smallest things worth offering: an offer must contain at least one of these. Empty: anything goes.
   */
  'minAllocatable'?: (_parley_types_v1_MinimumGroup__Output)[];
  /**
   * Interval of the master's pings, in milliseconds.
   */
  'pingMs'?: (number);
  /**
   * The master's region: agents of other regions are offered to region-aware frameworks only. Empty: it has none, and regions do not
   * matter.
   */
  'region'?: (string);
}
