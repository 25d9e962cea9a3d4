// Original file: parley/types/v1/demand.proto

import type { DemandShape as _parley_types_v1_DemandShape, DemandShape__Output as _parley_types_v1_DemandShape__Output } from '../../../parley/types/v1/DemandShape';

/**
 * Pieces of work that wait for resources. While a demand is stated, the framework competes for offers only as long as some of the
 * demand is not covered by offers it holds.
 */
export interface Demand {
  /**
   * What is waited for. Empty: nothing.
   */
  'shapes'?: (_parley_types_v1_DemandShape)[];
}

/**
 * Pieces of work that wait for resources. While a demand is stated, the framework competes for offers only as long as some of the
 * demand is not covered by offers it holds.
 */
export interface Demand__Output {
  /**
   * What is waited for. Empty: nothing.
   */
  'shapes': (_parley_types_v1_DemandShape__Output)[];
}
