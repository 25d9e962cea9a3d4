// Original file: parley/operator/v1/operator_agents.proto


/**
 * The schedule is in effect.
 */
export interface UpdateMaintenanceResponse {
  /**
   * What whoever ordered should know, as sentences without a period, such as which machines have no agent: they may be misspelt, or come
   * later. Empty when there is nothing to say.
   */
  'notes'?: (string)[];
}

/**
 * The schedule is in effect.
 */
export interface UpdateMaintenanceResponse__Output {
  /**
   * What whoever ordered should know, as sentences without a period, such as which machines have no agent: they may be misspelt, or come
   * later. Empty when there is nothing to say.
   */
  'notes'?: (string)[];
}
