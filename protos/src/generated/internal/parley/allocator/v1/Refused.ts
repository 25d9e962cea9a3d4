// Original file: parley/allocator/v1/allocator_session.proto

import type { RefusalReason as _parley_allocator_v1_RefusalReason, RefusalReason__Output as _parley_allocator_v1_RefusalReason__Output } from '../../../parley/allocator/v1/RefusalReason';
import type { Long } from '@grpc/proto-loader';

/**
 * A proposal was refused; what it held is free again.
 */
export interface Refused {
  /**
   * As in the proposal.
   */
  'proposalId'?: (number | string | Long);
  /**
   * Why.
   */
  'reason'?: (_parley_allocator_v1_RefusalReason);
  /**
   * Do not repeat it for so many milliseconds, unless something is told that touches it. 0: it may be repeated at once.
   */
  'retryAfterMs'?: (number | string | Long);
}

/**
 * A proposal was refused; what it held is free again.
 */
export interface Refused__Output {
  /**
   * As in the proposal.
   */
  'proposalId'?: (number);
  /**
   * Why.
   */
  'reason'?: (_parley_allocator_v1_RefusalReason__Output);
  /**
   * Do not repeat it for so many milliseconds, unless something is told that touches it. 0: it may be repeated at once.
   */
  'retryAfterMs'?: (number);
}
