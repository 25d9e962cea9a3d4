// Original file: parley/operator/v1/operator_state.proto


/**
 * A role.
 */
export interface RoleView {
  /**
   * Never empty.
   */
  'role'?: (string);
  /**
   * Its share in comparison with other roles, more than 0; usually 1.
   */
  'weight'?: (number | string);
}

/**
 * A role.
 */
export interface RoleView__Output {
  /**
   * Never empty.
   */
  'role': (string);
  /**
   * Its share in comparison with other roles, more than 0; usually 1.
   */
  'weight': (number);
}
