import type { StreamEnd } from '@parley/common/actor';
import type { AllocatorDown, Batch } from '@parley/common/contract';
import { after } from '@parley/common/kernel';
import type { Epoch, LinkNumber, Moment, MonotonicMs, StreamId } from '@parley/common/kernel';

import type { AllocatorEvent } from '../domain/events';
import { Mirror } from '../domain/mirror';
import type { Policy } from '../domain/policies/policy';
import { Proposals } from '../domain/proposals';
import { applyEntity, isCounted } from './entities';
import type { EntityItem } from './entities';
import type { AllocatorEffect } from './inputs';
import { isQuestion, Questions } from './questions';
import type { QuestionItem } from './questions';
import { SafetyPass } from './safety-pass';
import { Watch } from './watch';

/** The name under which this allocator introduces itself to masters. */
const ALLOCATOR_NAME = 'parley-allocator';

/** A master that is silent for this many of its own ping intervals is gone, whatever the connection says. */
const PINGS_MISSED_MAX = 5;

/** What this allocator can do beyond proposals. */
const CAPABILITIES = ['explain', 'shares', 'audit'] as const;

/** What a session knows and does from its begin on. */
interface Work {
  readonly mirror: Mirror;
  readonly proposals: Proposals;
  readonly questions: Questions;
  readonly watch: Watch;
  readonly safetyPass: SafetyPass;
}

/** How far a session has come.
 *
 *   greeted ─begin→ snapshot ─end→ live
 */
type Phase = { readonly phase: 'greeted' } | ({ readonly phase: 'snapshot' | 'live' } & Work);

type BeginItem = Extract<AllocatorDown, { readonly item: 'begin' }>;

type AnswerItem = Extract<AllocatorDown, { readonly item: 'offered' | 'refused' }>;

/** What all sessions decide by. */
export interface SessionSettings {
  readonly policy: Policy;
  /** Names of resources that do not count towards shares. */
  readonly fairnessExclude: readonly string[];
  /** A role that wants offers and gets none for so long, although others do, starves. */
  readonly starvationAfterMs: number;
}

/** What a session is told when it starts. */
export interface SessionOptions {
  readonly stream: StreamId;
  readonly epoch: Epoch;
  readonly link: LinkNumber;
  readonly settings: SessionSettings;
  readonly now: MonotonicMs;
}

/** One master's session, from its first batch to its end: everything it was told, and everything it proposed. Forgotten as a whole. */
export class Session {
  readonly stream: StreamId;
  readonly epoch: Epoch;
  readonly link: LinkNumber;
  readonly #settings: SessionSettings;
  #phase: Phase = { phase: 'greeted' };
  /** How many entities the snapshot holds so far. */
  #entities = 0;
  /** Sequence of the last batch that was taken. */
  #sequence = 0;
  #heardAt: MonotonicMs;
  #pingMs: number | undefined;
  /** Set while dirty agents are left for the next slice. */
  #continueAt: MonotonicMs | undefined;
  /** Whether refusals are over that are still to be taken out. */
  #isEnding = false;

  constructor(options: SessionOptions) {
    this.stream = options.stream;
    this.epoch = options.epoch;
    this.link = options.link;
    this.#settings = options.settings;
    this.#heardAt = options.now;
  }

  /** Whether the snapshot is complete. */
  get isLive(): boolean {
    return this.#phase.phase === 'live';
  }

  /** The mirror, once the master began to fill it. */
  get mirror(): Mirror | undefined {
    return this.#phase.phase === 'greeted' ? undefined : this.#phase.mirror;
  }

  /** How many proposals wait for their answer. */
  get openProposals(): number {
    return this.#phase.phase === 'greeted' ? 0 : this.#phase.proposals.openCount;
  }

