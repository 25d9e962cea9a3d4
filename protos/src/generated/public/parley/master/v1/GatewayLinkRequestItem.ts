// Original file: parley/master/v1/gateway_link.proto

import type { GatewayHello as _parley_master_v1_GatewayHello, GatewayHello__Output as _parley_master_v1_GatewayHello__Output } from '../../../parley/master/v1/GatewayHello';
import type { GatewaySubscribe as _parley_master_v1_GatewaySubscribe, GatewaySubscribe__Output as _parley_master_v1_GatewaySubscribe__Output } from '../../../parley/master/v1/GatewaySubscribe';
import type { GatewayCall as _parley_master_v1_GatewayCall, GatewayCall__Output as _parley_master_v1_GatewayCall__Output } from '../../../parley/master/v1/GatewayCall';
import type { SessionClosed as _parley_master_v1_SessionClosed, SessionClosed__Output as _parley_master_v1_SessionClosed__Output } from '../../../parley/master/v1/SessionClosed';
import type { OperatorQuery as _parley_master_v1_OperatorQuery, OperatorQuery__Output as _parley_master_v1_OperatorQuery__Output } from '../../../parley/master/v1/OperatorQuery';
import type { OperatorCancel as _parley_master_v1_OperatorCancel, OperatorCancel__Output as _parley_master_v1_OperatorCancel__Output } from '../../../parley/master/v1/OperatorCancel';
import type { GatewayPong as _parley_master_v1_GatewayPong, GatewayPong__Output as _parley_master_v1_GatewayPong__Output } from '../../../parley/master/v1/GatewayPong';

/**
 * One thing a gateway tells the master. A link begins with hello.
 */
export interface GatewayLinkRequestItem {
  /**
   * Who the gateway is.
   */
  'hello'?: (_parley_master_v1_GatewayHello | null);
  /**
   * A framework's subscription.
   */
  'subscribe'?: (_parley_master_v1_GatewaySubscribe | null);
  /**
   * Another call of a framework.
   */
  'call'?: (_parley_master_v1_GatewayCall | null);
  /**
   * A framework's stream has ended.
   */
  'sessionClosed'?: (_parley_master_v1_SessionClosed | null);
  /**
   * A question of an operator.
   */
  'operatorQuery'?: (_parley_master_v1_OperatorQuery | null);
  /**
   * An operator's question is void.
   */
  'operatorCancel'?: (_parley_master_v1_OperatorCancel | null);
  /**
   * A sign of life.
   */
  'pong'?: (_parley_master_v1_GatewayPong | null);
  /**
   * What is told. Exactly one member is set.
   */
  'item'?: "hello"|"subscribe"|"call"|"sessionClosed"|"operatorQuery"|"operatorCancel"|"pong";
}

/**
 * One thing a gateway tells the master. A link begins with hello.
 */
export interface GatewayLinkRequestItem__Output {
  /**
   * Who the gateway is.
   */
  'hello'?: (_parley_master_v1_GatewayHello__Output | null);
  /**
   * A framework's subscription.
   */
  'subscribe'?: (_parley_master_v1_GatewaySubscribe__Output | null);
  /**
   * Another call of a framework.
   */
  'call'?: (_parley_master_v1_GatewayCall__Output | null);
  /**
   * A framework's stream has ended.
   */
  'sessionClosed'?: (_parley_master_v1_SessionClosed__Output | null);
  /**
   * A question of an operator.
   */
  'operatorQuery'?: (_parley_master_v1_OperatorQuery__Output | null);
  /**
   * An operator's question is void.
   */
  'operatorCancel'?: (_parley_master_v1_OperatorCancel__Output | null);
  /**
   * A sign of life.
   */
  'pong'?: (_parley_master_v1_GatewayPong__Output | null);
  /**
   * What is told. Exactly one member is set.
   */
  'item'?: "hello"|"subscribe"|"call"|"sessionClosed"|"operatorQuery"|"operatorCancel"|"pong";
}
