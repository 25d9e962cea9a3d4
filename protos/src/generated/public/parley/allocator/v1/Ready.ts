// Original file: parley/allocator/v1/allocator_session.proto


/**
 * The allocator is ready to be told.
 */
export interface Ready {
  /**
   * What the allocator is called, for people. Never empty.
   */
  'name'?: (string);
  /**
   * The policy it decides by, for people. Never empty.
   */
  'policy'?: (string);
}

/**
 * The allocator is ready to be told.
 */
export interface Ready__Output {
  /**
   * What the allocator is called, for people. Never empty.
   */
  'name': (string);
  /**
   * The policy it decides by, for people. Never empty.
   */
  'policy': (string);
}
