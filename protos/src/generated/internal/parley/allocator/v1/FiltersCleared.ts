// Original file: parley/allocator/v1/allocator_session.proto


/**
 * Every refusal of a framework in a role is over.
 */
export interface FiltersCleared {
  /**
   * Never empty.
   */
  'frameworkId'?: (string);
  /**
   * Never empty.
   */
  'role'?: (string);
  /**
   * On this agent alone. Empty: on every agent.
   */
  'agentId'?: (string);
}

/**
 * Every refusal of a framework in a role is over.
 */
export interface FiltersCleared__Output {
  /**
   * Never empty.
   */
  'frameworkId'?: (string);
  /**
   * Never empty.
   */
  'role'?: (string);
  /**
   * On this agent alone. Empty: on every agent.
   */
  'agentId'?: (string);
}
