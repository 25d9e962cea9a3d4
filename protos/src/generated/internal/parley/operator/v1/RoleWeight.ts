// Original file: parley/operator/v1/operator_roles.proto


/**
 * The weight of a role.
 */
export interface RoleWeight {
  /**
   * The role, such as `eng` or `eng/backend`. Empty is refused.
   */
  'role'?: (string);
  /**
   * Finite and more than 0; 1 is the usual. A role with weight 2 gets twice as much as one beside it with weight 1.
   */
  'weight'?: (number | string);
}

/**
 * The weight of a role.
 */
export interface RoleWeight__Output {
  /**
   * The role, such as `eng` or `eng/backend`. Empty is refused.
   */
  'role'?: (string);
  /**
   * Finite and more than 0; 1 is the usual. A role with weight 2 gets twice as much as one beside it with weight 1.
   */
  'weight'?: (number);
}
