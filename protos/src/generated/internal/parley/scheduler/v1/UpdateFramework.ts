// Original file: parley/scheduler/v1/scheduler_calls.proto

import type { FrameworkInfo as _parley_types_v1_FrameworkInfo, FrameworkInfo__Output as _parley_types_v1_FrameworkInfo__Output } from '../../../parley/types/v1/FrameworkInfo';

/**
 * Changes what the framework says of itself, without a new subscription. Nothing is applied if anything is refused.
 */
export interface UpdateFramework {
  /**
   * See `Accept.call_id`.
   */
  'callId'?: (string);
  /**
   * The whole new description. Offers for roles that are no longer in it are rescinded. Absent is refused.
   */
  'frameworkInfo'?: (_parley_types_v1_FrameworkInfo | null);
  /**
   * The whole new list of roles for which no offers are wanted.
   */
  'suppressedRoles'?: (string)[];
}

/**
 * Changes what the framework says of itself, without a new subscription. Nothing is applied if anything is refused.
 */
export interface UpdateFramework__Output {
  /**
   * See `Accept.call_id`.
   */
  'callId'?: (string);
  /**
   * The whole new description. Offers for roles that are no longer in it are rescinded. Absent is refused.
   */
  'frameworkInfo'?: (_parley_types_v1_FrameworkInfo__Output);
  /**
   * The whole new list of roles for which no offers are wanted.
   */
  'suppressedRoles'?: (string)[];
}
