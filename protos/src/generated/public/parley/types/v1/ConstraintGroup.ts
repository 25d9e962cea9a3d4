// Original file: parley/types/v1/constraints.proto

import type { OfferConstraint as _parley_types_v1_OfferConstraint, OfferConstraint__Output as _parley_types_v1_OfferConstraint__Output } from '../../../parley/types/v1/OfferConstraint';

/**
 * Constraints that must hold together.
 */
export interface ConstraintGroup {
  /**
   * The constraints. Empty is refused.
   */
  'constraints'?: (_parley_types_v1_OfferConstraint)[];
}

/**
 * Constraints that must hold together.
 */
export interface ConstraintGroup__Output {
  /**
   * The constraints. Empty is refused.
   */
  'constraints': (_parley_types_v1_OfferConstraint__Output)[];
}
