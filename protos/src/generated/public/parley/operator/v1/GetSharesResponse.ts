// Original file: parley/operator/v1/operator_offers.proto

import type { RoleShare as _parley_types_v1_RoleShare, RoleShare__Output as _parley_types_v1_RoleShare__Output } from '../../../parley/types/v1/RoleShare';
import type { FrameworkShare as _parley_types_v1_FrameworkShare, FrameworkShare__Output as _parley_types_v1_FrameworkShare__Output } from '../../../parley/types/v1/FrameworkShare';

/**
 * A part of the answer: at most 100 roles and frameworks together.
 */
export interface GetSharesResponse {
  /**
   * Roles, parents before their children.
   */
  'roles'?: (_parley_types_v1_RoleShare)[];
  /**
   * Frameworks, once for each of their roles.
   */
  'frameworks'?: (_parley_types_v1_FrameworkShare)[];
  /**
   * What holds for the whole cluster, for people. Each is told in one part only. Empty when there is nothing to say.
   */
  'notes'?: (string)[];
  /**
   * True in the last part; a stream that ends before it is incomplete.
   */
  'last'?: (boolean);
  /**
   * In the last part: whether there is more than the parts tell; a note says why. False: they tell all.
   */
  'incomplete'?: (boolean);
}

/**
 * A part of the answer: at most 100 roles and frameworks together.
 */
export interface GetSharesResponse__Output {
  /**
   * Roles, parents before their children.
   */
  'roles': (_parley_types_v1_RoleShare__Output)[];
  /**
   * Frameworks, once for each of their roles.
   */
  'frameworks': (_parley_types_v1_FrameworkShare__Output)[];
  /**
   * What holds for the whole cluster, for people. Each is told in one part only. Empty when there is nothing to say.
   */
  'notes': (string)[];
  /**
   * True in the last part; a stream that ends before it is incomplete.
   */
  'last': (boolean);
  /**
   * In the last part: whether there is more than the parts tell; a note says why. False: they tell all.
   */
  'incomplete': (boolean);
}
