// Original file: parley/types/v1/constraints.proto

import type { Resource as _parley_types_v1_Resource, Resource__Output as _parley_types_v1_Resource__Output } from '../../../parley/types/v1/Resource';

/**
 * Quantities that belong together.
 */
export interface MinimumGroup {
  /**
   * An offer contains the group when it contains all of these.
   */
  'resources'?: (_parley_types_v1_Resource)[];
}

/**
 * Quantities that belong together.
 */
export interface MinimumGroup__Output {
  /**
   * An offer contains the group when it contains all of these.
   */
  'resources'?: (_parley_types_v1_Resource__Output)[];
}
