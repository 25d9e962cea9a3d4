import type {
  GatewayLinkResponseItem,
  GatewayLinkResponseItem__Output,
} from '@parley/protos/internal/parley/master/v1/GatewayLinkResponseItem';
import type { GatewayWelcome__Output } from '@parley/protos/internal/parley/master/v1/GatewayWelcome';
import type { SessionEnded__Output } from '@parley/protos/internal/parley/master/v1/SessionEnded';
import type { SessionEvent__Output } from '@parley/protos/internal/parley/master/v1/SessionEvent';
import type { SessionSubscribed__Output } from '@parley/protos/internal/parley/master/v1/SessionSubscribed';
import type { GatewayDown } from '../contract';
import { MalformedMessage, unreachable } from '../kernel';
import { decodeStamp, encodeStamp } from './gateway-up-codec';
import { decodeOperatorAnswer, encodeOperatorAnswer } from './operator-codec';
import { id, message, natural } from './readers';
import {
  decodeSchedulerEvent,
  decodeStreamError,
  encodeSchedulerEvent,
  encodeStreamError,
} from './scheduler-event-codec';
import type { Wire } from './wire-form';

type ItemOf<Name extends GatewayDown['item']> = Extract<GatewayDown, { item: Name }>;

/** What the master tells a gateway, on the wire. */
export function encodeGatewayDown(item: GatewayDown): GatewayLinkResponseItem {
  switch (item.item) {
    case 'welcome':
      return { welcome: { pingMs: item.pingMs, pingsMissedMax: item.pingsMissedMax } };
    case 'session-subscribed':
      return {
        sessionSubscribed: {
          session: item.session,
          frameworkId: item.frameworkId,
          stamp: encodeStamp(item.stamp),
        },
      };
    case 'session-event':
      return { sessionEvent: { session: item.session, event: encodeSchedulerEvent(item.event) } };
    case 'session-ended':
      return { sessionEnded: { session: item.session, error: encodeStreamError(item.error) } };
    case 'operator-answer':
      return { operatorAnswer: encodeOperatorAnswer(item.requestId, item.answer) };
    case 'ping':
      return { ping: { ping: item.ping } };
    case 'go-away':
      return { goAway: {} };
    default:
      return unreachable(item, 'item for a gateway');
  }
}

/** What the master tells a gateway, off the wire. */
export function decodeGatewayDown(wire: Wire<GatewayLinkResponseItem__Output>): GatewayDown {
  switch (wire.item) {
    case 'welcome':
      return message(wire.welcome, 'welcome', decodeWelcome);
    case 'sessionSubscribed':
      return message(wire.sessionSubscribed, 'session_subscribed', decodeSessionSubscribed);
    case 'sessionEvent':
      return message(wire.sessionEvent, 'session_event', decodeSessionEvent);
    case 'sessionEnded':
      return message(wire.sessionEnded, 'session_ended', decodeSessionEnded);
    case 'operatorAnswer':
      return message(wire.operatorAnswer, 'operator_answer', (answer) => ({
        item: 'operator-answer',
        requestId: natural(answer.requestId, 'request_id'),
        answer: decodeOperatorAnswer(answer),
      }));
    case 'ping':
      return message(wire.ping, 'ping', (ping) => ({ item: 'ping', ping: natural(ping.ping, 'ping') }));
    case 'goAway':
      return { item: 'go-away' };
    case undefined:
    default:
      throw new MalformedMessage('item', 'must be an item that is known here');
  }
}

function decodeWelcome(wire: Wire<GatewayWelcome__Output>): ItemOf<'welcome'> {
  return {
    item: 'welcome',
    pingMs: natural(wire.pingMs, 'ping_ms'),
    pingsMissedMax: natural(wire.pingsMissedMax, 'pings_missed_max'),
  };
}

function decodeSessionSubscribed(wire: Wire<SessionSubscribed__Output>): ItemOf<'session-subscribed'> {
  return {
    item: 'session-subscribed',
    session: natural(wire.session, 'session'),
    frameworkId: id(wire.frameworkId, 'framework_id'),
    stamp: message(wire.stamp, 'stamp', decodeStamp),
  };
}

function decodeSessionEvent(wire: Wire<SessionEvent__Output>): ItemOf<'session-event'> {
  return {
    item: 'session-event',
    session: natural(wire.session, 'session'),
    event: message(wire.event, 'event', decodeSchedulerEvent),
  };
}

function decodeSessionEnded(wire: Wire<SessionEnded__Output>): ItemOf<'session-ended'> {
  return {
    item: 'session-ended',
    session: natural(wire.session, 'session'),
    error: message(wire.error, 'error', decodeStreamError),
  };
}
