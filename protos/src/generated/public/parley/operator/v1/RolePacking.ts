// Original file: parley/operator/v1/operator_roles.proto

import type { Packing as _parley_types_v1_Packing, Packing__Output as _parley_types_v1_Packing__Output } from '../../../parley/types/v1/Packing';

/**
 * How agents are made into offers for a role.
 */
export interface RolePacking {
  /**
   * The role, such as `eng` or `eng/backend`. Empty is refused.
   */
  'role'?: (string);
  /**
   * The choice. Unspecified is refused.
   */
  'packing'?: (_parley_types_v1_Packing);
}

/**
 * How agents are made into offers for a role.
 */
export interface RolePacking__Output {
  /**
   * The role, such as `eng` or `eng/backend`. Empty is refused.
   */
  'role': (string);
  /**
   * The choice. Unspecified is refused.
   */
  'packing': (_parley_types_v1_Packing__Output);
}
