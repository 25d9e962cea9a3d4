// Original file: parley/types/v1/label.proto


/**
 * A pair that is passed through to people and tools. The cluster gives it no meaning; keys may repeat and the order is kept.
 */
export interface Label {
  /**
   * What the label is called. Empty is allowed and means nothing in particular.
   */
  'key'?: (string);
  /**
   * What the label says. Empty is allowed.
   */
  'value'?: (string);
}

/**
 * A pair that is passed through to people and tools. The cluster gives it no meaning; keys may repeat and the order is kept.
 */
export interface Label__Output {
  /**
   * What the label is called. Empty is allowed and means nothing in particular.
   */
  'key'?: (string);
  /**
   * What the label says. Empty is allowed.
   */
  'value'?: (string);
}
