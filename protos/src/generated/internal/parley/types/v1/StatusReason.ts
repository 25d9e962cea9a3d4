// Original file: parley/types/v1/task_status.proto

/**
 * Why a report was made, beyond the state of the task.
 */
export const StatusReason = {
  /**
   * Nothing to add to the state.
   */
  STATUS_REASON_UNSPECIFIED: 0,
  /**
   * The description of the task breaks a rule.
   */
  STATUS_REASON_TASK_INVALID: 1,
  /**
   * The framework is not allowed to run this task.
   */
  STATUS_REASON_TASK_UNAUTHORIZED: 2,
  /**
   * The offers named in the launch cannot be used together, or not any more.
   */
  STATUS_REASON_INVALID_OFFERS: 3,
  /**
   * The offers' agent has no connection to the master at this moment.
   */
  STATUS_REASON_AGENT_DISCONNECTED: 4,
  /**
   * The agent left, or cannot be reached.
   */
  STATUS_REASON_AGENT_REMOVED: 5,
  /**
   * An operator declared the agent gone.
   */
  STATUS_REASON_AGENT_REMOVED_BY_OPERATOR: 6,
  /**
   * The launch did not survive a restart of the agent or of its host.
   */
  STATUS_REASON_AGENT_RESTARTED: 7,
  /**
   * An agent that could not be reached is back; the state is the present one.
   */
  STATUS_REASON_AGENT_REREGISTERED: 8,
  /**
   * The named agent is not known.
   */
  STATUS_REASON_AGENT_UNKNOWN: 9,
  /**
   * The agent does not have these resources free.
   */
  STATUS_REASON_RESOURCES_UNKNOWN: 10,
  /**
   * The framework is gone for good.
   */
  STATUS_REASON_FRAMEWORK_REMOVED: 11,
  /**
   * Killed before it started.
   */
  STATUS_REASON_TASK_KILLED_DURING_LAUNCH: 12,
  /**
   * A later launch has the same task id.
   */
  STATUS_REASON_TASK_REPLACED: 13,
  /**
   * The sandbox or the process could not be made.
   */
  STATUS_REASON_CONTAINER_LAUNCH_FAILED: 14,
  /**
   * What ran the task ended without a result.
   */
  STATUS_REASON_EXECUTOR_TERMINATED: 15,
  /**
   * The framework's own executor never reported for duty.
   */
  STATUS_REASON_EXECUTOR_REGISTRATION_TIMEOUT: 16,
  /**
   * An executor did not come back after a restart of its agent.
   */
  STATUS_REASON_EXECUTOR_REREGISTRATION_TIMEOUT: 17,
  /**
   * The command ended with another status than 0, or by a signal.
   */
  STATUS_REASON_COMMAND_EXECUTOR_FAILED: 18,
  /**
   * The task's own time limit.
   */
  STATUS_REASON_MAX_COMPLETION_TIME_REACHED: 19,
  /**
   * An answer to a question about the task, or a difference found between an agent and the master.
   */
  STATUS_REASON_RECONCILIATION: 20,
} as const;

/**
 * Why a report was made, beyond the state of the task.
 */
export type StatusReason =
  /**
   * Nothing to add to the state.
   */
  | 'STATUS_REASON_UNSPECIFIED'
  | 0
  /**
   * The description of the task breaks a rule.
   */
  | 'STATUS_REASON_TASK_INVALID'
  | 1
  /**
   * The framework is not allowed to run this task.
   */
  | 'STATUS_REASON_TASK_UNAUTHORIZED'
  | 2
  /**
   * The offers named in the launch cannot be used together, or not any more.
   */
  | 'STATUS_REASON_INVALID_OFFERS'
  | 3
  /**
   * The offers' agent has no connection to the master at this moment.
   */
  | 'STATUS_REASON_AGENT_DISCONNECTED'
  | 4
  /**
   * The agent left, or cannot be reached.
   */
  | 'STATUS_REASON_AGENT_REMOVED'
  | 5
  /**
   * An operator declared the agent gone.
   */
  | 'STATUS_REASON_AGENT_REMOVED_BY_OPERATOR'
  | 6
  /**
   * The launch did not survive a restart of the agent or of its host.
   */
  | 'STATUS_REASON_AGENT_RESTARTED'
  | 7
  /**
   * An agent that could not be reached is back; the state is the present one.
   */
  | 'STATUS_REASON_AGENT_REREGISTERED'
  | 8
  /**
   * The named agent is not known.
   */
  | 'STATUS_REASON_AGENT_UNKNOWN'
  | 9
  /**
   * The agent does not have these resources free.
   */
  | 'STATUS_REASON_RESOURCES_UNKNOWN'
  | 10
  /**
   * The framework is gone for good.
   */
  | 'STATUS_REASON_FRAMEWORK_REMOVED'
  | 11
  /**
   * Killed before it started.
   */
  | 'STATUS_REASON_TASK_KILLED_DURING_LAUNCH'
  | 12
  /**
   * A later launch has the same task id.
   */
  | 'STATUS_REASON_TASK_REPLACED'
  | 13
  /**
   * The sandbox or the process could not be made.
   */
  | 'STATUS_REASON_CONTAINER_LAUNCH_FAILED'
  | 14
  /**
   * What ran the task ended without a result.
   */
  | 'STATUS_REASON_EXECUTOR_TERMINATED'
  | 15
  /**
   * The framework's own executor never reported for duty.
   */
  | 'STATUS_REASON_EXECUTOR_REGISTRATION_TIMEOUT'
  | 16
  /**
   * An executor did not come back after a restart of its agent.
   */
  | 'STATUS_REASON_EXECUTOR_REREGISTRATION_TIMEOUT'
  | 17
  /**
   * The command ended with another status than 0, or by a signal.
   */
  | 'STATUS_REASON_COMMAND_EXECUTOR_FAILED'
  | 18
  /**
   * The task's own time limit.
   */
  | 'STATUS_REASON_MAX_COMPLETION_TIME_REACHED'
  | 19
  /**
   * An answer to a question about the task, or a difference found between an agent and the master.
   */
  | 'STATUS_REASON_RECONCILIATION'
  | 20

/**
 * Why a report was made, beyond the state of the task.
 */
export type StatusReason__Output = typeof StatusReason[keyof typeof StatusReason]
