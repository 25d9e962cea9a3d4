// Original file: parley/allocator/v1/allocator_session.proto


/**
 * A framework.
 */
export interface Framework {
  /**
   * Never empty.
   */
  'frameworkId'?: (string);
  /**
   * The roles it wants offers for; at least one.
   */
  'roles'?: (string)[];
  /**
   * Those of its roles for which it wants none for now.
   */
  'suppressedRoles'?: (string)[];
  /**
   * False while it is not connected: nothing may be offered to it.
   */
  'active'?: (boolean);
}

/**
 * A framework.
 */
export interface Framework__Output {
  /**
   * Never empty.
   */
  'frameworkId': (string);
  /**
   * The roles it wants offers for; at least one.
   */
  'roles': (string)[];
  /**
   * Those of its roles for which it wants none for now.
   */
  'suppressedRoles': (string)[];
  /**
   * False while it is not connected: nothing may be offered to it.
   */
  'active': (boolean);
}
