// Original file: parley/types/v1/constraints.proto

/**
 * How a constraint judges what it looks at.
 */
export const ConstraintTest = {
  /**
   * Not said; refused.
   */
  CONSTRAINT_TEST_UNSPECIFIED: 'CONSTRAINT_TEST_UNSPECIFIED',
  /**
   * It is there.
   */
  CONSTRAINT_TEST_EXISTS: 'CONSTRAINT_TEST_EXISTS',
  /**
   * It is not there.
   */
  CONSTRAINT_TEST_NOT_EXISTS: 'CONSTRAINT_TEST_NOT_EXISTS',
  /**
   * It is there and is this text.
   */
  CONSTRAINT_TEST_EQUALS: 'CONSTRAINT_TEST_EQUALS',
  /**
   * It is not there or is another text.
   */
  CONSTRAINT_TEST_NOT_EQUALS: 'CONSTRAINT_TEST_NOT_EQUALS',
  /**
   * It is there, and the whole of it matches the pattern.
   */
  CONSTRAINT_TEST_MATCHES: 'CONSTRAINT_TEST_MATCHES',
  /**
   * It is not there or does not match the pattern as a whole.
   */
  CONSTRAINT_TEST_NOT_MATCHES: 'CONSTRAINT_TEST_NOT_MATCHES',
} as const;

/**
 * How a constraint judges what it looks at.
 */
export type ConstraintTest =
  /**
   * Not said; refused.
   */
  | 'CONSTRAINT_TEST_UNSPECIFIED'
  | 0
  /**
   * It is there.
   */
  | 'CONSTRAINT_TEST_EXISTS'
  | 1
  /**
   * It is not there.
   */
  | 'CONSTRAINT_TEST_NOT_EXISTS'
  | 2
  /**
   * It is there and is this text.
   */
  | 'CONSTRAINT_TEST_EQUALS'
  | 3
  /**
   * It is not there or is another text.
   */
  | 'CONSTRAINT_TEST_NOT_EQUALS'
  | 4
  /**
   * It is there, and the whole of it matches the pattern.
   */
  | 'CONSTRAINT_TEST_MATCHES'
  | 5
  /**
   * It is not there or does not match the pattern as a whole.
   */
  | 'CONSTRAINT_TEST_NOT_MATCHES'
  | 6

/**
 * How a constraint judges what it looks at.
 */
export type ConstraintTest__Output = typeof ConstraintTest[keyof typeof ConstraintTest]
