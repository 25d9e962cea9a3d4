// Original file: parley/scheduler/v1/scheduler_events.proto

import type { Epoch as _parley_types_v1_Epoch, Epoch__Output as _parley_types_v1_Epoch__Output } from '../../../parley/types/v1/Epoch';

/**
 * Another master leads now. Every offer that was open is gone, and calls without an answer end as `outcome_unknown`. Nothing needs
 * to be done: the subscription goes on by itself.
 */
export interface LeaderChanged {
  /**
   * The new leader's term.
   */
  'epoch'?: (_parley_types_v1_Epoch | null);
}

/**
 * Another master leads now. Every offer that was open is gone, and calls without an answer end as `outcome_unknown`. Nothing needs
 * to be done: the subscription goes on by itself.
 */
export interface LeaderChanged__Output {
  /**
   * The new leader's term.
   */
  'epoch': (_parley_types_v1_Epoch__Output | null);
}
