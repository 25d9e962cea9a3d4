// Original file: parley/allocator/v1/allocator_session.proto

import type { AllocatorCapability as _parley_allocator_v1_AllocatorCapability, AllocatorCapability__Output as _parley_allocator_v1_AllocatorCapability__Output } from '../../../parley/allocator/v1/AllocatorCapability';

/**
 * The allocator is ready to be told.
 */
export interface Ready {
  /**
   * What the allocator is called, for people. Never empty.
   */
  'name'?: (string);
  /**
   * The policy it decides by, for people. Never empty.
   */
  'policy'?: (string);
  /**
   * What it can do beyond proposals. Empty: nothing. Those that the master does not know are ignored.
   */
  'capabilities'?: (_parley_allocator_v1_AllocatorCapability)[];
}

/**
 * The allocator is ready to be told.
 */
export interface Ready__Output {
  /**
   * What the allocator is called, for people. Never empty.
   */
  'name': (string);
  /**
   * The policy it decides by, for people. Never empty.
   */
  'policy': (string);
  /**
   * What it can do beyond proposals. Empty: nothing. Those that the master does not know are ignored.
   */
  'capabilities': (_parley_allocator_v1_AllocatorCapability__Output)[];
}
