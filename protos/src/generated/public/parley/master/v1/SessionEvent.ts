// Original file: parley/master/v1/gateway_link.proto

import type { ConnectResponse as _parley_scheduler_v1_ConnectResponse, ConnectResponse__Output as _parley_scheduler_v1_ConnectResponse__Output } from '../../../parley/scheduler/v1/ConnectResponse';
import type { Long } from '@grpc/proto-loader';

/**
 * An event for a framework.
 */
export interface SessionEvent {
  /**
   * The gateway's number for the client's stream.
   */
  'session'?: (number | string | Long);
  /**
   * The event, to be passed on as it is.
   */
  'event'?: (_parley_scheduler_v1_ConnectResponse | null);
}

/**
 * An event for a framework.
 */
export interface SessionEvent__Output {
  /**
   * The gateway's number for the client's stream.
   */
  'session': (string);
  /**
   * The event, to be passed on as it is.
   */
  'event': (_parley_scheduler_v1_ConnectResponse__Output | null);
}
