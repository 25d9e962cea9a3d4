// Original file: parley/operator/v1/operator_agents.proto

import type { MaintenanceWindow as _parley_operator_v1_MaintenanceWindow, MaintenanceWindow__Output as _parley_operator_v1_MaintenanceWindow__Output } from '../../../parley/operator/v1/MaintenanceWindow';

/**
 * Asks to replace the schedule of maintenance. Frameworks on those machines are asked to leave them in time. When a window begins,
 * nothing of its machines is offered any more; their tasks are not ended.
 */
export interface UpdateMaintenanceRequest {
  /**
   * The whole new schedule: no machine twice, at most 10,000 in all, and 256 KiB of it as JSON. Empty: nothing is planned.
   */
  'windows'?: (_parley_operator_v1_MaintenanceWindow)[];
}

/**
 * Asks to replace the schedule of maintenance. Frameworks on those machines are asked to leave them in time. When a window begins,
 * nothing of its machines is offered any more; their tasks are not ended.
 */
export interface UpdateMaintenanceRequest__Output {
  /**
   * The whole new schedule: no machine twice, at most 10,000 in all, and 256 KiB of it as JSON. Empty: nothing is planned.
   */
  'windows'?: (_parley_operator_v1_MaintenanceWindow__Output)[];
}
