// Original file: parley/allocator/v1/allocator_session.proto


/**
 * An agent that is no longer there.
 */
export interface AgentRemoved {
  /**
   * Never empty.
   */
  'agentId'?: (string);
}

/**
 * An agent that is no longer there.
 */
export interface AgentRemoved__Output {
  /**
   * Never empty.
   */
  'agentId'?: (string);
}
