// Original file: parley/operator/v1/operator_agents.proto

import type { Whitelist as _parley_operator_v1_Whitelist, Whitelist__Output as _parley_operator_v1_Whitelist__Output } from '../../../parley/operator/v1/Whitelist';

/**
 * Asks to offer only agents on some hosts. Offers of other agents are rescinded; their tasks run on.
 */
export interface UpdateWhitelistRequest {
  /**
   * The whole new list. Absent: every host is offered.
   */
  'whitelist'?: (_parley_operator_v1_Whitelist | null);
}

/**
 * Asks to offer only agents on some hosts. Offers of other agents are rescinded; their tasks run on.
 */
export interface UpdateWhitelistRequest__Output {
  /**
   * The whole new list. Absent: every host is offered.
   */
  'whitelist'?: (_parley_operator_v1_Whitelist__Output);
}
