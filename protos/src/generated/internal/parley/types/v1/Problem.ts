// Original file: parley/types/v1/problem.proto


/**
 * One fault of something that was sent.
 */
export interface Problem {
  /**
   * Path of the field that is at fault, such as `operations[0].tasks[2].resources`. Empty when the fault is not in one field.
   */
  'field'?: (string);
  /**
   * What is wrong, for people, without a final period. Never empty.
   */
  'message'?: (string);
}

/**
 * One fault of something that was sent.
 */
export interface Problem__Output {
  /**
   * Path of the field that is at fault, such as `operations[0].tasks[2].resources`. Empty when the fault is not in one field.
   */
  'field'?: (string);
  /**
   * What is wrong, for people, without a final period. Never empty.
   */
  'message'?: (string);
}
