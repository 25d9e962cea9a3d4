// Original file: parley/operator/v1/operator_service.proto

import type { StateBegin as _parley_operator_v1_StateBegin, StateBegin__Output as _parley_operator_v1_StateBegin__Output } from '../../../parley/operator/v1/StateBegin';
import type { StateChunk as _parley_operator_v1_StateChunk, StateChunk__Output as _parley_operator_v1_StateChunk__Output } from '../../../parley/operator/v1/StateChunk';
import type { StateEnd as _parley_operator_v1_StateEnd, StateEnd__Output as _parley_operator_v1_StateEnd__Output } from '../../../parley/operator/v1/StateEnd';

/**
 * A part of the answer.
 */
export interface GetStateResponse {
  /**
   * First.
   */
  'begin'?: (_parley_operator_v1_StateBegin | null);
  /**
   * Any number of times.
   */
  'chunk'?: (_parley_operator_v1_StateChunk | null);
  /**
   * Last.
   */
  'end'?: (_parley_operator_v1_StateEnd | null);
  /**
   * Exactly one member is set.
   */
  'part'?: "begin"|"chunk"|"end";
}

/**
 * A part of the answer.
 */
export interface GetStateResponse__Output {
  /**
   * First.
   */
  'begin'?: (_parley_operator_v1_StateBegin__Output | null);
  /**
   * Any number of times.
   */
  'chunk'?: (_parley_operator_v1_StateChunk__Output | null);
  /**
   * Last.
   */
  'end'?: (_parley_operator_v1_StateEnd__Output | null);
  /**
   * Exactly one member is set.
   */
  'part'?: "begin"|"chunk"|"end";
}
