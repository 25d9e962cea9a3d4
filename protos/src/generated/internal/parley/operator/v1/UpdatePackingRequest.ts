// Original file: parley/operator/v1/operator_roles.proto

import type { RolePacking as _parley_operator_v1_RolePacking, RolePacking__Output as _parley_operator_v1_RolePacking__Output } from '../../../parley/operator/v1/RolePacking';

/**
 * Asks to change how agents are made into offers for roles: all of them or, if one is refused, none.
 */
export interface UpdatePackingRequest {
  /**
   * The new choices. At least one, at most 100; no role twice. Roles that are not listed keep theirs.
   */
  'packings'?: (_parley_operator_v1_RolePacking)[];
}

/**
 * Asks to change how agents are made into offers for roles: all of them or, if one is refused, none.
 */
export interface UpdatePackingRequest__Output {
  /**
   * The new choices. At least one, at most 100; no role twice. Roles that are not listed keep theirs.
   */
  'packings'?: (_parley_operator_v1_RolePacking__Output)[];
}
