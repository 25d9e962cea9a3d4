// Original file: parley/types/v1/task.proto


/**
 * One variable of an environment.
 */
export interface EnvironmentVariable {
  /**
   * Name of the variable. Empty is refused.
   */
  'name'?: (string);
  /**
   * Its value. Empty is allowed.
   */
  'value'?: (string);
}

/**
 * One variable of an environment.
 */
export interface EnvironmentVariable__Output {
  /**
   * Name of the variable. Empty is refused.
   */
  'name': (string);
  /**
   * Its value. Empty is allowed.
   */
  'value': (string);
}
