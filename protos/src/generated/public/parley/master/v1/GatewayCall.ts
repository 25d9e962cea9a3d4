// Original file: parley/master/v1/gateway_link.proto

import type { SessionStamp as _parley_master_v1_SessionStamp, SessionStamp__Output as _parley_master_v1_SessionStamp__Output } from '../../../parley/master/v1/SessionStamp';
import type { ConnectRequest as _parley_scheduler_v1_ConnectRequest, ConnectRequest__Output as _parley_scheduler_v1_ConnectRequest__Output } from '../../../parley/scheduler/v1/ConnectRequest';
import type { TaskProblems as _parley_master_v1_TaskProblems, TaskProblems__Output as _parley_master_v1_TaskProblems__Output } from '../../../parley/master/v1/TaskProblems';
import type { Long } from '@grpc/proto-loader';

/**
 * A call of a subscribed framework.
 */
export interface GatewayCall {
  /**
   * The gateway's number for the client's stream.
   */
  'session'?: (number | string | Long);
  /**
   * The framework. Never empty.
   */
  'frameworkId'?: (string);
  /**
   * The session the call belongs to.
   */
  'stamp'?: (_parley_master_v1_SessionStamp | null);
  /**
   * The call: neither `subscribe` nor `heartbeat`.
   */
  'call'?: (_parley_scheduler_v1_ConnectRequest | null);
  /**
   * What the gateway found wrong with tasks in an `accept`, for the master to answer. Tasks that are not named are sound in form.
   */
  'taskProblems'?: (_parley_master_v1_TaskProblems)[];
}

/**
 * A call of a subscribed framework.
 */
export interface GatewayCall__Output {
  /**
   * The gateway's number for the client's stream.
   */
  'session': (string);
  /**
   * The framework. Never empty.
   */
  'frameworkId': (string);
  /**
   * The session the call belongs to.
   */
  'stamp': (_parley_master_v1_SessionStamp__Output | null);
  /**
   * The call: neither `subscribe` nor `heartbeat`.
   */
  'call': (_parley_scheduler_v1_ConnectRequest__Output | null);
  /**
   * What the gateway found wrong with tasks in an `accept`, for the master to answer. Tasks that are not named are sound in form.
   */
  'taskProblems': (_parley_master_v1_TaskProblems__Output)[];
}
