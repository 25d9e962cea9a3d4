// Original file: parley/operator/v1/operator_state.proto

/**
 * Where an agent is in its life.
 */
export const AgentState = {
  /**
   * Not said; never sent.
   */
  AGENT_STATE_UNSPECIFIED: 0,
  /**
   * Its admission is being stored.
   */
  AGENT_STATE_ADMITTING: 1,
  /**
   * At work.
   */
  AGENT_STATE_ACTIVE: 2,
  /**
   * Its connection is lost, and it is not yet given up.
   */
  AGENT_STATE_DISCONNECTED: 3,
  /**
   * It has been silent for too long; storing this.
   */
  AGENT_STATE_MARKING_UNREACHABLE: 4,
  /**
   * It has been silent for too long. Its tasks may still run.
   */
  AGENT_STATE_UNREACHABLE: 5,
  /**
   * Known from the registry, not heard of since the last change of leader.
   */
  AGENT_STATE_RECOVERED: 6,
  /**
   * Declared gone for ever by an operator.
   */
  AGENT_STATE_GONE: 7,
} as const;

/**
 * Where an agent is in its life.
 */
export type AgentState =
  /**
   * Not said; never sent.
   */
  | 'AGENT_STATE_UNSPECIFIED'
  | 0
  /**
   * Its admission is being stored.
   */
  | 'AGENT_STATE_ADMITTING'
  | 1
  /**
   * At work.
   */
  | 'AGENT_STATE_ACTIVE'
  | 2
  /**
   * Its connection is lost, and it is not yet given up.
   */
  | 'AGENT_STATE_DISCONNECTED'
  | 3
  /**
   * It has been silent for too long; storing this.
   */
  | 'AGENT_STATE_MARKING_UNREACHABLE'
  | 4
  /**
   * It has been silent for too long. Its tasks may still run.
   */
  | 'AGENT_STATE_UNREACHABLE'
  | 5
  /**
   * Known from the registry, not heard of since the last change of leader.
   */
  | 'AGENT_STATE_RECOVERED'
  | 6
  /**
   * Declared gone for ever by an operator.
   */
  | 'AGENT_STATE_GONE'
  | 7

/**
 * Where an agent is in its life.
 */
export type AgentState__Output = typeof AgentState[keyof typeof AgentState]
