// Original file: parley/allocator/v1/allocator_session.proto

import type { Resource as _parley_types_v1_Resource, Resource__Output as _parley_types_v1_Resource__Output } from '../../../parley/types/v1/Resource';
import type { Attribute as _parley_types_v1_Attribute, Attribute__Output as _parley_types_v1_Attribute__Output } from '../../../parley/types/v1/Attribute';
import type { AgentStanding as _parley_allocator_v1_AgentStanding, AgentStanding__Output as _parley_allocator_v1_AgentStanding__Output } from '../../../parley/allocator/v1/AgentStanding';
import type { FaultDomain as _parley_types_v1_FaultDomain, FaultDomain__Output as _parley_types_v1_FaultDomain__Output } from '../../../parley/types/v1/FaultDomain';

/**
 * An agent.
 */
export interface Agent {
  /**
   * Never empty.
   */
  'agentId'?: (string);
  /**
   * The name under which its node is known.
   */
  'hostname'?: (string);
  /**
   * Everything it has, whether held or not.
   */
  'total'?: (_parley_types_v1_Resource)[];
  /**
   * What it says about its node. Empty when it says nothing.
   */
  'attributes'?: (_parley_types_v1_Attribute)[];
  /**
   * Whether anything of it may be offered; if not, why. Always set.
   */
  'standing'?: (_parley_allocator_v1_AgentStanding);
  /**
   * Where its node stands. Absent when it does not say.
   */
  'domain'?: (_parley_types_v1_FaultDomain | null);
}

/**
 * An agent.
 */
export interface Agent__Output {
  /**
   * Never empty.
   */
  'agentId'?: (string);
  /**
   * The name under which its node is known.
   */
  'hostname'?: (string);
  /**
   * Everything it has, whether held or not.
   */
  'total'?: (_parley_types_v1_Resource__Output)[];
  /**
   * What it says about its node. Empty when it says nothing.
   */
  'attributes'?: (_parley_types_v1_Attribute__Output)[];
  /**
   * Whether anything of it may be offered; if not, why. Always set.
   */
  'standing'?: (_parley_allocator_v1_AgentStanding__Output);
  /**
   * Where its node stands. Absent when it does not say.
   */
  'domain'?: (_parley_types_v1_FaultDomain__Output);
}
