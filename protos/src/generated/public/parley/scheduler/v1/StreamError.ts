// Original file: parley/scheduler/v1/scheduler_events.proto

import type { StreamErrorReason as _parley_scheduler_v1_StreamErrorReason, StreamErrorReason__Output as _parley_scheduler_v1_StreamErrorReason__Output } from '../../../parley/scheduler/v1/StreamErrorReason';

/**
 * The stream ends, after this event.
 */
export interface StreamError {
  /**
   * Why. Decides whether to connect again.
   */
  'reason'?: (_parley_scheduler_v1_StreamErrorReason);
  /**
   * What is wrong, for people.
   */
  'message'?: (string);
  /**
   * What to do about it, for people.
   */
  'remedy'?: (string);
}

/**
 * The stream ends, after this event.
 */
export interface StreamError__Output {
  /**
   * Why. Decides whether to connect again.
   */
  'reason': (_parley_scheduler_v1_StreamErrorReason__Output);
  /**
   * What is wrong, for people.
   */
  'message': (string);
  /**
   * What to do about it, for people.
   */
  'remedy': (string);
}
