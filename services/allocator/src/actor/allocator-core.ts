import type { Core, LinkEvent, StreamEnd, Tick } from '@parley/common/actor';
import type { AllocatorDown, Batch } from '@parley/common/contract';
import { Agenda, NO_EPOCH, after, compareEpochs, linkNumberOf, unreachable } from '@parley/common/kernel';
import type { Epoch, LinkNumber, Moment, MonotonicMs, StreamId } from '@parley/common/kernel';

import type { Policy } from '../domain/policies/policy';
import { STARVATION_AFTER_MS } from '../domain/starvation';
import type { AllocatorEffect, AllocatorInput } from './inputs';
import { Session } from './session';
import type { SessionSettings } from './session';

/** Streams that have not yet said which session they are; a master opens one at a time, so more are a mistake of somebody's. */
const GREETING_MAX = 16;
/** A stream that says nothing for this long after it was opened is ended. */
const GREETING_MS = 10_000;

/** What the core is told once. */
export interface AllocatorSettings {
  readonly policy: Policy;
  /** Names of resources that do not count towards shares; left out: all count. */
  readonly fairnessExclude?: readonly string[];
  /** A role that wants offers and gets none for so long, although others do, starves; left out: {@link STARVATION_AFTER_MS}. */
  readonly starvationAfterMs?: number;
  /** How often all agents are looked at although nothing is known to have changed. */
  readonly safetyPassMs: number;
}

/** Timers of the core: the two of the session, and one per stream that has not greeted. */
type Timer = 'safety-pass' | 'silence' | StreamId;

/**
 * The allocator as one synchronous machine. Masters dial it; the session with the highest (epoch, link) is obeyed, all others are
 * turned away, and whatever a session said or proposed is forgotten with it.
 */
export class AllocatorCore implements Core<AllocatorInput, AllocatorEffect> {
  readonly #settings: SessionSettings;
  readonly #safetyPassMs: number;
  readonly #timers = new Agenda<Timer>();
  /** Bounded by {@link GREETING_MAX}. */
  readonly #greeting = new Set<StreamId>();
  #session: Session | undefined;
  /** The highest session that was ever obeyed; survives it, so that an older master never gets a turn again. */
  #highest: { readonly epoch: Epoch; readonly link: LinkNumber } = { epoch: NO_EPOCH, link: linkNumberOf(0) };
  #effects: AllocatorEffect[] = [];

  constructor(settings: AllocatorSettings) {
    const { policy, fairnessExclude = [], starvationAfterMs = STARVATION_AFTER_MS, safetyPassMs } = settings;
    this.#settings = { policy, fairnessExclude, starvationAfterMs };
    this.#safetyPassMs = safetyPassMs;
  }

  /** The highest term obeyed so far; stamped on every outgoing batch. */
  get epoch(): Epoch {
    return this.#highest.epoch;
  }

  /** The session that is obeyed now. */
  get session(): Session | undefined {
    return this.#session;
  }

  get wakeAt(): MonotonicMs | undefined {
    const ours = this.#timers.next;
    const sessions = this.#session?.wakeAt;
    if (ours === undefined || sessions === undefined) return ours ?? sessions;
    return ours < sessions ? ours : sessions;
  }

  step(input: AllocatorInput | Tick, at: Moment): readonly AllocatorEffect[] {
    switch (input.input) {
      case 'session-stream':
        this.#hear(input.event, at.now);
        break;
      case 'tick':
        this.#tick(at.now);
        break;
      case 'shut-down':
        this.#shutDown();
        break;
      default:
        unreachable(input, 'allocator input');
    }
    return this.#takeEffects();
  }

  settle(at: Moment): readonly AllocatorEffect[] {
    this.#session?.due(at.now);
    this.#session?.settle(at, this.#effects);
    return this.#takeEffects();
  }

  #hear(event: LinkEvent<AllocatorDown>, now: MonotonicMs): void {
    switch (event.event) {
      case 'opened':
        this.#open(event.stream, now);
        break;
      case 'message':
        this.#read(event.stream, event.message, now);
        break;
      case 'closed':
        this.#forgetGreeting(event.stream);
        if (this.#session?.stream === event.stream) this.#forgetSession(event.end);
        break;
      default:
        unreachable(event, 'stream event');
    }
  }

