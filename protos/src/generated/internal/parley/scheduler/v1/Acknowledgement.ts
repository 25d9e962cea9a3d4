// Original file: parley/scheduler/v1/scheduler_calls.proto


/**
 * One status update that was taken notice of.
 */
export interface Acknowledgement {
  /**
   * As in the update. Empty is refused.
   */
  'agentId'?: (string);
  /**
   * As in the update. Empty is refused.
   */
  'taskId'?: (string);
  /**
   * As in the update. Empty is refused: an update without uuid wants no acknowledgement.
   */
  'uuid'?: (string);
}

/**
 * One status update that was taken notice of.
 */
export interface Acknowledgement__Output {
  /**
   * As in the update. Empty is refused.
   */
  'agentId'?: (string);
  /**
   * As in the update. Empty is refused.
   */
  'taskId'?: (string);
  /**
   * As in the update. Empty is refused: an update without uuid wants no acknowledgement.
   */
  'uuid'?: (string);
}
