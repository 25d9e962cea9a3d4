import type { StreamEnd } from '@parley/common/actor';
import type { AllocatorDown, AllocatorUp, Proposal } from '@parley/common/contract';
import { linkNumberOf, streamIdOf } from '@parley/common/kernel';
import type { Epoch, Moment, MonotonicMs, StreamId, WallMs } from '@parley/common/kernel';
import { AllocatorCore } from '../actor/allocator-core';
import type { AllocatorSettings } from '../actor/allocator-core';
import type { AllocatorEffect } from '../actor/inputs';
import type { AllocatorEvent } from '../domain/events';
import { drf } from '../domain/policies/drf/drf';
import { formatResources } from '@parley/common/resources';
import { BEGIN, epochNumber } from './told-items';

/** A core with the master's side of one stream, at a time that only moves when told to. */
export class GivenAllocator {
  readonly core: AllocatorCore;
  readonly stream: StreamId = streamIdOf(1);
  now = 0 as MonotonicMs;
  readonly sent: { readonly stream: StreamId; readonly item: AllocatorUp }[] = [];
  readonly ended: { readonly stream: StreamId; readonly because: StreamEnd }[] = [];
  readonly events: AllocatorEvent[] = [];
  stopped = false;
  #sequences = new Map<StreamId, number>();

  constructor(options: Partial<AllocatorSettings> = {}) {
    this.core = new AllocatorCore({ policy: drf(), safetyPassMs: 1_000, ...options });
  }

  /** Opens the first stream, sends a whole snapshot on it and grants credits. */
  withSnapshot(items: readonly AllocatorDown[], credits = 1_000): this {
    return this.open().deliver([BEGIN, ...items, { item: 'end', count: items.length }, { item: 'credits', credits }]);
  }

  open(stream = this.stream): this {
    this.#step({ input: 'session-stream', event: { event: 'opened', stream } });
    return this;
  }

  /** Delivers one batch and settles. */
  deliver(
    items: readonly AllocatorDown[],
    stamp: {
      readonly stream?: StreamId;
      readonly epoch?: Epoch;
      readonly link?: number;
      readonly sequence?: number;
    } = {},
  ): this {
    const { stream = this.stream, epoch = epochNumber(1), link = 1 } = stamp;
    const sequence = stamp.sequence ?? (this.#sequences.get(stream) ?? 0) + 1;
    this.#sequences.set(stream, sequence);
    const message = { epoch, link: linkNumberOf(link), sequence, items };
    this.#step({ input: 'session-stream', event: { event: 'message', stream, message } });
    return this;
  }

  close(stream = this.stream): this {
    this.#step({ input: 'session-stream', event: { event: 'closed', stream, end: { kind: 'lost', message: 'cut' } } });
    return this;
  }

  shutDown(): this {
    this.#step({ input: 'shut-down' });
    return this;
  }

  /** Lets time pass, with every tick that the core asks for on the way. */
  advance(durationMs: number): this {
    const until = (this.now + durationMs) as MonotonicMs;
    for (let wakeAt = this.core.wakeAt; wakeAt !== undefined && wakeAt <= until; wakeAt = this.core.wakeAt) {
      if (wakeAt > this.now) this.now = wakeAt;
      this.#step({ input: 'tick' });
    }
    this.now = until;
    return this;
  }

  /** All proposals sent so far, or those from number `from` on. */
  proposals(from = 1): readonly Proposal[] {
    const made = this.sent.flatMap(({ item }) => (item.item === 'proposal' ? [item.proposal] : []));
    return made.filter((proposal) => proposal.proposalId >= from);
  }

  /** Who was proposed what, as `framework/role/agent`, in order. */
  placesProposed(from = 1): readonly string[] {
    return this.proposals(from).map(({ frameworkId, role, agentId }) => `${frameworkId}/${role}/${agentId}`);
  }

  /** The same with how much, as `framework/role/agent resources`. */
  amountsProposed(from = 1): readonly string[] {
    const places = this.placesProposed(from);
    return this.proposals(from).map(({ resources }, index) => `${places[index] ?? ''} ${formatResources(resources)}`);
  }

  #step(input: Parameters<AllocatorCore['step']>[0]): void {
    const moment: Moment = { now: this.now, wall: 0 as WallMs, chance: 0.5 };
    this.#record(this.core.step(input, moment));
    this.#record(this.core.settle(moment));
  }

  #record(effects: readonly AllocatorEffect[]): void {
    for (const effect of effects) {
      if (effect.effect === 'send') this.sent.push({ stream: effect.stream, item: effect.item });
      else if (effect.effect === 'end-stream') this.ended.push({ stream: effect.stream, because: effect.because });
      else if (effect.effect === 'observe') this.events.push(effect.event);
      else this.stopped = true;
    }
  }
}

/** A core that knows so much and has no credits, so that nobody is proposed anything. */
export function withoutCredits(items: readonly AllocatorDown[]): GivenAllocator {
  return new GivenAllocator().withSnapshot(items, 0);
}
