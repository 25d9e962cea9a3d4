// Original file: parley/master/v1/gateway_link.proto

import type { StreamError as _parley_scheduler_v1_StreamError, StreamError__Output as _parley_scheduler_v1_StreamError__Output } from '../../../parley/scheduler/v1/StreamError';
import type { Long } from '@grpc/proto-loader';

/**
 * A session is over for good.
 */
export interface SessionEnded {
  /**
   * The gateway's number for the client's stream.
   */
  'session'?: (number | string | Long);
  /**
   * Why; to be passed on as the last event of the client's stream.
   */
  'error'?: (_parley_scheduler_v1_StreamError | null);
}

/**
 * A session is over for good.
 */
export interface SessionEnded__Output {
  /**
   * The gateway's number for the client's stream.
   */
  'session'?: (number);
  /**
   * Why; to be passed on as the last event of the client's stream.
   */
  'error'?: (_parley_scheduler_v1_StreamError__Output);
}
