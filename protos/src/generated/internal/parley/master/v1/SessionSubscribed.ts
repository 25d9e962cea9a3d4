// Original file: parley/master/v1/gateway_link.proto

import type { SessionStamp as _parley_master_v1_SessionStamp, SessionStamp__Output as _parley_master_v1_SessionStamp__Output } from '../../../parley/master/v1/SessionStamp';
import type { Long } from '@grpc/proto-loader';

/**
 * A subscription is in effect.
 */
export interface SessionSubscribed {
  /**
   * The gateway's number for the client's stream.
   */
  'session'?: (number | string | Long);
  /**
   * The framework. Never empty.
   */
  'frameworkId'?: (string);
  /**
   * The stamp of the session, to be sent with every call.
   */
  'stamp'?: (_parley_master_v1_SessionStamp | null);
}

/**
 * A subscription is in effect.
 */
export interface SessionSubscribed__Output {
  /**
   * The gateway's number for the client's stream.
   */
  'session'?: (number);
  /**
   * The framework. Never empty.
   */
  'frameworkId'?: (string);
  /**
   * The stamp of the session, to be sent with every call.
   */
  'stamp'?: (_parley_master_v1_SessionStamp__Output);
}
