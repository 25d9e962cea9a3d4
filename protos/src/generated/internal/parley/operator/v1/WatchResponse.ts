// Original file: parley/operator/v1/operator_service.proto

import type { StateBegin as _parley_operator_v1_StateBegin, StateBegin__Output as _parley_operator_v1_StateBegin__Output } from '../../../parley/operator/v1/StateBegin';
import type { StateChunk as _parley_operator_v1_StateChunk, StateChunk__Output as _parley_operator_v1_StateChunk__Output } from '../../../parley/operator/v1/StateChunk';
import type { StateEnd as _parley_operator_v1_StateEnd, StateEnd__Output as _parley_operator_v1_StateEnd__Output } from '../../../parley/operator/v1/StateEnd';
import type { StateChanges as _parley_operator_v1_StateChanges, StateChanges__Output as _parley_operator_v1_StateChanges__Output } from '../../../parley/operator/v1/StateChanges';

/**
 * A part of the answer.
 */
export interface WatchResponse {
  /**
   * Begins a snapshot. Also sent later, when changes were missed: forget everything then.
   */
  'begin'?: (_parley_operator_v1_StateBegin | null);
  /**
   * A part of a snapshot.
   */
  'chunk'?: (_parley_operator_v1_StateChunk | null);
  /**
   * Ends a snapshot.
   */
  'end'?: (_parley_operator_v1_StateEnd | null);
  /**
   * What has changed since.
   */
  'changes'?: (_parley_operator_v1_StateChanges | null);
  /**
   * Exactly one member is set.
   */
  'part'?: "begin"|"chunk"|"end"|"changes";
}

/**
 * A part of the answer.
 */
export interface WatchResponse__Output {
  /**
   * Begins a snapshot. Also sent later, when changes were missed: forget everything then.
   */
  'begin'?: (_parley_operator_v1_StateBegin__Output);
  /**
   * A part of a snapshot.
   */
  'chunk'?: (_parley_operator_v1_StateChunk__Output);
  /**
   * Ends a snapshot.
   */
  'end'?: (_parley_operator_v1_StateEnd__Output);
  /**
   * What has changed since.
   */
  'changes'?: (_parley_operator_v1_StateChanges__Output);
  /**
   * Exactly one member is set.
   */
  'part'?: "begin"|"chunk"|"end"|"changes";
}
