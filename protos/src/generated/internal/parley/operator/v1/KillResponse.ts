// Original file: parley/operator/v1/operator_service.proto


/**
 * The kill was taken.
 */
export interface KillResponse {
  /**
   * True when the task's agent is away: the kill is carried out when it is back.
   */
  'deferred'?: (boolean);
}

/**
 * The kill was taken.
 */
export interface KillResponse__Output {
  /**
   * True when the task's agent is away: the kill is carried out when it is back.
   */
  'deferred'?: (boolean);
}
