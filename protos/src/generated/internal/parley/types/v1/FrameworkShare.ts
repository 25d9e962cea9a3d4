// Original file: parley/types/v1/explanation.proto


/**
 * A framework in the table of shares.
 */
export interface FrameworkShare {
  /**
   * The framework. Never empty.
   */
  'frameworkId'?: (string);
  /**
   * Its role. Never empty.
   */
  'role'?: (string);
  /**
   * Its largest share of any resource within the role: 0 to 1 and more.
   */
  'share'?: (number | string);
  /**
   * The resource of which it has that share. Empty when it holds nothing.
   */
  'dominant'?: (string);
  /**
   * Whether it competes for offers now.
   */
  'competes'?: (boolean);
}

/**
 * A framework in the table of shares.
 */
export interface FrameworkShare__Output {
  /**
   * The framework. Never empty.
   */
  'frameworkId'?: (string);
  /**
   * Its role. Never empty.
   */
  'role'?: (string);
  /**
   * Its largest share of any resource within the role: 0 to 1 and more.
   */
  'share'?: (number);
  /**
   * The resource of which it has that share. Empty when it holds nothing.
   */
  'dominant'?: (string);
  /**
   * Whether it competes for offers now.
   */
  'competes'?: (boolean);
}
