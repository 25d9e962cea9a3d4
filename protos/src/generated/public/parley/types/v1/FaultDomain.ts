// Original file: parley/types/v1/availability.proto


/**
 * Where a machine stands. Failures within one zone come together, and so, less often, do failures within one region.
 */
export interface FaultDomain {
  /**
   * Name of the region, such as a site. Never empty.
   */
  'region'?: (string);
  /**
   * Name of the zone within the region, such as a room. Never empty.
   */
  'zone'?: (string);
}

/**
 * Where a machine stands. Failures within one zone come together, and so, less often, do failures within one region.
 */
export interface FaultDomain__Output {
  /**
   * Name of the region, such as a site. Never empty.
   */
  'region': (string);
  /**
   * Name of the zone within the region, such as a room. Never empty.
   */
  'zone': (string);
}
