// Original file: parley/master/v1/gateway_link.proto

import type { Quota as _parley_types_v1_Quota, Quota__Output as _parley_types_v1_Quota__Output } from '../../../parley/types/v1/Quota';
import type { Packing as _parley_types_v1_Packing, Packing__Output as _parley_types_v1_Packing__Output } from '../../../parley/types/v1/Packing';

/**
 * An order about one role. What is absent stays as it is.
 */
export interface RoleUpdate {
  /**
   * The role. Never empty.
   */
  'role'?: (string);
  /**
   * More than 0. Absent: as it is.
   */
  'weight'?: (number | string);
  /**
   * The whole new quota. Absent: as it is.
   */
  'quota'?: (_parley_types_v1_Quota | null);
  /**
   * Unspecified: as it is.
   */
  'packing'?: (_parley_types_v1_Packing);
  '_weight'?: "weight";
}

/**
 * An order about one role. What is absent stays as it is.
 */
export interface RoleUpdate__Output {
  /**
   * The role. Never empty.
   */
  'role': (string);
  /**
   * More than 0. Absent: as it is.
   */
  'weight'?: (number);
  /**
   * The whole new quota. Absent: as it is.
   */
  'quota': (_parley_types_v1_Quota__Output | null);
  /**
   * Unspecified: as it is.
   */
  'packing': (_parley_types_v1_Packing__Output);
  '_weight'?: "weight";
}
