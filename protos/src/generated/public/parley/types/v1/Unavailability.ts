// Original file: parley/types/v1/availability.proto

import type { Long } from '@grpc/proto-loader';

/**
 * When a machine will not be available.
 */
export interface Unavailability {
  /**
   * When it begins, in milliseconds since 1970 by the cluster's clock.
   */
  'startsAtMs'?: (number | string | Long);
  /**
   * For how long, in milliseconds. Absent: for good.
   */
  'durationMs'?: (number | string | Long);
  '_durationMs'?: "durationMs";
}

/**
 * When a machine will not be available.
 */
export interface Unavailability__Output {
  /**
   * When it begins, in milliseconds since 1970 by the cluster's clock.
   */
  'startsAtMs': (string);
  /**
   * For how long, in milliseconds. Absent: for good.
   */
  'durationMs'?: (string);
  '_durationMs'?: "durationMs";
}
