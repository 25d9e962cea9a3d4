// Original file: parley/master/v1/gateway_link.proto

import type { Long } from '@grpc/proto-loader';

/**
 * An operator's question is void: its answers are not wanted any more.
 */
export interface OperatorCancel {
  /**
   * As in the question.
   */
  'requestId'?: (number | string | Long);
}

/**
 * An operator's question is void: its answers are not wanted any more.
 */
export interface OperatorCancel__Output {
  /**
   * As in the question.
   */
  'requestId': (string);
}
