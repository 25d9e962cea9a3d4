// Original file: parley/master/v1/gateway_link.proto

import type { Subscribe as _parley_scheduler_v1_Subscribe, Subscribe__Output as _parley_scheduler_v1_Subscribe__Output } from '../../../parley/scheduler/v1/Subscribe';
import type { SessionStamp as _parley_master_v1_SessionStamp, SessionStamp__Output as _parley_master_v1_SessionStamp__Output } from '../../../parley/master/v1/SessionStamp';
import type { Long } from '@grpc/proto-loader';

/**
 * A framework's subscription.
 */
export interface GatewaySubscribe {
  /**
   * The gateway's number for the client's stream, never used again.
   */
  'session'?: (number | string | Long);
  /**
   * As the client sent it, or as it has become since.
   */
  'subscribe'?: (_parley_scheduler_v1_Subscribe | null);
  /**
   * Set when the gateway subscribes again on behalf of a client that noticed nothing. Absent: the client has just come.
   */
  'stamp'?: (_parley_master_v1_SessionStamp | null);
}

/**
 * A framework's subscription.
 */
export interface GatewaySubscribe__Output {
  /**
   * The gateway's number for the client's stream, never used again.
   */
  'session'?: (number);
  /**
   * As the client sent it, or as it has become since.
   */
  'subscribe'?: (_parley_scheduler_v1_Subscribe__Output);
  /**
   * Set when the gateway subscribes again on behalf of a client that noticed nothing. Absent: the client has just come.
   */
  'stamp'?: (_parley_master_v1_SessionStamp__Output);
}
