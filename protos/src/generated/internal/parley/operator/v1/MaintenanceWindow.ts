// Original file: parley/operator/v1/operator_agents.proto

import type { Unavailability as _parley_types_v1_Unavailability, Unavailability__Output as _parley_types_v1_Unavailability__Output } from '../../../parley/types/v1/Unavailability';

/**
 * A planned time during which machines are not available.
 */
export interface MaintenanceWindow {
  /**
   * The machines, by name as their agents give it; at least one. They need not be known to the cluster yet.
   */
  'hostnames'?: (string)[];
  /**
   * When they are not available. Absent is refused.
   */
  'unavailability'?: (_parley_types_v1_Unavailability | null);
}

/**
 * A planned time during which machines are not available.
 */
export interface MaintenanceWindow__Output {
  /**
   * The machines, by name as their agents give it; at least one. They need not be known to the cluster yet.
   */
  'hostnames'?: (string)[];
  /**
   * When they are not available. Absent is refused.
   */
  'unavailability'?: (_parley_types_v1_Unavailability__Output);
}
