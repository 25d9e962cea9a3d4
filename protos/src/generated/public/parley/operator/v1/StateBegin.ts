// Original file: parley/operator/v1/operator_state.proto

import type { Epoch as _parley_types_v1_Epoch, Epoch__Output as _parley_types_v1_Epoch__Output } from '../../../parley/types/v1/Epoch';
import type { Long } from '@grpc/proto-loader';

/**
 * Begins a snapshot: the entries that follow replace everything that was known.
 */
export interface StateBegin {
  /**
   * The term of the leader that answers.
   */
  'epoch'?: (_parley_types_v1_Epoch | null);
  /**
   * Version of the state at which the snapshot was begun.
   */
  'version'?: (number | string | Long);
}

/**
 * Begins a snapshot: the entries that follow replace everything that was known.
 */
export interface StateBegin__Output {
  /**
   * The term of the leader that answers.
   */
  'epoch': (_parley_types_v1_Epoch__Output | null);
  /**
   * Version of the state at which the snapshot was begun.
   */
  'version': (string);
}
