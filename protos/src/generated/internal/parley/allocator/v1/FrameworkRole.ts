// Original file: parley/allocator/v1/allocator_session.proto

import type { Demand as _parley_types_v1_Demand, Demand__Output as _parley_types_v1_Demand__Output } from '../../../parley/types/v1/Demand';
import type { OfferMinimum as _parley_types_v1_OfferMinimum, OfferMinimum__Output as _parley_types_v1_OfferMinimum__Output } from '../../../parley/types/v1/OfferMinimum';
import type { ConstraintGroup as _parley_types_v1_ConstraintGroup, ConstraintGroup__Output as _parley_types_v1_ConstraintGroup__Output } from '../../../parley/types/v1/ConstraintGroup';

/**
 * A framework in one of its roles.
 */
export interface FrameworkRole {
  /**
   * Never empty.
   */
  'role'?: (string);
  /**
   * True while it wants no offers for the role.
   */
  'suppressed'?: (boolean);
  /**
   * What it waits for in the role. Absent: not stated, so that it competes for whatever there is.
   */
  'demand'?: (_parley_types_v1_Demand | null);
  /**
   * Replaces the session's smallest things worth offering. Absent: those of the session.
   */
  'minAllocatable'?: (_parley_types_v1_OfferMinimum | null);
  /**
   * Only agents for which every constraint of at least one group holds may be offered. Empty: every agent may.
   */
  'constraintGroups'?: (_parley_types_v1_ConstraintGroup)[];
}

/**
 * A framework in one of its roles.
 */
export interface FrameworkRole__Output {
  /**
   * Never empty.
   */
  'role'?: (string);
  /**
   * True while it wants no offers for the role.
   */
  'suppressed'?: (boolean);
  /**
   * What it waits for in the role. Absent: not stated, so that it competes for whatever there is.
   */
  'demand'?: (_parley_types_v1_Demand__Output);
  /**
   * Replaces the session's smallest things worth offering. Absent: those of the session.
   */
  'minAllocatable'?: (_parley_types_v1_OfferMinimum__Output);
  /**
   * Only agents for which every constraint of at least one group holds may be offered. Empty: every agent may.
   */
  'constraintGroups'?: (_parley_types_v1_ConstraintGroup__Output)[];
}
