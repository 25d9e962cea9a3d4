// Original file: parley/types/v1/demand.proto

import type { Resource as _parley_types_v1_Resource, Resource__Output as _parley_types_v1_Resource__Output } from '../../../parley/types/v1/Resource';
import type { Long } from '@grpc/proto-loader';

/**
 * So many pieces of work wait for this much each.
 */
export interface DemandShape {
  /**
   * What one piece needs. Empty is refused.
   */
  'resources'?: (_parley_types_v1_Resource)[];
  /**
   * How many there are, 1 or more.
   */
  'count'?: (number | string | Long);
}

/**
 * So many pieces of work wait for this much each.
 */
export interface DemandShape__Output {
  /**
   * What one piece needs. Empty is refused.
   */
  'resources': (_parley_types_v1_Resource__Output)[];
  /**
   * How many there are, 1 or more.
   */
  'count': (string);
}
