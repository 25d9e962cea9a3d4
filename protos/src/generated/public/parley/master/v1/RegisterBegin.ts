// Original file: parley/master/v1/agent_link.proto

import type { AgentInfo as _parley_types_v1_AgentInfo, AgentInfo__Output as _parley_types_v1_AgentInfo__Output } from '../../../parley/types/v1/AgentInfo';

/**
 * Begins a registration.
 */
export interface RegisterBegin {
  /**
   * What the agent says of itself.
   */
  'agentInfo'?: (_parley_types_v1_AgentInfo | null);
  /**
   * Differs after every start of the agent's host. Never empty.
   */
  'bootId'?: (string);
}

/**
 * Begins a registration.
 */
export interface RegisterBegin__Output {
  /**
   * What the agent says of itself.
   */
  'agentInfo': (_parley_types_v1_AgentInfo__Output | null);
  /**
   * Differs after every start of the agent's host. Never empty.
   */
  'bootId': (string);
}
