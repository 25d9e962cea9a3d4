// Original file: parley/master/v1/agent_link.proto

import type { RegistrationRefusal as _parley_master_v1_RegistrationRefusal, RegistrationRefusal__Output as _parley_master_v1_RegistrationRefusal__Output } from '../../../parley/master/v1/RegistrationRefusal';

/**
 * The agent is not admitted. Final for this link.
 */
export interface RegistrationRefused {
  /**
   * Why.
   */
  'reason'?: (_parley_master_v1_RegistrationRefusal);
  /**
   * For people.
   */
  'message'?: (string);
}

/**
 * The agent is not admitted. Final for this link.
 */
export interface RegistrationRefused__Output {
  /**
   * Why.
   */
  'reason'?: (_parley_master_v1_RegistrationRefusal__Output);
  /**
   * For people.
   */
  'message'?: (string);
}