  #open(stream: StreamId, now: MonotonicMs): void {
    if (this.#greeting.size >= GREETING_MAX) {
      const message = `${String(GREETING_MAX)} streams are open that have not begun a session; close them or wait for their end`;
      this.#turnAway(stream, { kind: 'overloaded', message });
      return;
    }
    this.#greeting.add(stream);
    this.#timers.set(stream, after(now, GREETING_MS));
  }

  /** Batches of streams that are neither new nor the session's are what an old stream still delivers, and are dropped. */
  #read(stream: StreamId, batch: Batch<AllocatorDown>, now: MonotonicMs): void {
    if (this.#greeting.has(stream)) this.#greet(stream, batch, now);
    const session = this.#session;
    if (session?.stream !== stream) return;
    const problem = this.#strayed(session, batch) ?? session.take(batch, now, this.#effects);
    if (problem !== undefined) this.#endSession(problem);
    else this.#watchSilence(session);
  }

  /** The first batch says which session the stream is: the highest so far takes over, any other is turned away. */
  #greet(stream: StreamId, batch: Batch<AllocatorDown>, now: MonotonicMs): void {
    this.#forgetGreeting(stream);
    const objection = this.#objectionTo(batch);
    if (objection !== undefined) {
      this.#turnAway(stream, objection);
      return;
    }
    this.#endSession({ kind: 'superseded', message: 'a newer session of a master took over' });
    const { epoch, link } = batch;
    this.#highest = { epoch, link };
    this.#session = new Session({ stream, epoch, link, settings: this.#settings, now });
    this.#timers.set('safety-pass', after(now, this.#safetyPassMs));
    this.#observe({ event: 'session-begun', epoch, link });
  }

  #objectionTo({ epoch, link }: Batch<AllocatorDown>): StreamEnd | undefined {
    const highest = this.#highest;
    if (highest.epoch.clusterId !== '' && highest.epoch.clusterId !== epoch.clusterId) {
      const message = `this allocator serves cluster ${highest.epoch.clusterId}, not ${epoch.clusterId}; run one allocator per cluster, or restart this one`;
      return { kind: 'refused', message };
    }
    const order = compareEpochs(epoch, highest.epoch);
    if (order < 0) return { kind: 'refused', message: 'a master of a later epoch was here already; stop leading' };
    if (order === 0 && link <= highest.link) {
      return {
        kind: 'superseded',
        message: `link ${String(highest.link)} of this epoch was here already; dial again with a higher number`,
      };
    }
    return undefined;
  }

  #strayed(session: Session, { epoch, link }: Batch<AllocatorDown>): StreamEnd | undefined {
    if (link === session.link && compareEpochs(epoch, session.epoch) === 0) return undefined;
    return {
      kind: 'malformed',
      message: 'a batch carries another epoch or link than the first one; open a new stream for a new session',
    };
  }

  #tick(now: MonotonicMs): void {
    for (let timer = this.#timers.takeDue(now); timer !== undefined; timer = this.#timers.takeDue(now)) {
      this.#ring(timer, now);
    }
  }

  #ring(timer: Timer, now: MonotonicMs): void {
    if (timer === 'safety-pass') {
      this.#session?.lookAtAll(now, this.#effects);
      if (this.#session !== undefined) this.#timers.set('safety-pass', after(now, this.#safetyPassMs));
    } else if (timer === 'silence') {
      const silentAt = this.#session?.silentAt;
      if (silentAt === undefined) return;
      if (silentAt > now) this.#timers.set('silence', silentAt);
      else this.#endSession({ kind: 'lost', message: 'the master was silent for too long; dial again' });
    } else {
      this.#forgetGreeting(timer);
      const message = `nothing was said within ${String(GREETING_MS / 1000)} s; send begin first`;
      this.#turnAway(timer, { kind: 'refused', message });
    }
  }

  /** Arranges the silence timer once; when it rings it looks up how long the silence really was. */
  #watchSilence(session: Session): void {
    const { silentAt } = session;
    if (silentAt !== undefined && this.#timers.dueAt('silence') === undefined) this.#timers.set('silence', silentAt);
  }

  #shutDown(): void {
    const because = { kind: 'shutting-down', message: 'the allocator is shutting down; dial again' } as const;
    this.#endSession(because);
    for (const stream of [...this.#greeting]) {
      this.#forgetGreeting(stream);
      this.#turnAway(stream, because);
    }
    this.#effects.push({ effect: 'stopped' });
  }

  #endSession(because: StreamEnd): void {
    if (this.#session === undefined) return;
    this.#effects.push({ effect: 'end-stream', stream: this.#session.stream, because });
    this.#forgetSession(because);
  }

  #forgetSession({ kind, message }: StreamEnd): void {
    const { epoch } = this.#highest;
    this.#session?.end(this.#effects);
    this.#session = undefined;
    this.#timers.cancel('safety-pass');
    this.#timers.cancel('silence');
    this.#observe({ event: 'session-ended', epoch, kind, message });
  }

  #turnAway(stream: StreamId, because: StreamEnd): void {
    this.#effects.push({ effect: 'end-stream', stream, because });
    this.#observe({ event: 'stream-turned-away', kind: because.kind, message: because.message });
  }

  #forgetGreeting(stream: StreamId): void {
    if (this.#greeting.delete(stream)) this.#timers.cancel(stream);
  }

  #observe(event: Extract<AllocatorEffect, { effect: 'observe' }>['event']): void {
    this.#effects.push({ effect: 'observe', event });
  }

  #takeEffects(): readonly AllocatorEffect[] {
    const effects = this.#effects;
    this.#effects = [];
    return effects;
  }
}
