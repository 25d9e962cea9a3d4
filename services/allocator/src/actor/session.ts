import type { StreamEnd } from '@parley/common/actor';
import type { AllocatorDown, Batch } from '@parley/common/contract';
import { after, unreachable } from '@parley/common/kernel';
import type { Epoch, LinkNumber, MonotonicMs, StreamId } from '@parley/common/kernel';

import { Mirror } from '../domain/mirror';
import type { Policy } from '../domain/policies/policy';
import { Proposals } from '../domain/proposals';
import type { AllocatorEffect } from './inputs';

/** The name under which this allocator introduces itself to masters. */
const ALLOCATOR_NAME = 'parley-allocator';

/** A master that is silent for this many of its own ping intervals is gone, whatever the connection says. */
const PINGS_MISSED_MAX = 5;

/** How far a session has come.
 *
 *   greeted ─begin→ snapshot ─end→ live
 */
type Phase =
  | { readonly phase: 'greeted' }
  | { readonly phase: 'snapshot'; readonly mirror: Mirror; readonly proposals: Proposals; readonly entities: number }
  | { readonly phase: 'live'; readonly mirror: Mirror; readonly proposals: Proposals };

/** Items that change the mirror. */
type EntityItem = Exclude<
  AllocatorDown,
  { readonly item: 'begin' | 'end' | 'credits' | 'ping' | 'offered' | 'refused' }
>;

type BeginItem = Extract<AllocatorDown, { readonly item: 'begin' }>;

type AnswerItem = Extract<AllocatorDown, { readonly item: 'offered' | 'refused' }>;

/** What a session is told when it starts. */
export interface SessionOptions {
  readonly stream: StreamId;
  readonly epoch: Epoch;
  readonly link: LinkNumber;
  readonly policy: Policy;
  readonly now: MonotonicMs;
}

/** One master's session, from its first batch to its end: everything it was told, and everything it proposed. Forgotten as a whole. */
export class Session {
  readonly stream: StreamId;
  readonly epoch: Epoch;
  readonly link: LinkNumber;
  readonly #policy: Policy;
  #phase: Phase = { phase: 'greeted' };
  /** Sequence of the last batch that was taken. */
  #sequence = 0;
  #heardAt: MonotonicMs;
  #pingMs: number | undefined;
  /** Set while dirty agents are left for the next slice. */
  #continueAt: MonotonicMs | undefined;

