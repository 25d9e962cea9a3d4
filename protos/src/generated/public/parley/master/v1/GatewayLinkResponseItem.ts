// Original file: parley/master/v1/gateway_link.proto

import type { GatewayWelcome as _parley_master_v1_GatewayWelcome, GatewayWelcome__Output as _parley_master_v1_GatewayWelcome__Output } from '../../../parley/master/v1/GatewayWelcome';
import type { SessionSubscribed as _parley_master_v1_SessionSubscribed, SessionSubscribed__Output as _parley_master_v1_SessionSubscribed__Output } from '../../../parley/master/v1/SessionSubscribed';
import type { SessionEvent as _parley_master_v1_SessionEvent, SessionEvent__Output as _parley_master_v1_SessionEvent__Output } from '../../../parley/master/v1/SessionEvent';
import type { SessionEnded as _parley_master_v1_SessionEnded, SessionEnded__Output as _parley_master_v1_SessionEnded__Output } from '../../../parley/master/v1/SessionEnded';
import type { OperatorAnswer as _parley_master_v1_OperatorAnswer, OperatorAnswer__Output as _parley_master_v1_OperatorAnswer__Output } from '../../../parley/master/v1/OperatorAnswer';
import type { GatewayPing as _parley_master_v1_GatewayPing, GatewayPing__Output as _parley_master_v1_GatewayPing__Output } from '../../../parley/master/v1/GatewayPing';
import type { GatewayGoAway as _parley_master_v1_GatewayGoAway, GatewayGoAway__Output as _parley_master_v1_GatewayGoAway__Output } from '../../../parley/master/v1/GatewayGoAway';

/**
 * One thing the master tells a gateway.
 */
export interface GatewayLinkResponseItem {
  /**
   * The link is accepted.
   */
  'welcome'?: (_parley_master_v1_GatewayWelcome | null);
  /**
   * A subscription is in effect.
   */
  'sessionSubscribed'?: (_parley_master_v1_SessionSubscribed | null);
  /**
   * An event for a framework.
   */
  'sessionEvent'?: (_parley_master_v1_SessionEvent | null);
  /**
   * A session is over.
   */
  'sessionEnded'?: (_parley_master_v1_SessionEnded | null);
  /**
   * An answer to an operator, or a part of one.
   */
  'operatorAnswer'?: (_parley_master_v1_OperatorAnswer | null);
  /**
   * Asks for a sign of life.
   */
  'ping'?: (_parley_master_v1_GatewayPing | null);
  /**
   * The master stops leading on purpose.
   */
  'goAway'?: (_parley_master_v1_GatewayGoAway | null);
  /**
   * What is told. Exactly one member is set.
   */
  'item'?: "welcome"|"sessionSubscribed"|"sessionEvent"|"sessionEnded"|"operatorAnswer"|"ping"|"goAway";
}

/**
 * One thing the master tells a gateway.
 */
export interface GatewayLinkResponseItem__Output {
  /**
   * The link is accepted.
   */
  'welcome'?: (_parley_master_v1_GatewayWelcome__Output | null);
  /**
   * A subscription is in effect.
   */
  'sessionSubscribed'?: (_parley_master_v1_SessionSubscribed__Output | null);
  /**
   * An event for a framework.
   */
  'sessionEvent'?: (_parley_master_v1_SessionEvent__Output | null);
  /**
   * A session is over.
   */
  'sessionEnded'?: (_parley_master_v1_SessionEnded__Output | null);
  /**
   * An answer to an operator, or a part of one.
   */
  'operatorAnswer'?: (_parley_master_v1_OperatorAnswer__Output | null);
  /**
   * Asks for a sign of life.
   */
  'ping'?: (_parley_master_v1_GatewayPing__Output | null);
  /**
   * The master stops leading on purpose.
   */
  'goAway'?: (_parley_master_v1_GatewayGoAway__Output | null);
  /**
   * What is told. Exactly one member is set.
   */
  'item'?: "welcome"|"sessionSubscribed"|"sessionEvent"|"sessionEnded"|"operatorAnswer"|"ping"|"goAway";
}
