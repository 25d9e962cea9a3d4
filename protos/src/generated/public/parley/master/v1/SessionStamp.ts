// Original file: parley/master/v1/gateway_link.proto

import type { Epoch as _parley_types_v1_Epoch, Epoch__Output as _parley_types_v1_Epoch__Output } from '../../../parley/types/v1/Epoch';
import type { Long } from '@grpc/proto-loader';

/**
 * Orders the sessions of one framework: the highest counts, all others are refused.
 */
export interface SessionStamp {
  /**
   * The term in which the session began.
   */
  'epoch'?: (_parley_types_v1_Epoch | null);
  /**
   * Counts the sessions of a term.
   */
  'counter'?: (number | string | Long);
}

/**
 * Orders the sessions of one framework: the highest counts, all others are refused.
 */
export interface SessionStamp__Output {
  /**
   * The term in which the session began.
   */
  'epoch': (_parley_types_v1_Epoch__Output | null);
  /**
   * Counts the sessions of a term.
   */
  'counter': (string);
}
