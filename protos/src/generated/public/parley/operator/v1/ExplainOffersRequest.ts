// Original file: parley/operator/v1/operator_offers.proto


/**
 * Asks why there are no offers.
 */
export interface ExplainOffersRequest {
  /**
   * Only about this framework. Empty: about all.
   */
  'frameworkId'?: (string);
  /**
   * Only about this role. Empty: about all.
   */
  'role'?: (string);
  /**
   * Only about this agent. Empty: about all.
   */
  'agentId'?: (string);
}

/**
 * Asks why there are no offers.
 */
export interface ExplainOffersRequest__Output {
  /**
   * Only about this framework. Empty: about all.
   */
  'frameworkId': (string);
  /**
   * Only about this role. Empty: about all.
   */
  'role': (string);
  /**
   * Only about this agent. Empty: about all.
   */
  'agentId': (string);
}
