// Original file: parley/scheduler/v1/scheduler_calls.proto

import type { ReconcileTask as _parley_scheduler_v1_ReconcileTask, ReconcileTask__Output as _parley_scheduler_v1_ReconcileTask__Output } from '../../../parley/scheduler/v1/ReconcileTask';

/**
 * Asks where tasks are. Every answer is a status update with the reason RECONCILIATION; `reconcile_end` says when all were given.
 */
export interface Reconcile {
  /**
   * See `Accept.call_id`.
   */
  'callId'?: (string);
  /**
   * The tasks. Empty: all that the master knows of this framework.
   */
  'tasks'?: (_parley_scheduler_v1_ReconcileTask)[];
}

/**
 * Asks where tasks are. Every answer is a status update with the reason RECONCILIATION; `reconcile_end` says when all were given.
 */
export interface Reconcile__Output {
  /**
   * See `Accept.call_id`.
   */
  'callId': (string);
  /**
   * The tasks. Empty: all that the master knows of this framework.
   */
  'tasks': (_parley_scheduler_v1_ReconcileTask__Output)[];
}
