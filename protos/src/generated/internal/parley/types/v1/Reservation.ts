// Original file: parley/types/v1/resources.proto


/**
 * One reservation of a stack.
 */
export interface Reservation {
  /**
   * The role for which it is reserved. Never empty and never `*`.
   */
  'role'?: (string);
}

/**
 * One reservation of a stack.
 */
export interface Reservation__Output {
  /**
   * The role for which it is reserved. Never empty and never `*`.
   */
  'role'?: (string);
}
