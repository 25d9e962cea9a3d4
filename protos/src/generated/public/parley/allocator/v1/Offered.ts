// Original file: parley/allocator/v1/allocator_session.proto

import type { Long } from '@grpc/proto-loader';

/**
 * A proposal became an offer. What it held is from now on part of the framework's allocation.
 */
export interface Offered {
  /**
   * As in the proposal.
   */
  'proposalId'?: (number | string | Long);
  /**
   * The offer. Never empty.
   */
  'offerId'?: (string);
}

/**
 * A proposal became an offer. What it held is from now on part of the framework's allocation.
 */
export interface Offered__Output {
  /**
   * As in the proposal.
   */
  'proposalId': (string);
  /**
   * The offer. Never empty.
   */
  'offerId': (string);
}
