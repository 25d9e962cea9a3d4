// Original file: parley/types/v1/resources.proto


/**
 * Distinct names.
 */
export interface ResourceSet {
  /**
   * The names, each of them once. Empty is the same as leaving the resource out.
   */
  'items'?: (string)[];
}

/**
 * Distinct names.
 */
export interface ResourceSet__Output {
  /**
   * The names, each of them once. Empty is the same as leaving the resource out.
   */
  'items': (string)[];
}