  constructor(options: SessionOptions) {
    this.stream = options.stream;
    this.epoch = options.epoch;
    this.link = options.link;
    this.#policy = options.policy;
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

  /** Ends what is due to end, at the latest now. */
  due(now: MonotonicMs): void {
    this.mirror?.endRefusals(now);
  }

  /** Makes all agents worth a look again: the safety net under everything that marks them one by one. */
  lookAtAll(): void {
    if (this.#phase.phase === 'live') this.#phase.mirror.markAll();
  }

  /** Runs one slice of allocation. */
  settle(now: MonotonicMs, effects: AllocatorEffect[]): void {
    this.#continueAt = undefined;
    if (this.#phase.phase !== 'live' || !this.#phase.proposals.isDue) return;
    const { proposals: made, considered, more } = this.#phase.proposals.slice(this.#sequence);
    for (const proposal of made) {
      effects.push({ effect: 'send', stream: this.stream, item: { item: 'proposal', proposal } });
      effects.push({ effect: 'observe', event: { event: 'proposal-made', proposal } });
    }
    const left = this.#phase.mirror.dirty.size;
    effects.push({ effect: 'observe', event: { event: 'agents-considered', considered, proposed: made.length, left } });
    if (more) this.#continueAt = now;
  }

  #takeItem(item: AllocatorDown, now: MonotonicMs, effects: AllocatorEffect[]): StreamEnd | undefined {
    switch (item.item) {
      case 'ping':
        if (this.#phase.phase === 'greeted') return beforeBegin('ping');
        effects.push({ effect: 'send', stream: this.stream, item: { item: 'pong', ping: item.ping } });
        return undefined;
      case 'begin':
        return this.#begin(item, effects);
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

  #begin({ minAllocatable, pingMs }: BeginItem, effects: AllocatorEffect[]): StreamEnd | undefined {
    if (this.#phase.phase !== 'greeted') return malformed('begin came twice; open a new stream for a new snapshot');
    const mirror = new Mirror(this.#policy, minAllocatable);
    this.#phase = { phase: 'snapshot', mirror, proposals: new Proposals(mirror, this), entities: 0 };
    if (pingMs > 0) this.#pingMs = pingMs;
    const item = { item: 'ready', name: ALLOCATOR_NAME, policy: this.#policy.name } as const;
    effects.push({ effect: 'send', stream: this.stream, item });
    return undefined;
  }

  #endSnapshot(count: number, effects: AllocatorEffect[]): StreamEnd | undefined {
    if (this.#phase.phase !== 'snapshot') return malformed('end came without a snapshot before it; send begin first');
    const { mirror, proposals, entities } = this.#phase;
    if (entities !== count) {
      return malformed(
        `the snapshot holds ${String(entities)} entities, ${String(count)} were announced; send it again on a new stream`,
      );
    }
    this.#phase = { phase: 'live', mirror, proposals };
    const { agentCount: agents, frameworkCount: frameworks } = mirror;
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
    const { proposals } = this.#phase;
    const proposal = item.item === 'offered' ? proposals.offered(item.proposalId) : proposals.refused(item, now);
    if (proposal === undefined) {
      effects.push({ effect: 'observe', event: { event: 'answer-without-proposal', proposalId: item.proposalId } });
    } else if (item.item === 'offered') {
      const { proposalId, offerId } = item;
      effects.push({ effect: 'observe', event: { event: 'proposal-offered', proposalId, offerId } });
    } else {
      const { reason, retryAfterMs } = item;
      effects.push({ effect: 'observe', event: { event: 'proposal-refused', proposal, reason, retryAfterMs } });
    }
    return undefined;
  }

  #takeEntity(item: EntityItem, now: MonotonicMs): StreamEnd | undefined {
    if (this.#phase.phase === 'greeted') return beforeBegin(item.item);
    const { mirror } = this.#phase;
    applyEntity(mirror, item, now);
    if (this.#phase.phase === 'snapshot' && isCounted(item)) {
      this.#phase = { ...this.#phase, entities: this.#phase.entities + 1 };
    }
    return undefined;
  }
}

/** Brings one change of the master's truth into the mirror. */
function applyEntity(mirror: Mirror, item: EntityItem, now: MonotonicMs): void {
  switch (item.item) {
    case 'role': {
      mirror.setWeight(item.role, item.weight);
      return;
    }
    case 'agent': {
      mirror.setAgent(item.agent);
      return;
    }
    case 'agent-removed': {
      mirror.removeAgent(item.agentId);
      return;
    }
    case 'framework': {
      mirror.setFramework(item.framework);
      return;
    }
    case 'framework-removed': {
      mirror.removeFramework(item.frameworkId);
      return;
    }
    case 'allocation': {
      mirror.setAllocation(item.allocation);
      return;
    }
    case 'filter': {
      mirror.setFilter(item.filter, now);
      return;
    }
    case 'filters-cleared': {
      mirror.clearFilters(item.frameworkId, item.role, item.agentId);
      return;
    }
    default:
      return unreachable(item, 'entity');
  }
}

/** Whether an item is one of the entities that the end of the snapshot counts; what ends an entity is none. */
function isCounted(item: EntityItem): boolean {
  return item.item !== 'agent-removed' && item.item !== 'framework-removed' && item.item !== 'filters-cleared';
}

function beforeBegin(what: string): StreamEnd {
  return malformed(`${what} came before begin; begin each session with it`);
}

function malformed(message: string): StreamEnd {
  return { kind: 'malformed', message };
}
