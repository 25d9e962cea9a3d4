// Original file: parley/types/v1/task_status.proto

/**
 * Why a report was made, beyond the state of the task.
 */
export const StatusReason = {
  /**
   * Nothing to add to the state.
   */
  STATUS_REASON_UNSPECIFIED: 'STATUS_REASON_UNSPECIFIED',
  /**
   * The description of the task breaks a rule.
   */
  STATUS_REASON_TASK_INVALID: 'STATUS_REASON_TASK_INVALID',
  /**
   * The offers named in the launch cannot be used together, or not any more.
   */
  STATUS_REASON_INVALID_OFFERS: 'STATUS_REASON_INVALID_OFFERS',
  /**
   * The offers' agent has no connection to the master at this moment.
   */
  STATUS_REASON_AGENT_DISCONNECTED: 'STATUS_REASON_AGENT_DISCONNECTED',
  /**
   * The agent left, or cannot be reached.
   */
  STATUS_REASON_AGENT_REMOVED: 'STATUS_REASON_AGENT_REMOVED',
  /**
   * An operator declared the agent gone.
   */
  STATUS_REASON_AGENT_REMOVED_BY_OPERATOR: 'STATUS_REASON_AGENT_REMOVED_BY_OPERATOR',
  /**
   * The launch did not survive a restart of the agent or of its host.
   */
  STATUS_REASON_AGENT_RESTARTED: 'STATUS_REASON_AGENT_RESTARTED',
  /**
   * An agent that could not be reached is back; the state is the present one.
   */
  STATUS_REASON_AGENT_REREGISTERED: 'STATUS_REASON_AGENT_REREGISTERED',
  /**
   * The agent does not have these resources free.
   */
  STATUS_REASON_RESOURCES_UNKNOWN: 'STATUS_REASON_RESOURCES_UNKNOWN',
  /**
   * The framework is gone for good.
   */
  STATUS_REASON_FRAMEWORK_REMOVED: 'STATUS_REASON_FRAMEWORK_REMOVED',
  /**
   * Killed before it started.
   */
  STATUS_REASON_TASK_KILLED_DURING_LAUNCH: 'STATUS_REASON_TASK_KILLED_DURING_LAUNCH',
  /**
   * A later launch has the same task id.
   */
  STATUS_REASON_TASK_REPLACED: 'STATUS_REASON_TASK_REPLACED',
  /**
   * The sandbox or the process could not be made.
   */
  STATUS_REASON_CONTAINER_LAUNCH_FAILED: 'STATUS_REASON_CONTAINER_LAUNCH_FAILED',
  /**
   * What ran the task ended without a result.
   */
  STATUS_REASON_EXECUTOR_TERMINATED: 'STATUS_REASON_EXECUTOR_TERMINATED',
  /**
   * An answer to a question about the task, or a difference found between an agent and the master.
   */
  STATUS_REASON_RECONCILIATION: 'STATUS_REASON_RECONCILIATION',
  /**
   * A limit of the role or of one above it does not allow the task at present.
   */
  STATUS_REASON_QUOTA_LIMIT: 'STATUS_REASON_QUOTA_LIMIT',
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
   * The offers named in the launch cannot be used together, or not any more.
   */
  | 'STATUS_REASON_INVALID_OFFERS'
  | 2
  /**
   * The offers' agent has no connection to the master at this moment.
   */
  | 'STATUS_REASON_AGENT_DISCONNECTED'
  | 3
  /**
   * The agent left, or cannot be reached.
   */
  | 'STATUS_REASON_AGENT_REMOVED'
  | 4
  /**
   * An operator declared the agent gone.
   */
  | 'STATUS_REASON_AGENT_REMOVED_BY_OPERATOR'
  | 5
  /**
   * The launch did not survive a restart of the agent or of its host.
   */
  | 'STATUS_REASON_AGENT_RESTARTED'
  | 6
  /**
   * An agent that could not be reached is back; the state is the present one.
   */
  | 'STATUS_REASON_AGENT_REREGISTERED'
  | 7
  /**
   * The agent does not have these resources free.
   */
  | 'STATUS_REASON_RESOURCES_UNKNOWN'
  | 8
  /**
   * The framework is gone for good.
   */
  | 'STATUS_REASON_FRAMEWORK_REMOVED'
  | 9
  /**
   * Killed before it started.
   */
  | 'STATUS_REASON_TASK_KILLED_DURING_LAUNCH'
  | 10
  /**
   * A later launch has the same task id.
   */
  | 'STATUS_REASON_TASK_REPLACED'
  | 11
  /**
   * The sandbox or the process could not be made.
   */
  | 'STATUS_REASON_CONTAINER_LAUNCH_FAILED'
  | 12
  /**
   * What ran the task ended without a result.
   */
  | 'STATUS_REASON_EXECUTOR_TERMINATED'
  | 13
  /**
   * An answer to a question about the task, or a difference found between an agent and the master.
   */
  | 'STATUS_REASON_RECONCILIATION'
  | 14
  /**
   * A limit of the role or of one above it does not allow the task at present.
   */
  | 'STATUS_REASON_QUOTA_LIMIT'
  | 15

/**
 * Why a report was made, beyond the state of the task.
 */
export type StatusReason__Output = typeof StatusReason[keyof typeof StatusReason]
