// Original file: parley/operator/v1/operator_state.proto

import type { StateEntry as _parley_operator_v1_StateEntry, StateEntry__Output as _parley_operator_v1_StateEntry__Output } from '../../../parley/operator/v1/StateEntry';

/**
 * A part of a snapshot.
 */
export interface StateChunk {
  /**
   * Entries that are there. An entry may come again with newer content.
   */
  'entries'?: (_parley_operator_v1_StateEntry)[];
}

/**
 * A part of a snapshot.
 */
export interface StateChunk__Output {
  /**
   * Entries that are there. An entry may come again with newer content.
   */
  'entries'?: (_parley_operator_v1_StateEntry__Output)[];
}
