import { compareStamps } from '@parley/common/contract';
import type { Batch, GatewayUp } from '@parley/common/contract';
import type { LinkEvent, StreamEnd } from '@parley/common/actor';
import { after, unreachable } from '@parley/common/kernel';
import type { StreamId } from '@parley/common/kernel';
import { LIMITS } from '../domain/limits';
import { countMiss, noPings, takePong } from '../domain/pings';
import { takeCall } from './calls';
import { clientLeft, sessionLost } from './framework-life';
import type { GatewayPeer } from './gateway-peers';
import { takeQuery } from './operator';
import { subscribe } from './subscribe';
import type { Term } from './term';

/** What happens on the streams of gateways. */
export function takeGatewayStream(term: Term, event: LinkEvent<GatewayUp>): void {
  const { stream } = event;
  switch (event.event) {
    case 'opened':
      term.gateways.set(stream, {
        stream,
        gatewayId: undefined,
        link: undefined,
        pings: noPings(),
        sessions: new Map(),
        queries: new Set(),
      });
      term.timers.gatewayStreams.set(stream, after(term.at.now, LIMITS.introductionMs));
      return;
    case 'message':
      takeBatch(term, stream, event.message);
      return;
    case 'closed':
      takeClosed(term, stream, event.end);
      return;
    default:
      unreachable(event, 'gateway stream event');
  }
}

/** Ends the streams on which no gateway said who it is. */
export function endSilentGatewayStreams(term: Term): void {
  for (
    let stream = term.timers.gatewayStreams.takeDue(term.at.now);
    stream !== undefined;
    stream = term.timers.gatewayStreams.takeDue(term.at.now)
  ) {
    endStream(term, stream, { kind: 'malformed', message: 'no hello came; send it first' });
  }
}

/** Pings the gateways that are due, and hangs up on those that have been silent for too long. */
export function pingDueGateways(term: Term): void {
  for (
    let stream = term.timers.gatewayPings.takeDue(term.at.now);
    stream !== undefined;
    stream = term.timers.gatewayPings.takeDue(term.at.now)
  ) {
    const peer = term.gateways.get(stream);
    if (peer === undefined) continue;
    const { stalled, settings } = term;
    if (countMiss(peer.pings, { stalled, most: settings.pingsMissedMax }))
      endStream(term, stream, { kind: 'lost', message: 'the gateway was silent for too long; connect again' });
    else ping(term, peer);
  }
}

function ping(term: Term, peer: GatewayPeer): void {
  peer.pings.sent += 1;
  term.emit({ effect: 'send-gateway', stream: peer.stream, item: { item: 'ping', ping: peer.pings.sent } });
  term.timers.gatewayPings.set(peer.stream, after(term.at.now, term.settings.pingMs));
}

function takeClosed(term: Term, stream: StreamId, end: StreamEnd): void {
  const peer = term.gateways.get(stream);
  term.gateways.delete(stream);
  term.timers.gatewayStreams.cancel(stream);
  term.timers.gatewayPings.cancel(stream);
  if (peer === undefined) return;
  for (const session of peer.sessions.values()) {
    const framework = term.cluster.frameworks.get(session.frameworkId);
    if (framework?.session === session) sessionLost(term, framework, end.message);
  }
}

function takeBatch(term: Term, stream: StreamId, batch: Batch<GatewayUp>): void {
  const peer = term.gateways.get(stream);
  if (peer === undefined) return;
  if (!obeysThisTerm(term, stream, batch)) return;
  peer.link ??= batch.link;
  if (batch.link !== peer.link) {
    endStream(term, stream, { kind: 'malformed', message: 'the link number changed within a stream' });
    return;
  }
  for (const item of batch.items) {
    // An item may end the stream.
    if (!term.gateways.has(stream)) return;
    if (isOutdated(term, peer, item)) {
      term.dropBatch('gateway', 'link');
      endStream(term, stream, { kind: 'superseded', message: 'a newer link of this gateway has taken over' });
      return;
    }
    takeItem(term, peer, item);
  }
}

