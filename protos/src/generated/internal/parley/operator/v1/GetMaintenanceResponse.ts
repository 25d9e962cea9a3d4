// Original file: parley/operator/v1/operator_agents.proto

import type { MaintenanceWindow as _parley_operator_v1_MaintenanceWindow, MaintenanceWindow__Output as _parley_operator_v1_MaintenanceWindow__Output } from '../../../parley/operator/v1/MaintenanceWindow';
import type { MaintenanceAnswer as _parley_operator_v1_MaintenanceAnswer, MaintenanceAnswer__Output as _parley_operator_v1_MaintenanceAnswer__Output } from '../../../parley/operator/v1/MaintenanceAnswer';

/**
 * The schedule of maintenance, and what frameworks say to it.
 */
export interface GetMaintenanceResponse {
  /**
   * The whole schedule. Empty: nothing is planned.
   */
  'windows'?: (_parley_operator_v1_MaintenanceWindow)[];
  /**
   * One for each agent of the schedule and framework that runs something there, at most 10,000.
   */
  'answers'?: (_parley_operator_v1_MaintenanceAnswer)[];
}

/**
 * The schedule of maintenance, and what frameworks say to it.
 */
export interface GetMaintenanceResponse__Output {
  /**
   * The whole schedule. Empty: nothing is planned.
   */
  'windows'?: (_parley_operator_v1_MaintenanceWindow__Output)[];
  /**
   * One for each agent of the schedule and framework that runs something there, at most 10,000.
   */
  'answers'?: (_parley_operator_v1_MaintenanceAnswer__Output)[];
}
