// Original file: parley/master/v1/agent_link.proto

import type { Long } from '@grpc/proto-loader';

/**
 * Ends a registration.
 */
export interface RegisterEnd {
  /**
   * How many tasks were reported; another number than received means that the registration is incomplete.
   */
  'count'?: (number | string | Long);
}

/**
 * Ends a registration.
 */
export interface RegisterEnd__Output {
  /**
   * How many tasks were reported; another number than received means that the registration is incomplete.
   */
  'count'?: (number);
}
