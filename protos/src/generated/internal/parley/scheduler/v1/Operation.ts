// Original file: parley/scheduler/v1/scheduler_calls.proto

import type { Launch as _parley_scheduler_v1_Launch, Launch__Output as _parley_scheduler_v1_Launch__Output } from '../../../parley/scheduler/v1/Launch';

/**
 * One thing to do with offers.
 */
export interface Operation {
  /**
   * Runs tasks.
   */
  'launch'?: (_parley_scheduler_v1_Launch | null);
  /**
   * What to do. Exactly one member is set.
   */
  'operation'?: "launch";
}

/**
 * One thing to do with offers.
 */
export interface Operation__Output {
  /**
   * Runs tasks.
   */
  'launch'?: (_parley_scheduler_v1_Launch__Output);
  /**
   * What to do. Exactly one member is set.
   */
  'operation'?: "launch";
}
