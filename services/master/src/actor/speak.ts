import { CHUNK_ENTRIES_MAX } from '@parley/common/contract';
import type { GatewayDown, Offer, OperatorAnswer, SchedulerEvent, StreamError } from '@parley/common/contract';
import type { OfferId, StreamId } from '@parley/common/kernel';
import { unreachable } from '@parley/common/kernel';
import type { TaskStatus } from '@parley/common/tasks';
import type { Framework } from '../domain/frameworks/framework';
import type { Session, Tail } from '../domain/frameworks/session';
import { LIMITS } from '../domain/limits';
import type { Term } from './term';

/** Statuses with this much data make an event of their own, well under one batch. */
const STATUS_BYTES_MAX = 24 * 1024;

/** Tells a framework's session of an offer; offers of one slice travel together. */
export function tellOffer(term: Term, session: Session, offer: Offer): void {
  const { tail } = session;
  if (tail?.kind === 'offers' && tail.offers.length < CHUNK_ENTRIES_MAX) tail.offers.push(offer);
  else beginTail(term, session, { kind: 'offers', offers: [offer] });
}

/** Tells a framework's session that an offer is taken back. */
export function tellRescind(term: Term, session: Session, offerId: OfferId): void {
  const { tail } = session;
  if (tail?.kind === 'rescind' && tail.offerIds.length < CHUNK_ENTRIES_MAX) tail.offerIds.push(offerId);
  else beginTail(term, session, { kind: 'rescind', offerIds: [offerId] });
}

/** What a status weighs on a link, roughly. */
export function bytesOfStatus({ data, message }: TaskStatus): number {
  return LIMITS.statusBytes + data.length + message.length;
}

/** Tells a framework of a status, if it is there to hear it. */
export function tellStatus(term: Term, framework: Framework, status: TaskStatus): void {
  const { session } = framework;
  if (session === undefined || framework.lifecycle.state !== 'connected') return;
  const { tail } = session;
  const bytes = bytesOfStatus(status);
  if (tail?.kind === 'statuses' && tail.statuses.length < CHUNK_ENTRIES_MAX && tail.bytes + bytes <= STATUS_BYTES_MAX) {
    tail.statuses.push(status);
    tail.bytes += bytes;
  } else beginTail(term, session, { kind: 'statuses', statuses: [status], bytes });
}

/** Sends any other event, after all that was said before. The result of a call depends on nothing that waits: it goes ahead, so that the statuses
 *  of many launches in one slice stay together. */
export function tell(term: Term, session: Session, event: SchedulerEvent): void {
  if (event.event !== 'call-result') flushTail(term, session);
  send(term, session.gateway, { item: 'session-event', session: session.number, event });
}

/** Says that the session counts from here on. */
export function tellSubscribed(term: Term, session: Session): void {
  const { number, frameworkId, stamp } = session;
  send(term, session.gateway, { item: 'session-subscribed', session: number, frameworkId, stamp });
}

/** Ends a client's stream for good. */
export function endSession(term: Term, session: Session, error: StreamError): void {
  flushTail(term, session);
  endSessionOf(term, session, error);
}

/** The same for a stream that never became a session. */
export function endSessionOf(
  term: Term,
  client: { readonly gateway: StreamId; readonly number: number },
  error: StreamError,
): void {
  term.gateways.get(client.gateway)?.sessions.delete(client.number);
  send(term, client.gateway, { item: 'session-ended', session: client.number, error });
}

/** Answers an operator's query. */
export function answerOperator(
  term: Term,
  query: { readonly gateway: StreamId; readonly requestId: number },
  answer: OperatorAnswer,
): void {
  send(term, query.gateway, { item: 'operator-answer', requestId: query.requestId, answer });
}

/** Sends what waits at the end of a slice. */
export function flushTails(term: Term): void {
  for (const session of term.tailed) flushTail(term, session);
  term.tailed.clear();
}

function beginTail(term: Term, session: Session, tail: Tail): void {
  flushTail(term, session);
  session.tail = tail;
  term.tailed.add(session);
}

function flushTail(term: Term, session: Session): void {
  const { tail } = session;
  if (tail === undefined) return;
  session.tail = undefined;
  send(term, session.gateway, { item: 'session-event', session: session.number, event: eventOf(tail) });
}

function eventOf(tail: Tail): SchedulerEvent {
  switch (tail.kind) {
    case 'offers':
      return { event: 'offers', offers: tail.offers };
    case 'rescind':
      return { event: 'rescind', offerIds: tail.offerIds };
    case 'statuses':
      return { event: 'status-updates', statuses: tail.statuses };
    default:
      return unreachable(tail, 'tail');
  }
}

function send(term: Term, gateway: StreamId, item: GatewayDown): void {
  if (term.gateways.has(gateway)) term.emit({ effect: 'send-gateway', stream: gateway, item });
}
