// Original file: parley/operator/v1/operator_state.proto

import type { AgentState as _parley_operator_v1_AgentState, AgentState__Output as _parley_operator_v1_AgentState__Output } from '../../../parley/operator/v1/AgentState';
import type { Resource as _parley_types_v1_Resource, Resource__Output as _parley_types_v1_Resource__Output } from '../../../parley/types/v1/Resource';
import type { Attribute as _parley_types_v1_Attribute, Attribute__Output as _parley_types_v1_Attribute__Output } from '../../../parley/types/v1/Attribute';
import type { FaultDomain as _parley_types_v1_FaultDomain, FaultDomain__Output as _parley_types_v1_FaultDomain__Output } from '../../../parley/types/v1/FaultDomain';
import type { Unavailability as _parley_types_v1_Unavailability, Unavailability__Output as _parley_types_v1_Unavailability__Output } from '../../../parley/types/v1/Unavailability';

/**
 * An agent.
 */
export interface AgentView {
  /**
   * Never empty.
   */
  'agentId'?: (string);
  /**
   * The name under which its node is known.
   */
  'hostname'?: (string);
  /**
   * Where it is in its life.
   */
  'state'?: (_parley_operator_v1_AgentState);
  /**
   * Everything it has.
   */
  'total'?: (_parley_types_v1_Resource)[];
  /**
   * What tasks hold of it.
   */
  'used'?: (_parley_types_v1_Resource)[];
  /**
   * What open offers hold of it.
   */
  'offered'?: (_parley_types_v1_Resource)[];
  /**
   * What it says about its node. Empty when it says nothing.
   */
  'attributes'?: (_parley_types_v1_Attribute)[];
  /**
   * Where its node stands. Absent when it does not say.
   */
  'domain'?: (_parley_types_v1_FaultDomain | null);
  /**
   * True while nothing of it is offered because an operator said so.
   */
  'deactivated'?: (boolean);
  /**
   * When it will not be available. Absent when nothing is planned.
   */
  'unavailability'?: (_parley_types_v1_Unavailability | null);
  /**
   * True while nothing of it is offered because there is a whitelist and its host is not on it.
   */
  'notWhitelisted'?: (boolean);
}

/**
 * An agent.
 */
export interface AgentView__Output {
  /**
   * Never empty.
   */
  'agentId'?: (string);
  /**
   * The name under which its node is known.
   */
  'hostname'?: (string);
  /**
   * Where it is in its life.
   */
  'state'?: (_parley_operator_v1_AgentState__Output);
  /**
   * Everything it has.
   */
  'total'?: (_parley_types_v1_Resource__Output)[];
  /**
   * What tasks hold of it.
   */
  'used'?: (_parley_types_v1_Resource__Output)[];
  /**
   * What open offers hold of it.
   */
  'offered'?: (_parley_types_v1_Resource__Output)[];
  /**
   * What it says about its node. Empty when it says nothing.
   */
  'attributes'?: (_parley_types_v1_Attribute__Output)[];
  /**
   * Where its node stands. Absent when it does not say.
   */
  'domain'?: (_parley_types_v1_FaultDomain__Output);
  /**
   * True while nothing of it is offered because an operator said so.
   */
  'deactivated'?: (boolean);
  /**
   * When it will not be available. Absent when nothing is planned.
   */
  'unavailability'?: (_parley_types_v1_Unavailability__Output);
  /**
   * True while nothing of it is offered because there is a whitelist and its host is not on it.
   */
  'notWhitelisted'?: (boolean);
}
