import type { StreamEnd, StreamEvent } from '@parley/common/actor';
import { CHUNK_ENTRIES_MAX } from '@parley/common/contract';
import type { SchedulerCall, SessionStamp, StreamError, SubscribeCall } from '@parley/common/contract';
import { Agenda, after, compareEpochs } from '@parley/common/kernel';
import type { FrameworkId, Moment, MonotonicMs, StreamId } from '@parley/common/kernel';
import { OUTCOME_LOST, STREAM_ERRORS } from '../domain/refusals';
import { InverseRoster } from '../domain/sessions/inverse-roster';
import { OfferRoster } from '../domain/sessions/offer-roster';
import { OpenCalls } from '../domain/sessions/open-calls';
import type { Membership, Session } from '../domain/sessions/session';
import { SessionTable } from '../domain/sessions/session-table';
import { FrameworkStanding } from '../domain/sessions/standing';
import type { EffectList } from './effect-list';
import type { LeaderFollower } from './leader-follower';
import type { SessionRelay } from './session-relay';

/** What bounds the sessions of one gateway. */
export interface SessionLimits {
  readonly sessionsMax: number;
  readonly callsMax: number;
  readonly offersMax: number;
  /** How long a stream may be open without SUBSCRIBE. */
  readonly subscribeMs: number;
  readonly heartbeatMs: number;
}

/** The status under which a stream ends after its ERROR event. */
const END_KIND = {
  'session-replaced': 'refused',
  'framework-removed': 'refused',
  invalid: 'malformed',
  malformed: 'malformed',
  'too-slow': 'too-slow',
  overloaded: 'overloaded',
  'shutting-down': 'shutting-down',
} as const satisfies Readonly<Record<StreamError['reason'], StreamEnd['kind']>>;

/** The life of client streams: opened, subscribed with the leader of the day, carried over to the next, closed. */
export class ClientSessions {
  readonly #limits: SessionLimits;
  readonly #leader: LeaderFollower;
  readonly #relay: SessionRelay;
  readonly #effects: EffectList;
  readonly #table: SessionTable;
  /** One entry per session: its first call's deadline, then its heartbeats. */
  readonly #agenda = new Agenda<number>();

  constructor(
    limits: SessionLimits,
    leader: LeaderFollower,
    parts: { readonly relay: SessionRelay; readonly effects: EffectList },
  ) {
    this.#limits = limits;
    this.#leader = leader;
    this.#relay = parts.relay;
    this.#effects = parts.effects;
    this.#table = new SessionTable(limits.sessionsMax);
  }

  get size(): number {
    return this.#table.size;
  }

  get wakeAt(): MonotonicMs | undefined {
    return this.#agenda.next;
  }

  /** A client's stream opened, spoke or closed. */
  heard(event: StreamEvent<SchedulerCall>, at: Moment): void {
    if (event.event === 'opened') {
      this.#opened(event.stream, at);
      return;
    }
    const session = this.#table.ofStream(event.stream);
    if (session === undefined) return;
    if (event.event === 'closed') this.#closed(session, event.end);
    else this.#called(session, event.message);
  }

  /** To be called when {@link wakeAt} has come. */
  due(at: Moment): void {
    for (let due = this.#agenda.takeDue(at.now); due !== undefined; due = this.#agenda.takeDue(at.now)) {
      const session = this.#table.numbered(due);
      if (session?.current.state === 'opened') this.end(session, STREAM_ERRORS['subscribe-late']);
      else if (session !== undefined) this.#heartbeat(session, at);
    }
  }

  /** A leader took this gateway on: all sessions are brought to it. */
  leaderFollowed(): void {
    for (const session of this.#table.all()) {
      if (session.current.state === 'leaving') this.#leave(session);
      else this.#subscribe(session);
    }
  }

  /** Nothing that the lost leader was asked will be answered, and nothing that it offered can be used. Sessions wait for the next. */
  leaderLost(): void {
    for (const session of this.#table.all()) {
      const { current } = session;
      if (current.state === 'leaving' && current.identity === undefined) this.#table.forget(session);
      if (current.state !== 'subscribed') continue;
      this.#interrupt(session, current.membership);
      session.current = { ...current, state: 'resubscribing' };
    }
  }

