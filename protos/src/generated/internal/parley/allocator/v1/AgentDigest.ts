// Original file: parley/allocator/v1/allocator_session.proto


/**
 * The digest of everything the session has told about an agent. How it is made is written in docs/allocator-contract.md.
 */
export interface AgentDigest {
  /**
   * Never empty.
   */
  'agentId'?: (string);
  /**
   * 8 hexadecimal digits in lower case.
   */
  'digest'?: (string);
}

/**
 * The digest of everything the session has told about an agent. How it is made is written in docs/allocator-contract.md.
 */
export interface AgentDigest__Output {
  /**
   * Never empty.
   */
  'agentId'?: (string);
  /**
   * 8 hexadecimal digits in lower case.
   */
  'digest'?: (string);
}
