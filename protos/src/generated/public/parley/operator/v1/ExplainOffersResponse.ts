// Original file: parley/operator/v1/operator_offers.proto

import type { Explanation as _parley_types_v1_Explanation, Explanation__Output as _parley_types_v1_Explanation__Output } from '../../../parley/types/v1/Explanation';

/**
 * A part of the answer.
 */
export interface ExplainOffersResponse {
  /**
   * One for each framework and role that was asked about, at most 100 in a part.
   */
  'explanations'?: (_parley_types_v1_Explanation)[];
  /**
   * What holds for the whole cluster, for people, such as that the allocator cannot be reached or does not explain. Each is told in one
   * part only. Empty when there is nothing to say.
   */
  'notes'?: (string)[];
  /**
   * True in the last part; a stream that ends before it is incomplete.
   */
  'last'?: (boolean);
  /**
   * In the last part: whether more was asked about than the parts tell; a note says why, and what to ask instead. False: they tell all.
   */
  'incomplete'?: (boolean);
}

/**
 * A part of the answer.
 */
export interface ExplainOffersResponse__Output {
  /**
   * One for each framework and role that was asked about, at most 100 in a part.
   */
  'explanations': (_parley_types_v1_Explanation__Output)[];
  /**
   * What holds for the whole cluster, for people, such as that the allocator cannot be reached or does not explain. Each is told in one
   * part only. Empty when there is nothing to say.
   */
  'notes': (string)[];
  /**
   * True in the last part; a stream that ends before it is incomplete.
   */
  'last': (boolean);
  /**
   * In the last part: whether more was asked about than the parts tell; a note says why, and what to ask instead. False: they tell all.
   */
  'incomplete': (boolean);
}
