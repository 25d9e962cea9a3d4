// Original file: parley/scheduler/v1/scheduler_events.proto

import type { Problem as _parley_types_v1_Problem, Problem__Output as _parley_types_v1_Problem__Output } from '../../../parley/types/v1/Problem';

/**
 * The call was refused.
 */
export interface CallProblem {
  /**
   * Stable word for the kind of refusal, for programs. Never empty.
   */
  'reason'?: (string);
  /**
   * What is wrong, for people.
   */
  'message'?: (string);
  /**
   * What to do about it, for people.
   */
  'remedy'?: (string);
  /**
   * Faults by field, where the call itself is at fault. Empty otherwise.
   */
  'problems'?: (_parley_types_v1_Problem)[];
}

/**
 * The call was refused.
 */
export interface CallProblem__Output {
  /**
   * Stable word for the kind of refusal, for programs. Never empty.
   */
  'reason'?: (string);
  /**
   * What is wrong, for people.
   */
  'message'?: (string);
  /**
   * What to do about it, for people.
   */
  'remedy'?: (string);
  /**
   * Faults by field, where the call itself is at fault. Empty otherwise.
   */
  'problems'?: (_parley_types_v1_Problem__Output)[];
}
