import type { SchedulerEvent, SessionCall } from '@parley/common/contract';
import type { CallId } from '@parley/common/kernel';
import { refusedCall } from '../domain/refusals';
import type { CallRefusal } from '../domain/refusals';
import type { CallOwner } from '../domain/sessions/open-calls';
import type { Membership, Session, SessionIdentity } from '../domain/sessions/session';
import { NO_CALL_ID, isUnanswered, ownCallId } from '../ids';
import type { EffectList } from './effect-list';
import type { LeaderFollower } from './leader-follower';

type CallResult = Extract<SchedulerEvent, { event: 'call-result' }>;

/** The one problem for which the master leaves all offers of a call open. */
const OFFERS_KEPT = 'filter-invalid';

/** Carries the calls of subscribed clients to the leader and the leader's events back, in order, and keeps what a next leader will have to be told. */
export class SessionRelay {
  readonly #gatewayId: string;
  readonly #leader: LeaderFollower;
  readonly #effects: EffectList;
  #ownCalls = 0;

  constructor(gatewayId: string, leader: LeaderFollower, effects: EffectList) {
    this.#gatewayId = gatewayId;
    this.#leader = leader;
    this.#effects = effects;
  }

  /** Passes a call on, or answers it at once when it cannot be passed on. */
  called(session: Session, call: SessionCall): void {
    const { current } = session;
    switch (current.state) {
      case 'subscribed':
        this.#pass(session, { call, membership: current.membership, identity: current.identity });
        return;
      case 'resubscribing':
        // Whoever wants no answer cannot be refused, so that such a change travels with the next subscription.
        if (isUnanswered(call.callId)) note(current.membership, call, 'standing');
        this.#refuse(session, call, 'no-leader');
        return;
      case 'subscribing':
        this.#refuse(session, call, this.#leader.following ? 'not-subscribed' : 'no-leader');
        return;
      case 'opened':
      case 'leaving':
        return;
    }
  }

  /** Passes an event of the leader on to the client. */
  heard(session: Session, event: SchedulerEvent): void {
    const { current } = session;
    if (current.state !== 'subscribed') return;
    switch (event.event) {
      case 'offers':
        this.#offered(session, { event, membership: current.membership, identity: current.identity });
        return;
      case 'rescind':
        current.membership.offers.drop(event.offerIds);
        break;
      case 'inverse-offers':
        current.membership.inverseOffers.deliver(event.inverseOffers);
        break;
      case 'rescind-inverse':
        current.membership.inverseOffers.drop(event.inverseOfferIds);
        break;
      case 'call-result':
        // A call that is not open here was answered already, when the link was lost: its client hears of it once.
        if (closeCall(current.membership, event) !== 'client') return;
        break;
      case 'subscribed':
      case 'status-updates':
      case 'reconcile-end':
      case 'agent-lost':
      case 'leader-changed':
      case 'heartbeat':
      case 'error':
        break;
    }
    this.tell(session, event);
  }

  tell(session: Session, event: SchedulerEvent): void {
    this.#effects.add({ effect: 'send-client', stream: session.stream, event });
  }