/** The epoch check: only batches of this very term have effect. */
function obeysThisTerm(term: Term, stream: StreamId, batch: Batch<GatewayUp>): boolean {
  const verdict = term.judgeEpoch(batch.epoch);
  if (verdict === 'own') return true;
  term.dropBatch('gateway', 'epoch');
  if (verdict === 'newer') term.emit({ effect: 'abandon', because: 'a gateway obeys a later leader' });
  else if (verdict === 'older')
    endStream(term, stream, {
      kind: 'refused',
      message: 'this master leads in a later epoch; ask who leads and connect again',
    });
  else
    endStream(term, stream, {
      kind: 'refused',
      message: `this is cluster ${term.epoch.clusterId}, the gateway belongs to ${batch.epoch.clusterId}; correct its list of masters`,
    });
  return false;
}

/** The link check: of a gateway's links only the newest has effect. */
function isOutdated(term: Term, peer: GatewayPeer, item: GatewayUp): boolean {
  const gatewayId = item.item === 'hello' ? item.gatewayId : peer.gatewayId;
  const newest = gatewayId === undefined ? undefined : term.gateways.newestOf(gatewayId)?.link;
  return newest !== undefined && peer.link !== undefined && peer.link < newest;
}

function takeItem(term: Term, peer: GatewayPeer, item: GatewayUp): void {
  if (item.item === 'hello') {
    takeHello(term, peer, item.gatewayId);
    return;
  }
  if (peer.gatewayId === undefined) {
    endStream(term, peer.stream, { kind: 'malformed', message: 'hello must come first' });
    return;
  }
  switch (item.item) {
    case 'subscribe':
      subscribe(term, peer.stream, item);
      return;
    case 'call':
      takeCall(term, peer.stream, item);
      return;
    case 'session-closed':
      takeSessionClosed(term, peer, item);
      return;
    case 'operator-query':
      takeQuery(term, peer, item);
      return;
    case 'operator-cancel':
      peer.queries.delete(item.requestId);
      return;
    case 'pong':
      takePong(peer.pings, item.ping);
      return;
    default:
      unreachable(item, 'gateway item');
  }
}

function takeHello(term: Term, peer: GatewayPeer, gatewayId: NonNullable<GatewayPeer['gatewayId']>): void {
  const { stream, link } = peer;
  if (link === undefined || (peer.gatewayId !== undefined && peer.gatewayId !== gatewayId)) {
    endStream(term, stream, {
      kind: 'malformed',
      message: 'a link belongs to one gateway; greet as another on a link of its own',
    });
    return;
  }
  const older = term.gateways.newestOf(gatewayId);
  peer.gatewayId = gatewayId;
  term.gateways.remember(gatewayId, link, stream);
  if (older !== undefined && older.stream !== stream)
    endStream(term, older.stream, { kind: 'superseded', message: 'a newer link of this gateway has taken over' });
  term.timers.gatewayStreams.cancel(stream);
  const { pingMs, pingsMissedMax } = term.settings;
  term.emit({ effect: 'send-gateway', stream, item: { item: 'welcome', pingMs, pingsMissedMax } });
  term.timers.gatewayPings.set(stream, after(term.at.now, pingMs));
}

function takeSessionClosed(term: Term, peer: GatewayPeer, item: Extract<GatewayUp, { item: 'session-closed' }>): void {
  const framework = term.cluster.frameworks.get(item.frameworkId);
  const session = framework?.session;
  if (framework === undefined || session === undefined) return;
  if (
    session.gateway !== peer.stream ||
    session.number !== item.session ||
    compareStamps(session.stamp, item.stamp) !== 0
  )
    return;
  clientLeft(term, framework, item.clean);
}

function endStream(term: Term, stream: StreamId, because: StreamEnd): void {
  if (!term.gateways.has(stream)) return;
  term.emit({ effect: 'end-gateway-stream', stream, because });
  term.observe({ event: 'link-ended', peer: 'gateway', because: because.message });
  takeClosed(term, stream, because);
}
