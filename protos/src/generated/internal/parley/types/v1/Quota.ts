// Original file: parley/types/v1/quota.proto

import type { ScalarAmount as _parley_types_v1_ScalarAmount, ScalarAmount__Output as _parley_types_v1_ScalarAmount__Output } from '../../../parley/types/v1/ScalarAmount';

/**
 * What a role is assured of and held to.
 */
export interface Quota {
  /**
   * Kept for the role even while it does not use it; each name once. What is not named is 0.
   */
  'guarantees'?: (_parley_types_v1_ScalarAmount)[];
  /**
   * The most that the role, with all roles below it, may hold; each name once. What is not named is unlimited; 0 is a limit.
   */
  'limits'?: (_parley_types_v1_ScalarAmount)[];
}

/**
 * What a role is assured of and held to.
 */
export interface Quota__Output {
  /**
   * Kept for the role even while it does not use it; each name once. What is not named is 0.
   */
  'guarantees'?: (_parley_types_v1_ScalarAmount__Output)[];
  /**
   * The most that the role, with all roles below it, may hold; each name once. What is not named is unlimited; 0 is a limit.
   */
  'limits'?: (_parley_types_v1_ScalarAmount__Output)[];
}
