// Original file: parley/operator/v1/operator_agents.proto

import type { Whitelist as _parley_operator_v1_Whitelist, Whitelist__Output as _parley_operator_v1_Whitelist__Output } from '../../../parley/operator/v1/Whitelist';

/**
 * Which hosts are offered.
 */
export interface GetWhitelistResponse {
  /**
   * The list. Absent: every host is offered.
   */
  'whitelist'?: (_parley_operator_v1_Whitelist | null);
}

/**
 * Which hosts are offered.
 */
export interface GetWhitelistResponse__Output {
  /**
   * The list. Absent: every host is offered.
   */
  'whitelist'?: (_parley_operator_v1_Whitelist__Output);
}
