// Original file: parley/allocator/v1/allocator_session.proto

import type { Resource as _parley_types_v1_Resource, Resource__Output as _parley_types_v1_Resource__Output } from '../../../parley/types/v1/Resource';
import type { Long } from '@grpc/proto-loader';

/**
 * A refusal: offers contained in what was refused are not wanted for a while. The master enforces this; to know it saves refused
 * proposals.
 */
export interface Filter {
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
   * What was refused.
   */
  'refused'?: (_parley_types_v1_Resource)[];
  /**
   * For how much longer, in milliseconds.
   */
  'remainingMs'?: (number | string | Long);
}

/**
 * A refusal: offers contained in what was refused are not wanted for a while. The master enforces this; to know it saves refused
 * proposals.
 */
export interface Filter__Output {
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
   * What was refused.
   */
  'refused'?: (_parley_types_v1_Resource__Output)[];
  /**
   * For how much longer, in milliseconds.
   */
  'remainingMs'?: (number);
}
