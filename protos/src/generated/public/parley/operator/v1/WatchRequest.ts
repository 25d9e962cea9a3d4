// Original file: parley/operator/v1/operator_service.proto

import type { Long } from '@grpc/proto-loader';

/**
 * Asks for the state of the cluster and all that changes.
 */
export interface WatchRequest {
  /**
   * The last version the client has seen; the changes after it are told without a snapshot if the leader still has them. 0: begin
   * with a snapshot.
   */
  'resumeAfter'?: (number | string | Long);
}

/**
 * Asks for the state of the cluster and all that changes.
 */
export interface WatchRequest__Output {
  /**
   * The last version the client has seen; the changes after it are told without a snapshot if the leader still has them. 0: begin
   * with a snapshot.
   */
  'resumeAfter': (string);
}
