import type {
  GatewayCall as WireGatewayCall,
  GatewayCall__Output,
} from '@parley/protos/internal/parley/master/v1/GatewayCall';
import type {
  GatewayLinkRequestItem,
  GatewayLinkRequestItem__Output,
} from '@parley/protos/internal/parley/master/v1/GatewayLinkRequestItem';
import type {
  GatewaySubscribe as WireGatewaySubscribe,
  GatewaySubscribe__Output,
} from '@parley/protos/internal/parley/master/v1/GatewaySubscribe';
import type {
  SessionClosed as WireSessionClosed,
  SessionClosed__Output,
} from '@parley/protos/internal/parley/master/v1/SessionClosed';
import type {
  SessionStamp as WireSessionStamp,
  SessionStamp__Output,
} from '@parley/protos/internal/parley/master/v1/SessionStamp';
import type { GatewayUp, SessionStamp } from '../contract';
import { MalformedMessage, unreachable } from '../kernel';
import { decodeEpoch, encodeEpoch } from './cluster-codec';
import { decodeOperatorQuery, encodeOperatorQuery } from './operator-codec';
import { flag, id, message, natural, optionalMessage } from './readers';
import { decodeSessionCall, decodeSubscribe, encodeSessionCall, encodeSubscribe } from './scheduler-call-codec';
import { encodeTaskProblems, withTaskProblems } from './task-problems-codec';
import type { Wire } from './wire-form';

type ItemOf<Name extends GatewayUp['item']> = Extract<GatewayUp, { item: Name }>;

/** What a gateway tells the master, on the wire. */
export function encodeGatewayUp(item: GatewayUp): GatewayLinkRequestItem {
  switch (item.item) {
    case 'hello':
      return { hello: { gatewayId: item.gatewayId } };
    case 'subscribe':
      return { subscribe: encodeGatewaySubscribe(item) };
    case 'call':
      return { call: encodeGatewayCall(item) };
    case 'session-closed':
      return { sessionClosed: encodeSessionClosed(item) };
    case 'operator-query':
      return { operatorQuery: encodeOperatorQuery(item.requestId, item.query) };
    case 'operator-cancel':
      return { operatorCancel: { requestId: item.requestId } };
    case 'pong':
      return { pong: { ping: item.ping } };
    default:
      return unreachable(item, 'item of a gateway');
  }
}

/** What a gateway tells the master, off the wire. */
export function decodeGatewayUp(wire: Wire<GatewayLinkRequestItem__Output>): GatewayUp {
  switch (wire.item) {
    case 'hello':
      return message(wire.hello, 'hello', (hello) => ({ item: 'hello', gatewayId: id(hello.gatewayId, 'gateway_id') }));
    case 'subscribe':
      return message(wire.subscribe, 'subscribe', decodeGatewaySubscribe);
    case 'call':
      return message(wire.call, 'call', decodeGatewayCall);
    case 'sessionClosed':
      return message(wire.sessionClosed, 'session_closed', decodeSessionClosed);
    case 'operatorQuery':
      return message(wire.operatorQuery, 'operator_query', (query) => ({
        item: 'operator-query',
        requestId: natural(query.requestId, 'request_id'),
        query: decodeOperatorQuery(query),
      }));
    case 'operatorCancel':
      return message(wire.operatorCancel, 'operator_cancel', (cancel) => ({
        item: 'operator-cancel',
        requestId: natural(cancel.requestId, 'request_id'),
      }));
    case 'pong':
      return message(wire.pong, 'pong', (pong) => ({ item: 'pong', ping: natural(pong.ping, 'ping') }));
    case undefined:
    default:
      throw new MalformedMessage('item', 'must be an item that is known here');
  }
}

/** The stamp of a session, on the wire. */
export function encodeStamp(stamp: SessionStamp): WireSessionStamp {
  return { epoch: encodeEpoch(stamp.epoch), counter: stamp.counter };
}

/** The stamp of a session, off the wire. */
export function decodeStamp(wire: Wire<SessionStamp__Output>): SessionStamp {
  return { epoch: message(wire.epoch, 'epoch', decodeEpoch), counter: natural(wire.counter, 'counter') };
}

function encodeGatewaySubscribe(item: ItemOf<'subscribe'>): WireGatewaySubscribe {
  return {
    session: item.session,
    subscribe: encodeSubscribe(item.subscribe),
    stamp: item.stamp === undefined ? null : encodeStamp(item.stamp),
  };
}

function decodeGatewaySubscribe(wire: Wire<GatewaySubscribe__Output>): ItemOf<'subscribe'> {
  return {
    item: 'subscribe',
    session: natural(wire.session, 'session'),
    subscribe: message(wire.subscribe, 'subscribe', decodeSubscribe),
    stamp: optionalMessage(wire.stamp, 'stamp', decodeStamp),
  };
}

function encodeGatewayCall(item: ItemOf<'call'>): WireGatewayCall {
  return {
    session: item.session,
    frameworkId: item.frameworkId,
    stamp: encodeStamp(item.stamp),
    call: encodeSessionCall(item.call),
    taskProblems: encodeTaskProblems(item.call),
  };
}

function decodeGatewayCall(wire: Wire<GatewayCall__Output>): ItemOf<'call'> {
  const call = message(wire.call, 'call', decodeSessionCall);
  return {
    item: 'call',
    session: natural(wire.session, 'session'),
    frameworkId: id(wire.frameworkId, 'framework_id'),
    stamp: message(wire.stamp, 'stamp', decodeStamp),
    call: withTaskProblems(call, wire.taskProblems),
  };
}

function encodeSessionClosed(item: ItemOf<'session-closed'>): WireSessionClosed {
  return {
    session: item.session,
    frameworkId: item.frameworkId,
    stamp: encodeStamp(item.stamp),
    clean: item.clean,
  };
}

function decodeSessionClosed(wire: Wire<SessionClosed__Output>): ItemOf<'session-closed'> {
  return {
    item: 'session-closed',
    session: natural(wire.session, 'session'),
    frameworkId: id(wire.frameworkId, 'framework_id'),
    stamp: message(wire.stamp, 'stamp', decodeStamp),
    clean: flag(wire.clean, 'clean'),
  };
}
