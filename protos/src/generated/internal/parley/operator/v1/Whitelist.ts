// Original file: parley/operator/v1/operator_agents.proto


/**
 * The hosts whose agents are offered.
 */
export interface Whitelist {
  /**
   * Names as the agents give them; at most 10,000. Empty: no host, so that nothing is offered.
   */
  'hostnames'?: (string)[];
}

/**
 * The hosts whose agents are offered.
 */
export interface Whitelist__Output {
  /**
   * Names as the agents give them; at most 10,000. Empty: no host, so that nothing is offered.
   */
  'hostnames'?: (string)[];
}
