// Original file: parley/master/v1/agent_link.proto

import type { ReportedTask as _parley_master_v1_ReportedTask, ReportedTask__Output as _parley_master_v1_ReportedTask__Output } from '../../../parley/master/v1/ReportedTask';

/**
 * Part of a registration.
 */
export interface RegisterTasks {
  /**
   * In no particular order.
   */
  'tasks'?: (_parley_master_v1_ReportedTask)[];
}

/**
 * Part of a registration.
 */
export interface RegisterTasks__Output {
  /**
   * In no particular order.
   */
  'tasks'?: (_parley_master_v1_ReportedTask__Output)[];
}
