// Original file: parley/master/v1/agent_link.proto

import type { Long } from '@grpc/proto-loader';

/**
 * The agent is admitted.
 */
export interface Registered {
  /**
   * As the agent named itself.
   */
  'agentId'?: (string);
  /**
   * Interval of the master's pings, in milliseconds.
   */
  'pingMs'?: (number | string | Long);
  /**
   * After so many unanswered pings the agent counts as unreachable; after as many silent intervals it looks for another master.
   */
  'pingsMissedMax'?: (number | string | Long);
}

/**
 * The agent is admitted.
 */
export interface Registered__Output {
  /**
   * As the agent named itself.
   */
  'agentId': (string);
  /**
   * Interval of the master's pings, in milliseconds.
   */
  'pingMs': (string);
  /**
   * After so many unanswered pings the agent counts as unreachable; after as many silent intervals it looks for another master.
   */
  'pingsMissedMax': (string);
}
