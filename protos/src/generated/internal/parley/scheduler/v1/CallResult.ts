// Original file: parley/scheduler/v1/scheduler_events.proto

import type { CallOk as _parley_scheduler_v1_CallOk, CallOk__Output as _parley_scheduler_v1_CallOk__Output } from '../../../parley/scheduler/v1/CallOk';
import type { CallDeferred as _parley_scheduler_v1_CallDeferred, CallDeferred__Output as _parley_scheduler_v1_CallDeferred__Output } from '../../../parley/scheduler/v1/CallDeferred';
import type { CallProblem as _parley_scheduler_v1_CallProblem, CallProblem__Output as _parley_scheduler_v1_CallProblem__Output } from '../../../parley/scheduler/v1/CallProblem';
import type { CallOutcomeUnknown as _parley_scheduler_v1_CallOutcomeUnknown, CallOutcomeUnknown__Output as _parley_scheduler_v1_CallOutcomeUnknown__Output } from '../../../parley/scheduler/v1/CallOutcomeUnknown';

/**
 * The outcome of a call that carried a call id.
 */
export interface CallResult {
  /**
   * As in the call. Never empty.
   */
  'callId'?: (string);
  /**
   * It took effect. For a launch or a kill: the agent has it durably.
   */
  'ok'?: (_parley_scheduler_v1_CallOk | null);
  /**
   * A kill was taken, and will be carried out when the task's agent is back.
   */
  'deferred'?: (_parley_scheduler_v1_CallDeferred | null);
  /**
   * It was refused. It had no effect, except that the valid tasks of an `accept` were launched when others were invalid
   * (reason `tasks-invalid`).
   */
  'problem'?: (_parley_scheduler_v1_CallProblem | null);
  /**
   * Nobody can tell whether it took effect: the leader changed meanwhile. Offers that it named are gone; tasks are found out by
   * `reconcile`, which the new leader also does unasked.
   */
  'outcomeUnknown'?: (_parley_scheduler_v1_CallOutcomeUnknown | null);
  /**
   * How it ended. Exactly one member is set.
   */
  'outcome'?: "ok"|"deferred"|"problem"|"outcomeUnknown";
}

/**
 * The outcome of a call that carried a call id.
 */
export interface CallResult__Output {
  /**
   * As in the call. Never empty.
   */
  'callId'?: (string);
  /**
   * It took effect. For a launch or a kill: the agent has it durably.
   */
  'ok'?: (_parley_scheduler_v1_CallOk__Output);
  /**
   * A kill was taken, and will be carried out when the task's agent is back.
   */
  'deferred'?: (_parley_scheduler_v1_CallDeferred__Output);
  /**
   * It was refused. It had no effect, except that the valid tasks of an `accept` were launched when others were invalid
   * (reason `tasks-invalid`).
   */
  'problem'?: (_parley_scheduler_v1_CallProblem__Output);
  /**
   * Nobody can tell whether it took effect: the leader changed meanwhile. Offers that it named are gone; tasks are found out by
   * `reconcile`, which the new leader also does unasked.
   */
  'outcomeUnknown'?: (_parley_scheduler_v1_CallOutcomeUnknown__Output);
  /**
   * How it ended. Exactly one member is set.
   */
  'outcome'?: "ok"|"deferred"|"problem"|"outcomeUnknown";
}
