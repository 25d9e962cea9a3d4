import type { AllocatorDown, Proposal } from '@parley/common/contract';
import { NO_RESOURCES } from '@parley/common/resources';
import { BenchMaster } from './bench-master';
import { agentIdAt, agentItem, frameworkIdAt, frameworkItem, heldItem, scalars } from './bench-clusters';
import { EngineSession, noWork } from './engine-session';
import type { Work } from './engine-session';
import { spreadOf } from './spread';
import type { Spread } from './spread';

const TOTAL = scalars([24, 4_096, 4_096], [[31_000, 32_000]]);
const CREDITS = 100_000;
const ROLE = '*';
const REFUSED_MS = 5_000;
const IDLE_CYCLES = 20_000;

/** What changes on some agents of a settled cluster. */
export const CHANGES = ['task end', 'decline', 'join'] as const;

/** One of {@link CHANGES}. */
export type Change = (typeof CHANGES)[number];

/** What one kind of change on so many agents costs. */
export interface IncrementalRow {
  readonly change: Change;
  readonly changed: number;
  /** The cycle alone. */
  readonly cycleMs: Spread;
  /** Hearing of the changes, and the cycle. */
  readonly allMs: Spread;
  readonly work: Work;
}

/** What a settled cluster gave. */
export interface IncrementalResult {
  readonly agents: number;
  readonly frameworks: number;
  /** A cycle in which every agent is free. */
  readonly fullMs: Spread;
  readonly rows: readonly IncrementalRow[];
  readonly idle: { readonly ms: number; readonly heapBytes: number; readonly work: Work };
}

/** How large a run is. */
export interface IncrementalSize {
  readonly agents: number;
  readonly frameworks: number;
  readonly changed: readonly number[];
  readonly rounds: number;
  readonly fullRounds: number;
}

/** Measures cycles after a few changes in a cluster where everything is in use. */
export function runIncremental(size: IncrementalSize): IncrementalResult {
  const settled = new SettledCluster(size.agents, size.frameworks);
  const full: number[] = [];
  for (let round = 0; round < size.fullRounds; round += 1) {
    full.push(settled.round('task end', size.agents).cycleMs);
  }
  const rows = size.changed.flatMap((changed) =>
    CHANGES.map((change) => {
      const rounds = Array.from({ length: size.rounds }, () => settled.round(change, changed));
      const work = rounds.at(-1)?.work ?? noWork();
      const cycleMs = spreadOf(rounds.map((round) => round.cycleMs));
      return { change, changed, cycleMs, allMs: spreadOf(rounds.map((round) => round.allMs)), work };
    }),
  );
  return {
    agents: size.agents,
    frameworks: size.frameworks,
    fullMs: spreadOf(full),
    rows,
    idle: settled.idle(IDLE_CYCLES),
  };
}

interface Round {
  readonly cycleMs: number;
  readonly allMs: number;
  readonly work: Work;
}

/** A cluster in which every agent is used to the last bit by one framework; each round changes some and settles again. */
class SettledCluster {
  readonly #session = new EngineSession();
  readonly #master = new BenchMaster(this.#session);
  readonly #frameworks: number;
  /** The framework that holds each agent. */
  readonly #holders: number[] = [];
  /** Agents that change next, one after another. */
  #next = 0;

  constructor(agents: number, frameworks: number) {
    this.#frameworks = frameworks;
    const items: AllocatorDown[] = [];
    for (let at = 0; at < frameworks; at += 1) items.push(frameworkItem(at, ROLE));
    for (let at = 0; at < agents; at += 1) items.push(...this.#join(at));
    this.#session.begin(items, CREDITS);
    this.#session.cycle();
  }

  /** Changes so many agents, runs the cycle and settles what it proposed. */
  round(change: Change, changed: number): Round {
    const agents = Array.from({ length: changed }, () => this.#take(change));
    const items = agents.flatMap((agent) => this.#news(change, agent));
    this.#session.takeWork();
    const began = performance.now();
    this.#master.tell(items);
    const heard = performance.now();
    const proposals = this.#session.cycle();
    const ended = performance.now();
    const work = this.#session.takeWork();
    this.#settle(proposals);
    if (change === 'join') this.#leave(agents);
    return { cycleMs: ended - heard, allMs: ended - began, work };
  }

  /** Cycles with nothing to do: the time of one, and what it leaves on the heap. */
  idle(cycles: number): { readonly ms: number; readonly heapBytes: number; readonly work: Work } {
    this.#session.idle(cycles);
    this.#session.takeWork();
    const { ms, heapBytes } = this.#session.idle(cycles);
    return { ms: ms / cycles, heapBytes: heapBytes / cycles, work: this.#session.takeWork() };
  }

  #take(change: Change): number {
    if (change === 'join') return this.#holders.push(0) - 1;
    // A step that shares no factor with the count visits every agent before any twice.
    this.#next = (this.#next + 7_919) % this.#holders.length;
    return this.#next;
  }

  #news(change: Change, agent: number): readonly AllocatorDown[] {
    const holder = this.#holders[agent] ?? 0;
    const freed = heldItem(agent, holder, { role: ROLE, allocated: NO_RESOURCES });
    switch (change) {
      case 'join':
        return [agentItem(agent, TOTAL)];
      case 'task end':
        return [freed];
      case 'decline': {
        const at = { frameworkId: frameworkIdAt(holder), role: ROLE, agentId: agentIdAt(agent) };
        return [freed, { item: 'filter', filter: { ...at, refused: TOTAL, remainingMs: REFUSED_MS } }];
      }
    }
  }

  #settle(proposals: readonly Proposal[]): void {
    this.#master.launch(proposals);
    for (const { agentId, frameworkId } of proposals)
      this.#holders[Number(agentId.slice(agentId.lastIndexOf('-') + 1))] = Number(frameworkId.slice(-5));
    this.#session.cycle();
    this.#session.advance(REFUSED_MS);
    this.#session.cycle();
  }

  #leave(agents: readonly number[]): void {
    this.#master.tell(agents.map((agent) => ({ item: 'agent-removed', agentId: agentIdAt(agent) })));
    this.#holders.length -= agents.length;
    this.#session.cycle();
  }

  #join(agent: number): readonly AllocatorDown[] {
    const holder = agent % this.#frameworks;
    this.#holders.push(holder);
    return [agentItem(agent, TOTAL), heldItem(agent, holder, { role: ROLE, allocated: TOTAL })];
  }
}
