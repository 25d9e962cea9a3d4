// Original file: parley/operator/v1/operator_roles.proto

import type { RoleWeight as _parley_operator_v1_RoleWeight, RoleWeight__Output as _parley_operator_v1_RoleWeight__Output } from '../../../parley/operator/v1/RoleWeight';

/**
 * Asks to change the weights of roles: all of them or, if one is refused, none. Shares are compared with the new weights from then on;
 * nothing that is held is taken away.
 */
export interface UpdateWeightsRequest {
  /**
   * The new weights. At least one, at most 100; no role twice. Roles that are not listed keep theirs.
   */
  'weights'?: (_parley_operator_v1_RoleWeight)[];
}

/**
 * Asks to change the weights of roles: all of them or, if one is refused, none. Shares are compared with the new weights from then on;
 * nothing that is held is taken away.
 */
export interface UpdateWeightsRequest__Output {
  /**
   * The new weights. At least one, at most 100; no role twice. Roles that are not listed keep theirs.
   */
  'weights': (_parley_operator_v1_RoleWeight__Output)[];
}
