// Original file: parley/master/v1/agent_link.proto


/**
 * A status update that its framework has taken notice of.
 */
export interface UpdateAcknowledged {
  /**
   * Never empty.
   */
  'frameworkId'?: (string);
  /**
   * Never empty.
   */
  'taskId'?: (string);
  /**
   * As in the update. Never empty.
   */
  'uuid'?: (string);
}

/**
 * A status update that its framework has taken notice of.
 */
export interface UpdateAcknowledged__Output {
  /**
   * Never empty.
   */
  'frameworkId': (string);
  /**
   * Never empty.
   */
  'taskId': (string);
  /**
   * As in the update. Never empty.
   */
  'uuid': (string);
}
