// Original file: parley/allocator/v1/allocator_session.proto

import type { RoleShare as _parley_types_v1_RoleShare, RoleShare__Output as _parley_types_v1_RoleShare__Output } from '../../../parley/types/v1/RoleShare';
import type { FrameworkShare as _parley_types_v1_FrameworkShare, FrameworkShare__Output as _parley_types_v1_FrameworkShare__Output } from '../../../parley/types/v1/FrameworkShare';
import type { Long } from '@grpc/proto-loader';

/**
 * A part of the answer to `get_shares`: at most 100 entries of both kinds together.
 */
export interface Shares {
  /**
   * As in the question.
   */
  'requestId'?: (number | string | Long);
  /**
   * Roles, parents before their children.
   */
  'roles'?: (_parley_types_v1_RoleShare)[];
  /**
   * Frameworks.
   */
  'frameworks'?: (_parley_types_v1_FrameworkShare)[];
  /**
   * True in the last part.
   */
  'last'?: (boolean);
  /**
   * In the last part: whether there is more than the parts tell, because it took too long or too much is asked at once. False: they tell all.
   */
  'incomplete'?: (boolean);
}

/**
 * A part of the answer to `get_shares`: at most 100 entries of both kinds together.
 */
export interface Shares__Output {
  /**
   * As in the question.
   */
  'requestId': (string);
  /**
   * Roles, parents before their children.
   */
  'roles': (_parley_types_v1_RoleShare__Output)[];
  /**
   * Frameworks.
   */
  'frameworks': (_parley_types_v1_FrameworkShare__Output)[];
  /**
   * True in the last part.
   */
  'last': (boolean);
  /**
   * In the last part: whether there is more than the parts tell, because it took too long or too much is asked at once. False: they tell all.
   */
  'incomplete': (boolean);
}
