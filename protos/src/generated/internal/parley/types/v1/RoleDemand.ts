// Original file: parley/types/v1/demand.proto

import type { Demand as _parley_types_v1_Demand, Demand__Output as _parley_types_v1_Demand__Output } from '../../../parley/types/v1/Demand';

/**
 * What a framework waits for in one of its roles: at most 100 shapes, and over all roles at most 64 Ki characters, where a shape counts 16
 * and the text of its resources (`cpus:1;mem:512`).
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
 * What a framework waits for in one of its roles: at most 100 shapes, and over all roles at most 64 Ki characters, where a shape counts 16
 * and the text of its resources (`cpus:1;mem:512`).
 */
export interface RoleDemand__Output {
  /**
   * The role. Empty is refused.
   */
  'role'?: (string);
  /**
   * All it waits for in that role. Absent: not stated, so that the framework competes for whatever there is.
   */
  'demand'?: (_parley_types_v1_Demand__Output);
}
