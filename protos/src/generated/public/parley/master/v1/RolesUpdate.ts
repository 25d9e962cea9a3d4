// Original file: parley/master/v1/gateway_link.proto

import type { RoleUpdate as _parley_master_v1_RoleUpdate, RoleUpdate__Output as _parley_master_v1_RoleUpdate__Output } from '../../../parley/master/v1/RoleUpdate';

/**
 * Orders of an operator about roles: all of them are carried out or none.
 */
export interface RolesUpdate {
  /**
   * The orders. Of two about one role the later counts.
   */
  'updates'?: (_parley_master_v1_RoleUpdate)[];
  /**
   * True: also limits below what is consumed, and guarantees beyond what the cluster has.
   */
  'force'?: (boolean);
}

/**
 * Orders of an operator about roles: all of them are carried out or none.
 */
export interface RolesUpdate__Output {
  /**
   * The orders. Of two about one role the later counts.
   */
  'updates': (_parley_master_v1_RoleUpdate__Output)[];
  /**
   * True: also limits below what is consumed, and guarantees beyond what the cluster has.
   */
  'force': (boolean);
}
