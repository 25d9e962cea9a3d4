// Original file: parley/types/v1/resources.proto

import type { Range as _parley_types_v1_Range, Range__Output as _parley_types_v1_Range__Output } from '../../../parley/types/v1/Range';

/**
 * Whole numbers as closed intervals.
 */
export interface ResourceRanges {
  /**
   * The intervals, which must not overlap. Empty is the same as leaving the resource out.
   */
  'ranges'?: (_parley_types_v1_Range)[];
}

/**
 * Whole numbers as closed intervals.
 */
export interface ResourceRanges__Output {
  /**
   * The intervals, which must not overlap. Empty is the same as leaving the resource out.
   */
  'ranges': (_parley_types_v1_Range__Output)[];
}
