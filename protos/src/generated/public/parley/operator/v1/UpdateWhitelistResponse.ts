// Original file: parley/operator/v1/operator_agents.proto


/**
 * The list is in effect.
 */
export interface UpdateWhitelistResponse {
  /**
   * What whoever ordered should know, as sentences without a period, such as which hosts have no agent: they may be misspelt, or come
   * later. Empty when there is nothing to say.
   */
  'notes'?: (string)[];
}

/**
 * The list is in effect.
 */
export interface UpdateWhitelistResponse__Output {
  /**
   * What whoever ordered should know, as sentences without a period, such as which hosts have no agent: they may be misspelt, or come
   * later. Empty when there is nothing to say.
   */
  'notes': (string)[];
}
