// Original file: parley/types/v1/demand.proto

import type { Demand as _parley_types_v1_Demand, Demand__Output as _parley_types_v1_Demand__Output } from '../../../parley/types/v1/Demand';

/**
 * What a framework waits for in one of its roles.
 */
export interface RoleDemand {
  /**
   * The role. Empty is refused.
   */
  'role'?: (string);
  /**
   * All it waits for in that role. Absent: not stated, so that the framework competes for whatever there is.
   */
  'demand'?: (_parley_types_v1_Demand | null);
}

/**
 * What a framework waits for in one of its roles.
 */
export interface RoleDemand__Output {
  /**
   * The role. Empty is refused.
   */
  'role': (string);
  /**
   * All it waits for in that role. Absent: not stated, so that the framework competes for whatever there is.
   */
  'demand': (_parley_types_v1_Demand__Output | null);
}
