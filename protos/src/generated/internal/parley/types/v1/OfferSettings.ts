// Original file: parley/types/v1/constraints.proto

import type { OfferMinimum as _parley_types_v1_OfferMinimum, OfferMinimum__Output as _parley_types_v1_OfferMinimum__Output } from '../../../parley/types/v1/OfferMinimum';
import type { ConstraintGroup as _parley_types_v1_ConstraintGroup, ConstraintGroup__Output as _parley_types_v1_ConstraintGroup__Output } from '../../../parley/types/v1/ConstraintGroup';

/**
 * A framework's own rules for the offers it gets in one of its roles.
 */
export interface OfferSettings {
  /**
   * One of the framework's roles. Empty is refused.
   */
  'role'?: (string);
  /**
   * Replaces the cluster's smallest things worth offering. Absent: the cluster's.
   */
  'minAllocatable'?: (_parley_types_v1_OfferMinimum | null);
  /**
   * An agent is offered when every constraint of at least one of the groups holds for it. Empty: every agent is offered.
   */
  'constraintGroups'?: (_parley_types_v1_ConstraintGroup)[];
}

/**
 * A framework's own rules for the offers it gets in one of its roles.
 */
export interface OfferSettings__Output {
  /**
   * One of the framework's roles. Empty is refused.
   */
  'role'?: (string);
  /**
   * Replaces the cluster's smallest things worth offering. Absent: the cluster's.
   */
  'minAllocatable'?: (_parley_types_v1_OfferMinimum__Output);
  /**
   * An agent is offered when every constraint of at least one of the groups holds for it. Empty: every agent is offered.
   */
  'constraintGroups'?: (_parley_types_v1_ConstraintGroup__Output)[];
}
