// Original file: parley/scheduler/v1/scheduler_events.proto

import type { Long } from '@grpc/proto-loader';

/**
 * The first event of every stream: the subscription is in effect. Store the framework id before anything else.
 */
export interface Subscribed {
  /**
   * The id of the framework, to be sent in every later subscription. Never empty.
   */
  'frameworkId'?: (string);
  /**
   * Both sides send at least one message per this many milliseconds. A client that hears nothing for five times as long should end
   * the stream and connect again.
   */
  'heartbeatMs'?: (number | string | Long);
}

/**
 * The first event of every stream: the subscription is in effect. Store the framework id before anything else.
 */
export interface Subscribed__Output {
  /**
   * The id of the framework, to be sent in every later subscription. Never empty.
   */
  'frameworkId'?: (string);
  /**
   * Both sides send at least one message per this many milliseconds. A client that hears nothing for five times as long should end
   * the stream and connect again.
   */
  'heartbeatMs'?: (number);
}
