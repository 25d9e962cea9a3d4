// Original file: parley/operator/v1/operator_state.proto

import type { StateEntry as _parley_operator_v1_StateEntry, StateEntry__Output as _parley_operator_v1_StateEntry__Output } from '../../../parley/operator/v1/StateEntry';
import type { Long } from '@grpc/proto-loader';

/**
 * What has changed.
 */
export interface StateChanges {
  /**
   * Version of the state after the changes; `resume_after` for a later watch.
   */
  'version'?: (number | string | Long);
  /**
   * The changes in order. `…_removed` entries name what is no longer there, all others are the new content.
   */
  'entries'?: (_parley_operator_v1_StateEntry)[];
}

/**
 * What has changed.
 */
export interface StateChanges__Output {
  /**
   * Version of the state after the changes; `resume_after` for a later watch.
   */
  'version'?: (number);
  /**
   * The changes in order. `…_removed` entries name what is no longer there, all others are the new content.
   */
  'entries'?: (_parley_operator_v1_StateEntry__Output)[];
}
