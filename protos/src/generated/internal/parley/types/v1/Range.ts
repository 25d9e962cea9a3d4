// Original file: parley/types/v1/resources.proto

import type { Long } from '@grpc/proto-loader';

/**
 * A closed interval of whole numbers: both ends belong to it.
 */
export interface Range {
  /**
   * The first number, 0 or more.
   */
  'begin'?: (number | string | Long);
  /**
   * The last number, not less than `begin`.
   */
  'end'?: (number | string | Long);
}

/**
 * A closed interval of whole numbers: both ends belong to it.
 */
export interface Range__Output {
  /**
   * The first number, 0 or more.
   */
  'begin'?: (number);
  /**
   * The last number, not less than `begin`.
   */
  'end'?: (number);
}
