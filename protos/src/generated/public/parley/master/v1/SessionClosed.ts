// Original file: parley/master/v1/gateway_link.proto

import type { SessionStamp as _parley_master_v1_SessionStamp, SessionStamp__Output as _parley_master_v1_SessionStamp__Output } from '../../../parley/master/v1/SessionStamp';
import type { Long } from '@grpc/proto-loader';

/**
 * A framework's stream has ended.
 */
export interface SessionClosed {
  /**
   * The gateway's number for the client's stream.
   */
  'session'?: (number | string | Long);
  /**
   * The framework. Never empty.
   */
  'frameworkId'?: (string);
  /**
   * The session that has ended.
   */
  'stamp'?: (_parley_master_v1_SessionStamp | null);
  /**
   * True when the client ended it on purpose; false when it vanished.
   */
  'clean'?: (boolean);
}

/**
 * A framework's stream has ended.
 */
export interface SessionClosed__Output {
  /**
   * The gateway's number for the client's stream.
   */
  'session': (string);
  /**
   * The framework. Never empty.
   */
  'frameworkId': (string);
  /**
   * The session that has ended.
   */
  'stamp': (_parley_master_v1_SessionStamp__Output | null);
  /**
   * True when the client ended it on purpose; false when it vanished.
   */
  'clean': (boolean);
}
