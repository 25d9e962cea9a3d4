// Original file: parley/operator/v1/operator_agents.proto


/**
 * The hosts whose agents are offered.
 */
export interface Whitelist {
  /**
   * Names as the agents give them, each once; at most 10,000, and 256 KiB of them. Empty: no host, so that nothing is offered.
   */
  'hostnames'?: (string)[];
}

/**
 * The hosts whose agents are offered.
 */
export interface Whitelist__Output {
  /**
   * Names as the agents give them, each once; at most 10,000, and 256 KiB of them. Empty: no host, so that nothing is offered.
   */
  'hostnames'?: (string)[];
}
