// Original file: parley/scheduler/v1/scheduler_calls.proto

import type { Long } from '@grpc/proto-loader';

/**
 * Ends a task. May be repeated at will, also with a shorter grace.
 */
export interface Kill {
  /**
   * See `Accept.call_id`. The result is `ok` once the agent has the kill durably, `deferred` while the agent is away.
   */
  'callId'?: (string);
  /**
   * The task. Empty is refused.
   */
  'taskId'?: (string);
  /**
   * Its agent, if the framework knows it: spares a search right after a change of leader. Empty: the master looks it up.
   */
  'agentId'?: (string);
  /**
   * Time from the polite signal to the one that cannot be refused, in milliseconds. Absent: as the task's own kill policy says.
   */
  'graceMs'?: (number | string | Long);
  '_graceMs'?: "graceMs";
}

/**
 * Ends a task. May be repeated at will, also with a shorter grace.
 */
export interface Kill__Output {
  /**
   * See `Accept.call_id`. The result is `ok` once the agent has the kill durably, `deferred` while the agent is away.
   */
  'callId': (string);
  /**
   * The task. Empty is refused.
   */
  'taskId': (string);
  /**
   * Its agent, if the framework knows it: spares a search right after a change of leader. Empty: the master looks it up.
   */
  'agentId': (string);
  /**
   * Time from the polite signal to the one that cannot be refused, in milliseconds. Absent: as the task's own kill policy says.
   */
  'graceMs'?: (string);
  '_graceMs'?: "graceMs";
}
