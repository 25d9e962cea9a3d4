// Original file: parley/types/v1/agent.proto

import type { Resource as _parley_types_v1_Resource, Resource__Output as _parley_types_v1_Resource__Output } from '../../../parley/types/v1/Resource';
import type { Attribute as _parley_types_v1_Attribute, Attribute__Output as _parley_types_v1_Attribute__Output } from '../../../parley/types/v1/Attribute';
import type { FaultDomain as _parley_types_v1_FaultDomain, FaultDomain__Output as _parley_types_v1_FaultDomain__Output } from '../../../parley/types/v1/FaultDomain';

/**
 * What an agent says of itself.
 */
export interface AgentInfo {
  /**
   * Chosen by the agent at random before it first contacted a master; the same for as long as its disk lives. Never empty.
   */
  'agentId'?: (string);
  /**
   * The name under which its node is known. Never empty.
   */
  'hostname'?: (string);
  /**
   * Everything the agent has to offer, whether it is in use or not.
   */
  'resources'?: (_parley_types_v1_Resource)[];
  /**
   * What the agent says about its node. Empty when it says nothing.
   */
  'attributes'?: (_parley_types_v1_Attribute)[];
  /**
   * Where its node stands. Absent when it does not say.
   */
  'domain'?: (_parley_types_v1_FaultDomain | null);
}

/**
 * What an agent says of itself.
 */
export interface AgentInfo__Output {
  /**
   * Chosen by the agent at random before it first contacted a master; the same for as long as its disk lives. Never empty.
   */
  'agentId'?: (string);
  /**
   * The name under which its node is known. Never empty.
   */
  'hostname'?: (string);
  /**
   * Everything the agent has to offer, whether it is in use or not.
   */
  'resources'?: (_parley_types_v1_Resource__Output)[];
  /**
   * What the agent says about its node. Empty when it says nothing.
   */
  'attributes'?: (_parley_types_v1_Attribute__Output)[];
  /**
   * Where its node stands. Absent when it does not say.
   */
  'domain'?: (_parley_types_v1_FaultDomain__Output);
}
