// Original file: parley/allocator/v1/allocator_session.proto

import type { Explanation as _parley_types_v1_Explanation, Explanation__Output as _parley_types_v1_Explanation__Output } from '../../../parley/types/v1/Explanation';
import type { Long } from '@grpc/proto-loader';

/**
 * A part of the answer to `explain`.
 */
export interface Explained {
  /**
   * As in the question.
   */
  'requestId'?: (number | string | Long);
  /**
   * One for each framework and role that was asked about, at most 100 in a part. Empty when there is none.
   */
  'explanations'?: (_parley_types_v1_Explanation)[];
  /**
   * True in the last part.
   */
  'last'?: (boolean);
  /**
   * In the last part: whether more was asked about than the parts tell, because it took too long or too much is asked at once. False: they tell all.
   */
  'incomplete'?: (boolean);
}

/**
 * A part of the answer to `explain`.
 */
export interface Explained__Output {
  /**
   * As in the question.
   */
  'requestId'?: (number);
  /**
   * One for each framework and role that was asked about, at most 100 in a part. Empty when there is none.
   */
  'explanations'?: (_parley_types_v1_Explanation__Output)[];
  /**
   * True in the last part.
   */
  'last'?: (boolean);
  /**
   * In the last part: whether more was asked about than the parts tell, because it took too long or too much is asked at once. False: they tell all.
   */
  'incomplete'?: (boolean);
}
