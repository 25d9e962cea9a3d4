import type { AllocatorOptions } from '@parley/allocator';
import { GivenAllocator, epochNumber, policyOf } from '@parley/allocator/testing';
import type { AllocatorDown, AllocatorUp, Proposal } from '@parley/common/contract';
import { linkNumberOf, streamIdOf } from '@parley/common/kernel';
import type { Moment, MonotonicMs, WallMs } from '@parley/common/kernel';

type Core = GivenAllocator['core'];
type Policy = ReturnType<typeof policyOf>;

/** Names a policy of the allocator. */
export type PolicyName = AllocatorOptions['policy'];

/** The engine counts nothing as silence here: time only moves when a test says so. */
const PING_MS = 1_000_000_000;
const EPOCH = epochNumber(1);
const LINK = linkNumberOf(1);
const STREAM = streamIdOf(1);

/** What the engine reported of its work since it was last asked. */
export interface Work {
  /** Slices that were run. */
  slices: number;
  /** Agents that were looked at. */
  considered: number;
  proposed: number;
  /** How often two competitors were compared; 0 unless the session counts. */
  comparisons: number;
  /** The longest slice, in milliseconds. */
  longestSliceMs: number;
}

/** How the engine is set up. */
export interface EngineOptions {
  /** `drf` where it is not stated. */
  readonly policy?: PolicyName;
  /** Whether comparisons are counted, which costs time: for tests of how much work is done. */
  readonly counting?: boolean;
}

/**
 * The real allocator, without streams: the core of the service is told what a master would tell it and does its slices when asked. The
 * only place of the benches and of the fairness tests that knows how the engine is driven.
 */
export class EngineSession {
  readonly #core: Core;
  #sequence = 0;
  #now = 0;
  #work: Work = noWork();
  #proposals: Proposal[] = [];
  readonly #said: AllocatorUp[] = [];

  constructor({ policy: name = 'drf', counting = false }: EngineOptions = {}) {
    const policy = policyOf({ policy: name, priorities: new Map() });
    this.#core = new GivenAllocator({ policy: counting ? this.#counted(policy) : policy }).core;
    this.#step({ input: 'session-stream', event: { event: 'opened', stream: STREAM } });
  }

  /** Tells the snapshot and grants credits; nothing is decided yet. */
  begin(items: readonly AllocatorDown[], credits: number): void {
    this.tell([
      { item: 'begin', minAllocatable: [], pingMs: PING_MS, region: '' },
      ...items,
      { item: 'end', count: items.length },
      { item: 'credits', credits },
    ]);
  }

  /** Tells a batch; nothing is decided yet. */
  tell(items: readonly AllocatorDown[]): void {
    this.#sequence += 1;
    const message = { epoch: EPOCH, link: LINK, sequence: this.#sequence, items };
    this.#step({ input: 'session-stream', event: { event: 'message', stream: STREAM, message } });
  }

  /** Runs slices until nothing is left to look at, and gives what was proposed. */
  cycle(): readonly Proposal[] {
    this.#settle();
    for (let wakeAt = this.#core.wakeAt; wakeAt !== undefined && wakeAt <= this.#now; wakeAt = this.#core.wakeAt) {
      this.#step({ input: 'tick' });
      this.#settle();
    }
    const proposals = this.#proposals;
    this.#proposals = [];
    return proposals;
  }

  /** Runs cycles in which there is nothing to do. Gives the milliseconds that all took, and by how many bytes the heap grew. */
  idle(cycles: number): { readonly ms: number; readonly heapBytes: number } {
    const moment = this.#moment();
    const heapBefore = process.memoryUsage().heapUsed;
    const began = performance.now();
    for (let cycle = 0; cycle < cycles; cycle += 1) this.#record(this.#core.settle(moment));
    const ms = performance.now() - began;
    return { ms, heapBytes: process.memoryUsage().heapUsed - heapBefore };
  }

  /** Moves the clock on; what is due happens with the next {@link cycle}. */
  advance(durationMs: number): void {
    this.#now += durationMs;
  }

  /** What was worked since the last time this was called. */
  takeWork(): Work {
    const work = this.#work;
    this.#work = noWork();
    return work;
  }

  /** What the allocator said that was no proposal, since the last time this was called. */
  takeSaid(): readonly AllocatorUp[] {
    return this.#said.splice(0);
  }

  /** The same policy, with its comparisons of frameworks counted. */
  #counted(policy: Policy): Policy {
    return {
      name: policy.name,
      compareRoles: (a, b) => policy.compareRoles(a, b),
      compareFrameworks: (a, b) => {
        this.#work.comparisons += 1;
        return policy.compareFrameworks(a, b);
      },
      nextTurn: (competitor, present, chance) => policy.nextTurn(competitor, present, chance),
    };
  }

  #settle(): void {
    const began = performance.now();
    const effects = this.#core.settle(this.#moment());
    this.#work.longestSliceMs = Math.max(this.#work.longestSliceMs, performance.now() - began);
    this.#record(effects);
  }

  #step(input: Parameters<Core['step']>[0]): void {
    this.#record(this.#core.step(input, this.#moment()));
  }

  #moment(): Moment {
    return { now: this.#now as MonotonicMs, wall: 0 as WallMs, chance: 0.5 };
  }

  #record(effects: ReturnType<Core['step']>): void {
    for (const effect of effects) {
      if (effect.effect === 'send') this.#hear(effect.item);
      else if (effect.effect === 'end-stream') throw new Error(`the session ended: ${effect.because.message}`);
      else if (effect.effect === 'observe' && effect.event.event === 'agents-considered') {
        this.#work.slices += 1;
        this.#work.considered += effect.event.considered;
        this.#work.proposed += effect.event.proposed;
      }
    }
  }

  #hear(item: AllocatorUp): void {
    if (item.item === 'proposal') this.#proposals.push(item.proposal);
    else this.#said.push(item);
  }
}

/** No work at all. */
export function noWork(): Work {
  return { slices: 0, considered: 0, proposed: 0, comparisons: 0, longestSliceMs: 0 };
}
