// Original file: parley/master/v1/agent_link.proto

import type { Resource as _parley_types_v1_Resource, Resource__Output as _parley_types_v1_Resource__Output } from '../../../parley/types/v1/Resource';

/**
 * What the agent has, now.
 */
export interface ResourcesReport {
  /**
   * Everything, whether in use or not.
   */
  'total'?: (_parley_types_v1_Resource)[];
}

/**
 * What the agent has, now.
 */
export interface ResourcesReport__Output {
  /**
   * Everything, whether in use or not.
   */
  'total': (_parley_types_v1_Resource__Output)[];
}
