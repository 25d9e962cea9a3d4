// Original file: parley/allocator/v1/allocator_session.proto

import type { Long } from '@grpc/proto-loader';

/**
 * Ends the snapshot.
 */
export interface SnapshotEnd {
  /**
   * How many entities (roles, agents, frameworks, allocations, filters) were told since the begin.
   */
  'count'?: (number | string | Long);
}

/**
 * Ends the snapshot.
 */
export interface SnapshotEnd__Output {
  /**
   * How many entities (roles, agents, frameworks, allocations, filters) were told since the begin.
   */
  'count'?: (number);
}
