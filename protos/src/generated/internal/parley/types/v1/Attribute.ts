// Original file: parley/types/v1/attributes.proto

import type { ResourceRanges as _parley_types_v1_ResourceRanges, ResourceRanges__Output as _parley_types_v1_ResourceRanges__Output } from '../../../parley/types/v1/ResourceRanges';
import type { Long } from '@grpc/proto-loader';

/**
 * Something an agent says about its node, such as its rack or its kind of disk. Attributes are not used up by tasks. A name may
 * repeat, and the order is kept.
 */
export interface Attribute {
  /**
   * Name of the attribute. Never empty.
   */
  'name'?: (string);
  /**
   * A number in thousandths, 0 or more: `level:10` arrives as 10000.
   */
  'milli'?: (number | string | Long);
  /**
   * Whole numbers as closed intervals.
   */
  'ranges'?: (_parley_types_v1_ResourceRanges | null);
  /**
   * Free text.
   */
  'text'?: (string);
  /**
   * The value. Exactly one member is set.
   */
  'value'?: "milli"|"ranges"|"text";
}

/**
 * Something an agent says about its node, such as its rack or its kind of disk. Attributes are not used up by tasks. A name may
 * repeat, and the order is kept.
 */
export interface Attribute__Output {
  /**
   * Name of the attribute. Never empty.
   */
  'name'?: (string);
  /**
   * A number in thousandths, 0 or more: `level:10` arrives as 10000.
   */
  'milli'?: (number);
  /**
   * Whole numbers as closed intervals.
   */
  'ranges'?: (_parley_types_v1_ResourceRanges__Output);
  /**
   * Free text.
   */
  'text'?: (string);
  /**
   * The value. Exactly one member is set.
   */
  'value'?: "milli"|"ranges"|"text";
}
