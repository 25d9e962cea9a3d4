// Original file: parley/allocator/v1/allocator_session.proto

import type { Quota as _parley_types_v1_Quota, Quota__Output as _parley_types_v1_Quota__Output } from '../../../parley/types/v1/Quota';
import type { Packing as _parley_types_v1_Packing, Packing__Output as _parley_types_v1_Packing__Output } from '../../../parley/types/v1/Packing';

/**
 * A role.
 */
export interface Role {
  /**
   * Its name. Never empty.
   */
  'role'?: (string);
  /**
   * Its share in comparison with other roles, more than 0; usually 1. Roles that are not told have 1.
   */
  'weight'?: (number | string);
  /**
   * What it is assured of and held to. Absent: no guarantee and no limit.
   */
  'quota'?: (_parley_types_v1_Quota | null);
  /**
   * How agents are made into offers for it. Unspecified: whole agents.
   */
  'packing'?: (_parley_types_v1_Packing);
}

/**
 * A role.
 */
export interface Role__Output {
  /**
   * Its name. Never empty.
   */
  'role'?: (string);
  /**
   * Its share in comparison with other roles, more than 0; usually 1. Roles that are not told have 1.
   */
  'weight'?: (number);
  /**
   * What it is assured of and held to. Absent: no guarantee and no limit.
   */
  'quota'?: (_parley_types_v1_Quota__Output);
  /**
   * How agents are made into offers for it. Unspecified: whole agents.
   */
  'packing'?: (_parley_types_v1_Packing__Output);
}
