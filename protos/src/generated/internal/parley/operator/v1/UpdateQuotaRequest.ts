// Original file: parley/operator/v1/operator_roles.proto

import type { RoleQuota as _parley_operator_v1_RoleQuota, RoleQuota__Output as _parley_operator_v1_RoleQuota__Output } from '../../../parley/operator/v1/RoleQuota';

/**
 * Asks to change the quotas of roles: all of them or, if one is refused, none. A limit that is lower than what is held takes nothing away:
 * it holds back whatever is new.
 */
export interface UpdateQuotaRequest {
  /**
   * The new quotas. At least one, at most 100; no role twice. Roles that are not listed keep theirs.
   */
  'quotas'?: (_parley_operator_v1_RoleQuota)[];
  /**
   * True: also accept limits below what is in use by the role or reserved for it, and guarantees beyond what the cluster has now. False:
   * refuse them, with the reason `quota-infeasible`. Open offers do not count: those beyond the limit are taken back.
   */
  'force'?: (boolean);
}

/**
 * Asks to change the quotas of roles: all of them or, if one is refused, none. A limit that is lower than what is held takes nothing away:
 * it holds back whatever is new.
 */
export interface UpdateQuotaRequest__Output {
  /**
   * The new quotas. At least one, at most 100; no role twice. Roles that are not listed keep theirs.
   */
  'quotas'?: (_parley_operator_v1_RoleQuota__Output)[];
  /**
   * True: also accept limits below what is in use by the role or reserved for it, and guarantees beyond what the cluster has now. False:
   * refuse them, with the reason `quota-infeasible`. Open offers do not count: those beyond the limit are taken back.
   */
  'force'?: (boolean);
}
