// Original file: parley/operator/v1/operator_roles.proto

import type { Quota as _parley_types_v1_Quota, Quota__Output as _parley_types_v1_Quota__Output } from '../../../parley/types/v1/Quota';

/**
 * The quota of a role.
 */
export interface RoleQuota {
  /**
   * The role, such as `eng` or `eng/backend`. Empty is refused.
   */
  'role'?: (string);
  /**
   * The whole new quota: what it does not name has no guarantee and no limit. Absent: no guarantee and no limit at all.
   */
  'quota'?: (_parley_types_v1_Quota | null);
}

/**
 * The quota of a role.
 */
export interface RoleQuota__Output {
  /**
   * The role, such as `eng` or `eng/backend`. Empty is refused.
   */
  'role': (string);
  /**
   * The whole new quota: what it does not name has no guarantee and no limit. Absent: no guarantee and no limit at all.
   */
  'quota': (_parley_types_v1_Quota__Output | null);
}