  /** When the session has something to do by itself. */
  get wakeAt(): MonotonicMs | undefined {
    const refusalEnds = this.mirror?.refusals.next;
    if (this.#continueAt === undefined || refusalEnds === undefined) return this.#continueAt ?? refusalEnds;
    return this.#continueAt < refusalEnds ? this.#continueAt : refusalEnds;
  }

  /** When the master counts as gone unless it is heard before; undefined until it said how often it pings. */
  get silentAt(): MonotonicMs | undefined {
    return this.#pingMs === undefined ? undefined : after(this.#heardAt, this.#pingMs * PINGS_MISSED_MAX);
  }

  /** Takes the next batch; returns why the session cannot go on, or undefined when it can. */
  take(batch: Batch<AllocatorDown>, now: MonotonicMs, effects: AllocatorEffect[]): StreamEnd | undefined {
    if (batch.sequence !== this.#sequence + 1) {
      return malformed(
        `batch ${String(batch.sequence)} came after batch ${String(this.#sequence)}; number batches 1, 2, 3 and so on`,
      );
    }
    this.#sequence = batch.sequence;
    this.#heardAt = now;
    for (const item of batch.items) {
      const problem = this.#takeItem(item, now, effects);
      if (problem !== undefined) return problem;
    }
    return undefined;
  }

  /** Ends what is due to end, at the latest now, as far as one slice goes: nothing is decided before all of it is done. */
  due(now: MonotonicMs): void {
    this.#isEnding = this.mirror?.endRefusals(now) === true;
  }

  /**
   * Makes all agents worth a look again, the safety net under everything that marks them one by one, unless that is much work and was done
   * shortly before; and looks who starves.
   */
  lookAtAll(now: MonotonicMs, effects: AllocatorEffect[]): void {
    if (this.#phase.phase !== 'live') return;
    const { mirror, watch, proposals, safetyPass } = this.#phase;
    if (safetyPass.begin(proposals.look.effort, now)) mirror.agents.queueAll();
    observe(watch.look(proposals.look.reasons.counts, now), effects);
  }

  /** To be called when the session is over, for whatever reason. */
  end(effects: AllocatorEffect[]): void {
    if (this.#phase.phase === 'live') observe(this.#phase.watch.end(), effects);
  }

  /** Runs one slice of allocation, and one of answering. */
  settle({ now, chance }: Moment, effects: AllocatorEffect[]): void {
    this.#continueAt = undefined;
    if (this.#phase.phase !== 'live') return;
    const { mirror, proposals, questions, safetyPass } = this.#phase;
    if (proposals.isDue && !this.#isEnding) {
      mirror.chances.seed(chance);
      this.#allocate(this.#phase, now, effects);
    }
    if (!mirror.agents.hasMore) safetyPass.idle(proposals.look.effort, now);
    if (questions.isDue) questions.slice(now, effects);
    if (this.#isEnding || proposals.isDue || questions.isDue) this.#continueAt = now;
  }

  #allocate({ mirror, proposals }: Work, now: MonotonicMs, effects: AllocatorEffect[]): void {
    const { proposals: made, considered } = proposals.slice(this.#sequence, now);
    for (const proposal of made)
      effects.push({ effect: 'send', stream: this.stream, item: { item: 'proposal', proposal } });
    if (made.length > 0) effects.push({ effect: 'observe', event: { event: 'proposals-made', proposals: made } });
    const left = mirror.agents.queuedCount;
    effects.push({ effect: 'observe', event: { event: 'agents-considered', considered, proposed: made.length, left } });
  }

  #takeItem(item: AllocatorDown, now: MonotonicMs, effects: AllocatorEffect[]): StreamEnd | undefined {
    if (isQuestion(item)) return this.#takeQuestion(item, now, effects);
    switch (item.item) {
      case 'ping':
        if (this.#phase.phase === 'greeted') return beforeBegin('ping');
        effects.push({ effect: 'send', stream: this.stream, item: { item: 'pong', ping: item.ping } });
        return undefined;
      case 'begin':
        return this.#begin(item, now, effects);
      case 'end':
        return this.#endSnapshot(item.count, effects);
      case 'credits':
        return this.#grant(item.credits);
      case 'offered':
      case 'refused':
        return this.#takeAnswer(item, now, effects);
      default:
        return this.#takeEntity(item, now);
    }
  }

  #begin(begin: BeginItem, now: MonotonicMs, effects: AllocatorEffect[]): StreamEnd | undefined {
    if (this.#phase.phase !== 'greeted') return malformed('begin came twice; open a new stream for a new snapshot');
    this.#phase = { ...this.#work(begin, now), phase: 'snapshot' };
    if (begin.pingMs > 0) this.#pingMs = begin.pingMs;
    const { name: policy } = this.#settings.policy;
    const item = { item: 'ready', name: ALLOCATOR_NAME, policy, capabilities: CAPABILITIES } as const;
    effects.push({ effect: 'send', stream: this.stream, item });
    return undefined;
  }

  #work({ minAllocatable, region }: BeginItem, now: MonotonicMs): Work {
    const { policy, fairnessExclude, starvationAfterMs } = this.#settings;
    const mirror = new Mirror({ policy, minAllocatable, region, fairnessExclude });
    const watch = new Watch(mirror, starvationAfterMs);
    const { stream } = this;
    const { starvation } = watch;
    const questions = new Questions({ stream, mirror, starvation }, now);
    const proposals = new Proposals(mirror, this);
    return { mirror, proposals, questions, watch, safetyPass: new SafetyPass() };
  }

  #endSnapshot(count: number, effects: AllocatorEffect[]): StreamEnd | undefined {
    if (this.#phase.phase !== 'snapshot') return malformed('end came without a snapshot before it; send begin first');
    if (this.#entities !== count) {
      return malformed(
        `the snapshot holds ${String(this.#entities)} entities, ${String(count)} were announced; send it again on a new stream`,
      );
    }
    const { mirror } = this.#phase;
    this.#phase = { ...this.#phase, phase: 'live' };
    const { size: agents } = mirror.agents;
    const { frameworkCount: frameworks } = mirror;
    effects.push({ effect: 'observe', event: { event: 'session-live', epoch: this.epoch, agents, frameworks } });
    return undefined;
  }

  #grant(credits: number): StreamEnd | undefined {
    if (this.#phase.phase === 'greeted') return beforeBegin('credits');
    this.#phase.proposals.grant(credits);
    return undefined;
  }

  #takeAnswer(item: AnswerItem, now: MonotonicMs, effects: AllocatorEffect[]): StreamEnd | undefined {
    if (this.#phase.phase !== 'live') return malformed(`${item.item} came before the end of the snapshot`);
    const { proposals, watch } = this.#phase;
    const proposal = item.item === 'offered' ? proposals.offered(item.proposalId) : proposals.refused(item, now);
    if (proposal === undefined) {
      effects.push({ effect: 'observe', event: { event: 'answer-without-proposal', proposalId: item.proposalId } });
    } else if (item.item === 'offered') {
      const { proposalId, offerId } = item;
      watch.starvation.offered(proposal.role, now);
      effects.push({ effect: 'observe', event: { event: 'proposal-offered', proposalId, offerId } });
    } else {
      const { reason, retryAfterMs } = item;
      effects.push({ effect: 'observe', event: { event: 'proposal-refused', proposal, reason, retryAfterMs } });
    }
    return undefined;
  }

  #takeQuestion(item: QuestionItem, now: MonotonicMs, effects: AllocatorEffect[]): StreamEnd | undefined {
    if (this.#phase.phase !== 'live') return malformed(`${item.item} came before the end of the snapshot`);
    this.#phase.questions.take(item, now, effects);
    return undefined;
  }

  #takeEntity(item: EntityItem, now: MonotonicMs): StreamEnd | undefined {
    if (this.#phase.phase === 'greeted') return beforeBegin(item.item);
    const { mirror, watch } = this.#phase;
    applyEntity(mirror, item, now);
    if (item.item === 'filter') watch.starvation.refused(item.filter.role, item.filter.remainingMs, now);
    if (this.#phase.phase === 'snapshot' && isCounted(item)) this.#entities += 1;
    return undefined;
  }
}

function observe(events: readonly AllocatorEvent[], effects: AllocatorEffect[]): void {
  for (const event of events) effects.push({ effect: 'observe', event });
}

function beforeBegin(what: string): StreamEnd {
  return malformed(`${what} came before begin; begin each session with it`);
}

function malformed(message: string): StreamEnd {
  return { kind: 'malformed', message };
}
