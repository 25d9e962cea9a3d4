// Original file: parley/master/v1/master_service.proto

import type { Epoch as _parley_types_v1_Epoch, Epoch__Output as _parley_types_v1_Epoch__Output } from '../../../parley/types/v1/Epoch';

/**
 * Who leads, as far as the master knows.
 */
export interface LookupLeaderResponse {
  /**
   * The cluster of the answering master. Never empty.
   */
  'clusterId'?: (string);
  /**
   * True when the answering master leads itself.
   */
  'leading'?: (boolean);
  /**
   * The term of the leader. Absent while none is known.
   */
  'epoch'?: (_parley_types_v1_Epoch | null);
  /**
   * Where the leader is reached, `host:port`. Empty while none is known.
   */
  'address'?: (string);
}

/**
 * Who leads, as far as the master knows.
 */
export interface LookupLeaderResponse__Output {
  /**
   * The cluster of the answering master. Never empty.
   */
  'clusterId'?: (string);
  /**
   * True when the answering master leads itself.
   */
  'leading'?: (boolean);
  /**
   * The term of the leader. Absent while none is known.
   */
  'epoch'?: (_parley_types_v1_Epoch__Output);
  /**
   * Where the leader is reached, `host:port`. Empty while none is known.
   */
  'address'?: (string);
}
