// Original file: parley/operator/v1/operator_state.proto

import type { Long } from '@grpc/proto-loader';

/**
 * Ends a snapshot.
 */
export interface StateEnd {
  /**
   * Version of the state which the snapshot shows; `resume_after` for a watch.
   */
  'version'?: (number | string | Long);
  /**
   * How many entries the parts held together.
   */
  'count'?: (number | string | Long);
}

/**
 * Ends a snapshot.
 */
export interface StateEnd__Output {
  /**
   * Version of the state which the snapshot shows; `resume_after` for a watch.
   */
  'version': (string);
  /**
   * How many entries the parts held together.
   */
  'count': (string);
}
