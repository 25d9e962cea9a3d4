// Original file: parley/allocator/v1/allocator_session.proto

import type { Resource as _parley_types_v1_Resource, Resource__Output as _parley_types_v1_Resource__Output } from '../../../parley/types/v1/Resource';

/**
 * Everything that one framework holds on one agent for one role. Both lists empty: nothing any more.
 */
export interface Allocation {
  /**
   * Never empty.
   */
  'frameworkId'?: (string);
  /**
   * Never empty.
   */
  'role'?: (string);
  /**
   * Never empty.
   */
  'agentId'?: (string);
  /**
   * Held by tasks.
   */
  'allocated'?: (_parley_types_v1_Resource)[];
  /**
   * Held by open offers.
   */
  'offered'?: (_parley_types_v1_Resource)[];
}

/**
 * Everything that one framework holds on one agent for one role. Both lists empty: nothing any more.
 */
export interface Allocation__Output {
  /**
   * Never empty.
   */
  'frameworkId': (string);
  /**
   * Never empty.
   */
  'role': (string);
  /**
   * Never empty.
   */
  'agentId': (string);
  /**
   * Held by tasks.
   */
  'allocated': (_parley_types_v1_Resource__Output)[];
  /**
   * Held by open offers.
   */
  'offered': (_parley_types_v1_Resource__Output)[];
}