  #pass(
    session: Session,
    passing: { readonly call: SessionCall; readonly membership: Membership; readonly identity: SessionIdentity },
  ): void {
    const { membership, identity } = passing;
    const owner: CallOwner = isUnanswered(passing.call.callId) ? 'gateway' : 'client';
    const call = this.#answered(passing.call, membership);
    const place = isUnanswered(call.callId) ? 'opened' : membership.calls.open(call.callId, owner);
    if (place === 'full') {
      this.#refuse(session, passing.call, 'overloaded');
      return;
    }
    if (place === 'opened') note(membership, call);
    this.#leader.send({
      item: 'call',
      session: session.session,
      frameworkId: identity.frameworkId,
      stamp: identity.stamp,
      call,
    });
  }

  /** A change of the framework whose answer the client does not want gets a call id nevertheless, because it counts only once it is confirmed. A suppression or a
   *  request for which there is no room among the open calls goes without, since who wants no answer cannot be refused. */
  #answered(call: SessionCall, { calls }: Membership): SessionCall {
    if (!isUnanswered(call.callId)) return call;
    if (call.call === 'update-framework') return { ...call, callId: this.#nextCallId() };
    return isAppetite(call) && !calls.isFull ? { ...call, callId: this.#nextCallId() } : call;
  }

  #nextCallId(): CallId {
    this.#ownCalls += 1;
    return ownCallId(this.#gatewayId, this.#ownCalls);
  }

  #refuse(session: Session, call: SessionCall, reason: CallRefusal): void {
    this.#effects.add({
      effect: 'observe',
      event: { event: 'call-refused', session: session.session, call: call.call, reason },
    });
    if (!isUnanswered(call.callId))
      this.tell(session, { event: 'call-result', callId: call.callId, result: refusedCall(reason) });
  }

  #offered(
    session: Session,
    offered: {
      readonly event: Extract<SchedulerEvent, { event: 'offers' }>;
      readonly membership: Membership;
      readonly identity: SessionIdentity;
    },
  ): void {
    const { kept, beyond } = offered.membership.offers.deliver(offered.event.offers);
    const { frameworkId, stamp } = offered.identity;
    if (kept.length > 0) {
      this.tell(session, { event: 'offers', offers: kept });
      const delivered = { event: 'offers-delivered', session: session.session, frameworkId, offers: kept } as const;
      this.#effects.add({ effect: 'observe', event: delivered });
    }
    if (beyond.length === 0) return;
    const offerIds = beyond.map((offer) => offer.offerId);
    const call: SessionCall = { call: 'decline', callId: NO_CALL_ID, offerIds, filters: { refuseMs: undefined } };
    this.#leader.send({ item: 'call', session: session.session, frameworkId, stamp, call });
    this.#effects.add({
      effect: 'observe',
      event: { event: 'offers-declined', session: session.session, count: beyond.length },
    });
  }
}

/** Keeps what the call changes for the session while it is on its way, or, where it cannot be sent, only what a next leader is to hear. */
function note(membership: Membership, call: SessionCall, what: 'all' | 'standing' = 'all'): void {
  const answered = !isUnanswered(call.callId);
  const { standing, offers } = membership;
  switch (call.call) {
    case 'accept':
    case 'decline':
      if (what === 'standing') return;
      if (answered) offers.use(call.callId, call.offerIds);
      else offers.drop(call.offerIds);
      return;
    case 'suppress':
    case 'revive':
      if (answered) standing.suppressionSent(call.callId, call);
      else standing.changeSuppression(call);
      return;
    case 'request':
      if (answered) standing.requestSent(call.callId, call.demands);
      else standing.changeDemands(call.demands);
      return;
    case 'update-framework':
      if (what === 'all') standing.updateSent(call.callId, call.info, call.suppressedRoles);
      return;
    case 'accept-inverse':
    case 'decline-inverse':
      membership.inverseOffers.drop(call.inverseOfferIds);
      return;
    case 'kill':
    case 'reconcile':
    case 'acknowledge':
    case 'teardown':
      return;
  }
}

/** Takes note of an answer, lets count what it confirms, and says who wants it. */
function closeCall({ calls, offers, standing }: Membership, { callId, result }: CallResult): CallOwner | undefined {
  const owner = calls.close(callId);
  if (owner === undefined) return undefined;
  standing.callEnded(callId, result.outcome === 'ok');
  offers.callEnded(callId, result.outcome === 'problem' && result.reason === OFFERS_KEPT ? 'void' : 'used');
  return owner;
}

/** Whether a call says what the framework wants to be offered, and nothing else. */
function isAppetite(call: SessionCall): boolean {
  return call.call === 'suppress' || call.call === 'revive' || call.call === 'request';
}
