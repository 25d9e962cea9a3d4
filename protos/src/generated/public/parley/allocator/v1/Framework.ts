// Original file: parley/allocator/v1/allocator_session.proto

import type { FrameworkRole as _parley_allocator_v1_FrameworkRole, FrameworkRole__Output as _parley_allocator_v1_FrameworkRole__Output } from '../../../parley/allocator/v1/FrameworkRole';
import type { FrameworkCapability as _parley_types_v1_FrameworkCapability, FrameworkCapability__Output as _parley_types_v1_FrameworkCapability__Output } from '../../../parley/types/v1/FrameworkCapability';

/**
 * A framework.
 */
export interface Framework {
  /**
   * Never empty.
   */
  'frameworkId'?: (string);
  /**
   * Its roles; at least one, none twice.
   */
  'roles'?: (_parley_allocator_v1_FrameworkRole)[];
  /**
   * What it can deal with. Empty: nothing special.
   */
  'capabilities'?: (_parley_types_v1_FrameworkCapability)[];
  /**
   * False while it is not connected: nothing may be offered to it.
   */
  'active'?: (boolean);
}

/**
 * A framework.
 */
export interface Framework__Output {
  /**
   * Never empty.
   */
  'frameworkId': (string);
  /**
   * Its roles; at least one, none twice.
   */
  'roles': (_parley_allocator_v1_FrameworkRole__Output)[];
  /**
   * What it can deal with. Empty: nothing special.
   */
  'capabilities': (_parley_types_v1_FrameworkCapability__Output)[];
  /**
   * False while it is not connected: nothing may be offered to it.
   */
  'active': (boolean);
}