  /** The leader confirmed a session, for the first time or again. */
  subscribed(
    number: number,
    identity: { readonly frameworkId: FrameworkId; readonly stamp: SessionStamp },
    at: Moment,
  ): void {
    const session = this.#table.numbered(number);
    if (session === undefined) return;
    const { current } = session;
    const { frameworkId, stamp } = identity;
    const { epoch } = this.#leader;
    switch (current.state) {
      case 'leaving':
        session.current = { ...current, identity: { frameworkId, stamp, epoch } };
        this.#leave(session);
        return;
      case 'subscribing':
        current.membership.standing.named(frameworkId);
        this.#relay.tell(session, { event: 'subscribed', frameworkId, heartbeatMs: this.#limits.heartbeatMs });
        this.#agenda.set(number, after(at.now, this.#limits.heartbeatMs));
        break;
      case 'resubscribing':
        if (compareEpochs(epoch, current.identity.epoch) !== 0)
          this.#relay.tell(session, { event: 'leader-changed', epoch });
        break;
      case 'opened':
      case 'subscribed':
        return;
    }
    session.current = { state: 'subscribed', membership: current.membership, identity: { frameworkId, stamp, epoch } };
    const again = current.state === 'resubscribing';
    this.#effects.add({
      effect: 'observe',
      event: { event: 'session-subscribed', session: number, frameworkId, again },
    });
  }

  /** The session with that number, while it has one. */
  numbered(number: number): Session | undefined {
    return this.#table.numbered(number);
  }

  /** Tells the client why, and ends its stream; the master forgets the session with it. */
  end(session: Session, error: StreamError): void {
    this.#effects.add({
      effect: 'observe',
      event: { event: 'session-ended', session: session.session, reason: error.reason, because: error.message },
    });
    this.#endStream(session.stream, error);
    this.#gone(session, false);
  }

  /** The master ended the session: there is nothing to tell it any more. */
  endedByMaster(session: Session, error: StreamError): void {
    const { reason, message } = error;
    this.#effects.add({
      effect: 'observe',
      event: { event: 'session-ended', session: session.session, reason, because: message },
    });
    if (session.current.state !== 'leaving') this.#endStream(session.stream, error);
    this.#forget(session);
  }

  /** Sends all clients away without a word to the master, which gives them time to come back through another gateway. */
  shutDown(): void {
    for (const session of this.#table.all()) {
      if (session.current.state !== 'leaving') this.#endStream(session.stream, STREAM_ERRORS['shutting-down']);
      this.#forget(session);
    }
  }

  /** Refuses streams that open after the shut-down. */
  refuse(event: StreamEvent<SchedulerCall>): void {
    if (event.event === 'opened') this.#endStream(event.stream, STREAM_ERRORS['shutting-down']);
  }

  #opened(stream: StreamId, at: Moment): void {
    const session = this.#table.open(stream);
    if (session === undefined) {
      this.#effects.add({
        effect: 'observe',
        event: { event: 'session-refused', reason: STREAM_ERRORS['sessions-full'].reason },
      });
      this.#endStream(stream, STREAM_ERRORS['sessions-full']);
      return;
    }
    this.#agenda.set(session.session, after(at.now, this.#limits.subscribeMs));
    this.#effects.add({
      effect: 'observe',
      event: { event: 'session-opened', session: session.session, open: this.#table.size },
    });
  }

  #called(session: Session, call: SchedulerCall): void {
    if (call.call === 'heartbeat') return;
    if (call.call !== 'subscribe') {
      if (session.current.state === 'opened') this.end(session, STREAM_ERRORS['subscribe-first']);
      else this.#relay.called(session, call);
    } else if (session.current.state === 'opened') {
      this.#agenda.cancel(session.session);
      session.current = { state: 'subscribing', membership: this.#membershipOf(call) };
      if (this.#leader.following) this.#subscribe(session);
    } else {
      this.end(session, STREAM_ERRORS['subscribed-twice']);
    }
  }

  #membershipOf(subscribe: SubscribeCall): Membership {
    return {
      subscribe,
      standing: new FrameworkStanding(subscribe),
      offers: new OfferRoster(this.#limits.offersMax),
      inverseOffers: new InverseRoster(this.#limits.offersMax),
      calls: new OpenCalls(this.#limits.callsMax),
    };
  }

  #subscribe(session: Session): void {
    const { current } = session;
    if (current.state !== 'subscribing' && current.state !== 'resubscribing') return;
    const isNew = current.state === 'subscribing';
    const { subscribe: said, standing } = current.membership;
    // What no master has taken yet is passed on word for word: whatever is wrong with it the client is to hear.
    const subscribe = isNew ? said : standing.repeated(said);
    const stamp = isNew ? undefined : current.identity.stamp;
    this.#leader.send({ item: 'subscribe', session: session.session, subscribe, stamp });
  }

  #interrupt(session: Session, { offers, inverseOffers, calls, standing }: Membership): void {
    const offerIds = offers.dropAll();
    const inverseOfferIds = inverseOffers.dropAll();
    const callIds = calls.closeAll();
    standing.interrupted();
    for (let from = 0; from < offerIds.length; from += CHUNK_ENTRIES_MAX) {
      this.#relay.tell(session, { event: 'rescind', offerIds: offerIds.slice(from, from + CHUNK_ENTRIES_MAX) });
    }
    for (let from = 0; from < inverseOfferIds.length; from += CHUNK_ENTRIES_MAX) {
      const chunk = inverseOfferIds.slice(from, from + CHUNK_ENTRIES_MAX);
      this.#relay.tell(session, { event: 'rescind-inverse', inverseOfferIds: chunk });
    }
    for (const callId of callIds) this.#relay.tell(session, { event: 'call-result', callId, result: OUTCOME_LOST });
    const counts = { callsUnknown: callIds.length, offersRescinded: offerIds.length };
    this.#effects.add({
      effect: 'observe',
      event: { event: 'session-interrupted', session: session.session, ...counts },
    });
  }

  #heartbeat(session: Session, at: Moment): void {
    if (session.current.state === 'leaving') return;
    this.#relay.tell(session, { event: 'heartbeat' });
    this.#agenda.set(session.session, after(at.now, this.#limits.heartbeatMs));
  }

  #closed(session: Session, end: StreamEnd): void {
    const clean = end.kind === 'ended';
    this.#effects.add({
      effect: 'observe',
      event: { event: 'session-closed', session: session.session, clean, because: end.message },
    });
    this.#gone(session, clean);
  }

  /** The client is gone: the master is told, at once or as soon as it can be told under the stamp that counts. */
  #gone(session: Session, clean: boolean): void {
    const { current } = session;
    this.#agenda.cancel(session.session);
    switch (current.state) {
      case 'opened':
      case 'leaving':
        this.#forget(session);
        return;
      case 'subscribed':
        session.current = { state: 'leaving', clean, identity: current.identity };
        this.#leave(session);
        return;
      case 'subscribing':
        if (this.#leader.following) this.#waitToLeave(session, { state: 'leaving', clean, identity: undefined });
        else this.#forget(session);
        return;
      case 'resubscribing':
        this.#waitToLeave(session, { state: 'leaving', clean, identity: current.identity });
        return;
    }
  }

  #waitToLeave(session: Session, leaving: Session['current']): void {
    session.current = leaving;
    this.#table.detach(session);
  }

  #leave(session: Session): void {
    const { current } = session;
    if (current.state === 'leaving' && current.identity !== undefined) {
      const { frameworkId, stamp } = current.identity;
      this.#leader.send({ item: 'session-closed', session: session.session, frameworkId, stamp, clean: current.clean });
    }
    this.#forget(session);
  }

  #forget(session: Session): void {
    this.#agenda.cancel(session.session);
    this.#table.forget(session);
  }

  #endStream(stream: StreamId, error: StreamError): void {
    const { reason, message, remedy } = error;
    this.#effects.add({ effect: 'send-client', stream, event: { event: 'error', error } });
    this.#effects.add({
      effect: 'end-client',
      stream,
      because: { kind: END_KIND[reason], reason, message: `${message}. ${remedy}` },
    });
  }
}
