// Original file: parley/master/v1/agent_link.proto

import type { Long } from '@grpc/proto-loader';

/**
 * Asks for a sign of life.
 */
export interface AgentPing {
  /**
   * To be repeated in the pong.
   */
  'ping'?: (number | string | Long);
}

/**
 * Asks for a sign of life.
 */
export interface AgentPing__Output {
  /**
   * To be repeated in the pong.
   */
  'ping'?: (number);
}
