// Original file: parley/allocator/v1/allocator_session.proto

import type { Resource as _parley_types_v1_Resource, Resource__Output as _parley_types_v1_Resource__Output } from '../../../parley/types/v1/Resource';
import type { Attribute as _parley_types_v1_Attribute, Attribute__Output as _parley_types_v1_Attribute__Output } from '../../../parley/types/v1/Attribute';

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
   * False while nothing of it may be offered.
   */
  'active'?: (boolean);
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
   * False while nothing of it may be offered.
   */
  'active'?: (boolean);
}
