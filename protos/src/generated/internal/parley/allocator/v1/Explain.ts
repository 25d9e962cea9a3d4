// Original file: parley/allocator/v1/allocator_session.proto

import type { Long } from '@grpc/proto-loader';

/**
 * Asks why frameworks are not offered agents. Answered by one or more `explained`.
 */
export interface Explain {
  /**
   * To be repeated in the answers; never used again in a session.
   */
  'requestId'?: (number | string | Long);
  /**
   * Only about this framework. Empty: about all.
   */
  'frameworkId'?: (string);
  /**
   * Only about this role. Empty: about all.
   */
  'role'?: (string);
  /**
   * Only about this agent. Empty: about all.
   */
  'agentId'?: (string);
}

/**
 * Asks why frameworks are not offered agents. Answered by one or more `explained`.
 */
export interface Explain__Output {
  /**
   * To be repeated in the answers; never used again in a session.
   */
  'requestId'?: (number);
  /**
   * Only about this framework. Empty: about all.
   */
  'frameworkId'?: (string);
  /**
   * Only about this role. Empty: about all.
   */
  'role'?: (string);
  /**
   * Only about this agent. Empty: about all.
   */
  'agentId'?: (string);
}
