// Original file: parley/allocator/v1/allocator_session.proto

/**
 * Whether anything of an agent may be offered.
 */
export const AgentStanding = {
  /**
   * Not said; never sent.
   */
  AGENT_STANDING_UNSPECIFIED: 0,
  /**
   * It may.
   */
  AGENT_STANDING_OFFERABLE: 1,
  /**
   * Not while it is disconnected.
   */
  AGENT_STANDING_DISCONNECTED: 2,
  /**
   * Not while an operator has deactivated it.
   */
  AGENT_STANDING_DEACTIVATED: 3,
  /**
   * Not while its maintenance lasts.
   */
  AGENT_STANDING_DRAINING: 4,
  /**
   * Not while there is a whitelist without its host.
   */
  AGENT_STANDING_NOT_WHITELISTED: 5,
} as const;

/**
 * Whether anything of an agent may be offered.
 */
export type AgentStanding =
  /**
   * Not said; never sent.
   */
  | 'AGENT_STANDING_UNSPECIFIED'
  | 0
  /**
   * It may.
   */
  | 'AGENT_STANDING_OFFERABLE'
  | 1
  /**
   * Not while it is disconnected.
   */
  | 'AGENT_STANDING_DISCONNECTED'
  | 2
  /**
   * Not while an operator has deactivated it.
   */
  | 'AGENT_STANDING_DEACTIVATED'
  | 3
  /**
   * Not while its maintenance lasts.
   */
  | 'AGENT_STANDING_DRAINING'
  | 4
  /**
   * Not while there is a whitelist without its host.
   */
  | 'AGENT_STANDING_NOT_WHITELISTED'
  | 5

/**
 * Whether anything of an agent may be offered.
 */
export type AgentStanding__Output = typeof AgentStanding[keyof typeof AgentStanding]
