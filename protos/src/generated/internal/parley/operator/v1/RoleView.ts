// Original file: parley/operator/v1/operator_state.proto

import type { Quota as _parley_types_v1_Quota, Quota__Output as _parley_types_v1_Quota__Output } from '../../../parley/types/v1/Quota';
import type { Packing as _parley_types_v1_Packing, Packing__Output as _parley_types_v1_Packing__Output } from '../../../parley/types/v1/Packing';
import type { ScalarAmount as _parley_types_v1_ScalarAmount, ScalarAmount__Output as _parley_types_v1_ScalarAmount__Output } from '../../../parley/types/v1/ScalarAmount';

/**
 * A role.
 */
export interface RoleView {
  /**
   * Never empty.
   */
  'role'?: (string);
  /**
   * Its share in comparison with other roles, more than 0; usually 1.
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
  /**
   * What counts against its limits: all that it and the roles below it hold or are offered, and all that is reserved for them; each
   * name once. What is not named is 0.
   */
  'consumed'?: (_parley_types_v1_ScalarAmount)[];
}

/**
 * A role.
 */
export interface RoleView__Output {
  /**
   * Never empty.
   */
  'role'?: (string);
  /**
   * Its share in comparison with other roles, more than 0; usually 1.
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
  /**
   * What counts against its limits: all that it and the roles below it hold or are offered, and all that is reserved for them; each
   * name once. What is not named is 0.
   */
  'consumed'?: (_parley_types_v1_ScalarAmount__Output)[];
}
