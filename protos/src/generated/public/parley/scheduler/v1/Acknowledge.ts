// Original file: parley/scheduler/v1/scheduler_calls.proto

import type { Acknowledgement as _parley_scheduler_v1_Acknowledgement, Acknowledgement__Output as _parley_scheduler_v1_Acknowledgement__Output } from '../../../parley/scheduler/v1/Acknowledgement';

/**
 * Says that status updates were taken notice of. Until then they are repeated, and those that follow for the same task are held back.
 */
export interface Acknowledge {
  /**
   * See `Accept.call_id`.
   */
  'callId'?: (string);
  /**
   * The updates.
   */
  'acknowledgements'?: (_parley_scheduler_v1_Acknowledgement)[];
}

/**
 * Says that status updates were taken notice of. Until then they are repeated, and those that follow for the same task are held back.
 */
export interface Acknowledge__Output {
  /**
   * See `Accept.call_id`.
   */
  'callId': (string);
  /**
   * The updates.
   */
  'acknowledgements': (_parley_scheduler_v1_Acknowledgement__Output)[];
}
