// Original file: parley/types/v1/constraints.proto

import type { MinimumGroup as _parley_types_v1_MinimumGroup, MinimumGroup__Output as _parley_types_v1_MinimumGroup__Output } from '../../../parley/types/v1/MinimumGroup';

/**
 * The smallest things worth offering.
 */
export interface OfferMinimum {
  /**
   * An offer must contain at least one of these. Empty: anything goes.
   */
  'groups'?: (_parley_types_v1_MinimumGroup)[];
}

/**
 * The smallest things worth offering.
 */
export interface OfferMinimum__Output {
  /**
   * An offer must contain at least one of these. Empty: anything goes.
   */
  'groups': (_parley_types_v1_MinimumGroup__Output)[];
}
