// Original file: parley/operator/v1/operator_service.proto


/**
 * Asks to end a framework.
 */
export interface TeardownRequest {
  /**
   * The framework. Empty is refused.
   */
  'frameworkId'?: (string);
}

/**
 * Asks to end a framework.
 */
export interface TeardownRequest__Output {
  /**
   * The framework. Empty is refused.
   */
  'frameworkId'?: (string);
}
