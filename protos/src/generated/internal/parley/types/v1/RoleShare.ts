// Original file: parley/types/v1/explanation.proto

import type { Long } from '@grpc/proto-loader';

/**
 * A role in the table of shares.
 */
export interface RoleShare {
  /**
   * The role. Never empty.
   */
  'role'?: (string);
  /**
   * Its weight, more than 0.
   */
  'weight'?: (number | string);
  /**
   * Its largest share of any resource, divided by its weight: 0 to 1 and more.
   */
  'share'?: (number | string);
  /**
   * The resource of which it has that share. Empty when it holds nothing.
   */
  'dominant'?: (string);
  /**
   * How many frameworks are in the role.
   */
  'frameworks'?: (number | string | Long);
  /**
   * For how long the role has wanted offers and got none while others got some, in milliseconds. 0: it is served.
   */
  'starvingMs'?: (number | string | Long);
}

/**
 * A role in the table of shares.
 */
export interface RoleShare__Output {
  /**
   * The role. Never empty.
   */
  'role'?: (string);
  /**
   * Its weight, more than 0.
   */
  'weight'?: (number);
  /**
   * Its largest share of any resource, divided by its weight: 0 to 1 and more.
   */
  'share'?: (number);
  /**
   * The resource of which it has that share. Empty when it holds nothing.
   */
  'dominant'?: (string);
  /**
   * How many frameworks are in the role.
   */
  'frameworks'?: (number);
  /**
   * For how long the role has wanted offers and got none while others got some, in milliseconds. 0: it is served.
   */
  'starvingMs'?: (number);
}
