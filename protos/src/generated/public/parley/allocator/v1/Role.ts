// Original file: parley/allocator/v1/allocator_session.proto


/**
 * A role.
 */
export interface Role {
  /**
   * Its name. Never empty.
   */
  'role'?: (string);
  /**
   * Its share in comparison with other roles, more than 0; usually 1. Roles that are not told have 1.
   */
  'weight'?: (number | string);
}

/**
 * A role.
 */
export interface Role__Output {
  /**
   * Its name. Never empty.
   */
  'role': (string);
  /**
   * Its share in comparison with other roles, more than 0; usually 1. Roles that are not told have 1.
   */
  'weight': (number);
}
