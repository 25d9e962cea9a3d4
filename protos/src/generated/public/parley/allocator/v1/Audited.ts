// Original file: parley/allocator/v1/allocator_session.proto


/**
 * The answer to an audit.
 */
export interface Audited {
  /**
   * The agents, of those asked about, of which the allocator knows something else; the master tells them anew. Empty: all is well.
   */
  'differingAgentIds'?: (string)[];
}

/**
 * The answer to an audit.
 */
export interface Audited__Output {
  /**
   * The agents, of those asked about, of which the allocator knows something else; the master tells them anew. Empty: all is well.
   */
  'differingAgentIds': (string)[];
}
