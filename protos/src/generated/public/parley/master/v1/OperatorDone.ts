// Original file: parley/master/v1/gateway_link.proto


/**
 * What an operator asked for was done.
 */
export interface OperatorDone {
  /**
   * True when it will only be done once an agent is back.
   */
  'deferred'?: (boolean);
  /**
   * What whoever ordered should know, as sentences without a period. Empty when there is nothing to say.
   */
  'notes'?: (string)[];
}

/**
 * What an operator asked for was done.
 */
export interface OperatorDone__Output {
  /**
   * True when it will only be done once an agent is back.
   */
  'deferred': (boolean);
  /**
   * What whoever ordered should know, as sentences without a period. Empty when there is nothing to say.
   */
  'notes': (string)[];
}
