// Original file: parley/operator/v1/operator_state.proto

import type { FrameworkState as _parley_operator_v1_FrameworkState, FrameworkState__Output as _parley_operator_v1_FrameworkState__Output } from '../../../parley/operator/v1/FrameworkState';
import type { Long } from '@grpc/proto-loader';

/**
 * A framework.
 */
export interface FrameworkView {
  /**
   * Never empty.
   */
  'frameworkId'?: (string);
  /**
   * For people.
   */
  'name'?: (string);
  /**
   * Its roles.
   */
  'roles'?: (string)[];
  /**
   * Those of its roles for which it wants no offers.
   */
  'suppressedRoles'?: (string)[];
  /**
   * Where it is in its life.
   */
  'state'?: (_parley_operator_v1_FrameworkState);
  /**
   * For how long its tasks outlive its connection, in milliseconds.
   */
  'failoverTimeoutMs'?: (number | string | Long);
}

/**
 * A framework.
 */
export interface FrameworkView__Output {
  /**
   * Never empty.
   */
  'frameworkId'?: (string);
  /**
   * For people.
   */
  'name'?: (string);
  /**
   * Its roles.
   */
  'roles'?: (string)[];
  /**
   * Those of its roles for which it wants no offers.
   */
  'suppressedRoles'?: (string)[];
  /**
   * Where it is in its life.
   */
  'state'?: (_parley_operator_v1_FrameworkState__Output);
  /**
   * For how long its tasks outlive its connection, in milliseconds.
   */
  'failoverTimeoutMs'?: (number);
}
