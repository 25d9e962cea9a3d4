// Original file: parley/master/v1/agent_link.proto

import type { Long } from '@grpc/proto-loader';

/**
 * A sign of life.
 */
export interface AgentPong {
  /**
   * As in the ping.
   */
  'ping'?: (number | string | Long);
}

/**
 * A sign of life.
 */
export interface AgentPong__Output {
  /**
   * As in the ping.
   */
  'ping'?: (number);
}
