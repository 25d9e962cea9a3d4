// Original file: parley/types/v1/epoch.proto

import type { Long } from '@grpc/proto-loader';

/**
 * Names one term of leadership. Epochs of one cluster are ordered as numbers: first by incarnation, then by revision. Whoever
 * has seen a higher epoch ignores what is said in a lower one.
 */
export interface Epoch {
  /**
   * The cluster the term belongs to. It takes no part in the order: an epoch of another cluster is refused, not compared. Empty
   * only where the sender does not belong to a cluster yet.
   */
  'clusterId'?: (string);
  /**
   * Grows when the store of the cluster was restored or replaced. 0 only where the sender knows no term yet.
   */
  'incarnation'?: (number | string | Long);
  /**
   * Grows with every election within an incarnation. 0 only where the sender knows no term yet.
   */
  'revision'?: (number | string | Long);
}

/**
 * Names one term of leadership. Epochs of one cluster are ordered as numbers: first by incarnation, then by revision. Whoever
 * has seen a higher epoch ignores what is said in a lower one.
 */
export interface Epoch__Output {
  /**
   * The cluster the term belongs to. It takes no part in the order: an epoch of another cluster is refused, not compared. Empty
   * only where the sender does not belong to a cluster yet.
   */
  'clusterId': (string);
  /**
   * Grows when the store of the cluster was restored or replaced. 0 only where the sender knows no term yet.
   */
  'incarnation': (string);
  /**
   * Grows with every election within an incarnation. 0 only where the sender knows no term yet.
   */
  'revision': (string);
}
