// Original file: parley/allocator/v1/allocator_session.proto

import type { Resource as _parley_types_v1_Resource, Resource__Output as _parley_types_v1_Resource__Output } from '../../../parley/types/v1/Resource';
import type { Long } from '@grpc/proto-loader';

/**
 * A decision: offer these resources. Counts as taken until it is answered by `offered` or `refused`, which happens exactly once. The
 * end of a session discards all that are open.
 */
export interface Proposal {
  /**
   * Grows by one with each proposal of a session, from 1.
   */
  'proposalId'?: (number | string | Long);
  /**
   * Sequence of the last request that the decision knew of. For diagnosis only: a proposal is never refused for being old.
   */
  'basedOn'?: (number | string | Long);
  /**
   * Whom to offer to. Never empty.
   */
  'frameworkId'?: (string);
  /**
   * For which of its roles. Never empty.
   */
  'role'?: (string);
  /**
   * On which agent. Never empty.
   */
  'agentId'?: (string);
  /**
   * What to offer.
   */
  'resources'?: (_parley_types_v1_Resource)[];
  /**
   * W3C trace context of the decision. Empty when it is not traced.
   */
  'traceparent'?: (string);
}

/**
 * A decision: offer these resources. Counts as taken until it is answered by `offered` or `refused`, which happens exactly once. The
 * end of a session discards all that are open.
 */
export interface Proposal__Output {
  /**
   * Grows by one with each proposal of a session, from 1.
   */
  'proposalId'?: (number);
  /**
   * Sequence of the last request that the decision knew of. For diagnosis only: a proposal is never refused for being old.
   */
  'basedOn'?: (number);
  /**
   * Whom to offer to. Never empty.
   */
  'frameworkId'?: (string);
  /**
   * For which of its roles. Never empty.
   */
  'role'?: (string);
  /**
   * On which agent. Never empty.
   */
  'agentId'?: (string);
  /**
   * What to offer.
   */
  'resources'?: (_parley_types_v1_Resource__Output)[];
  /**
   * W3C trace context of the decision. Empty when it is not traced.
   */
  'traceparent'?: (string);
}
