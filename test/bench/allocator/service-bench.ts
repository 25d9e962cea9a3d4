import { setTimeout as pause } from 'node:timers/promises';
import type { AllocatorDown, Proposal } from '@parley/common/contract';
import { offerIdOf } from '@parley/common/kernel';
import { NO_RESOURCES } from '@parley/common/resources';
import { CeilingGauge } from '../ceilings/ceiling-gauge';
import type { Ceilings } from '../ceilings/ceiling-gauge';
import { usageOf } from '../process-meter';
import { quantile } from '../quantiles';
import { AllocatorProcess } from './allocator-process';
import { agentItem, frameworkItem, scalars } from './bench-clusters';
import { EngineSession } from './engine-session';
import { heapInUse } from './heap-size';
import { ServiceMaster } from './service-master';
import { spreadOf } from './spread';
import type { Spread } from './spread';

const EPOCH = { clusterId: 'bench', incarnation: 1, revision: 1 };
const TOTAL = scalars([24, 4_096, 4_096], [[31_000, 32_000]]);
const PACE_MS = 2;
const SETTLE_MS = 300;
const PROPOSED_WITHIN_MS = 30_000;

/** How large a run is. */
export interface ServiceSize {
  readonly agents: number;
  readonly frameworks: number;
  readonly rounds: number;
  readonly roundMs: number;
  readonly ceilingMs: number;
  /** Agents and frameworks whose memory is measured. */
  readonly memory: { readonly agents: number; readonly frameworks: number };
}

/** What a run through two processes gave. */
export interface ServiceResult {
  readonly size: ServiceSize;
  readonly decisionsPerSecond: Spread;
  readonly ratioToBidi: Spread;
  readonly ratioToBatch: Spread;
  readonly bidiPerSecond: number;
  readonly batchPerSecond: number;
  /** Processor time of a decision in the allocator's process and in the one that plays the master. */
  readonly cpuMicros: { readonly allocator: number; readonly master: number };
  /** From sending that an agent is free to hearing the proposal for it, at half the rate. */
  readonly latencyMs: { readonly p50: number; readonly p99: number; readonly perSecond: number };
  readonly memory: MemoryResult;
}

/** What agents and frameworks weigh in the allocator. */
export interface MemoryResult {
  /** On the heap after all garbage is gone, in the engine alone. */
  readonly heapBytesPerAgent: number;
  readonly heapBytesPerFramework: number;
  /** What the process grew by for each agent, garbage and all. */
  readonly rssBytesPerAgent: number;
}

/** Measures the allocator as a service: sessions between two processes, with the ceilings of the transport before, between and after. */
export async function runService(size: ServiceSize, progress: (line: string) => void): Promise<ServiceResult> {
  const gauge = await CeilingGauge.start(size.ceilingMs);
  const allocator = await AllocatorProcess.start();
  const load = new ChurnLoad(allocator.address, size);
  try {
    await load.start();
    await load.run(size.roundMs);
    const ceilings: Ceilings[] = [await gauge.measure(size.ceilingMs)];
    const rates: number[] = [];
    let decisions = 0;
    const cpuBefore = { allocator: usageOf(allocator.pid).cpuSeconds, master: 0 };
    for (let round = 0; round < size.rounds; round += 1) {
      const ownBefore = usageOf(process.pid).cpuSeconds;
      const rate = await load.run(size.roundMs);
      cpuBefore.master += usageOf(process.pid).cpuSeconds - ownBefore;
      decisions += rate.decisions;
      rates.push(rate.perSecond);
      ceilings.push(await gauge.measure(size.ceilingMs));
      progress(`round ${round + 1}: ${rate.perSecond.toFixed(0)} decisions/s`);
    }
    const allocatorCpu = usageOf(allocator.pid).cpuSeconds - cpuBefore.allocator;
    const half = spreadOf(rates).median / 2;
    const latencies = await load.pace(half, size.roundMs * 2);
    const beside = (kind: 'bidiPerSecond' | 'batchPerSecond'): Spread =>
      spreadOf(rates.map((rate, at) => (2 * rate) / ((ceilings[at]?.[kind] ?? 0) + (ceilings[at + 1]?.[kind] ?? 0))));
    return {
      size,
      decisionsPerSecond: spreadOf(rates),
      ratioToBidi: beside('bidiPerSecond'),
      ratioToBatch: beside('batchPerSecond'),
      bidiPerSecond: spreadOf(ceilings.map(({ bidiPerSecond }) => bidiPerSecond)).median,
      batchPerSecond: spreadOf(ceilings.map(({ batchPerSecond }) => batchPerSecond)).median,
      cpuMicros: { allocator: (allocatorCpu * 1e6) / decisions, master: (cpuBefore.master * 1e6) / decisions },
      latencyMs: { p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99), perSecond: half },
      memory: await measureMemory(size.memory),
    };
  } finally {
    load.close();
    await allocator.stop();
    gauge.stop();
  }
}

/** Agents whose offers come back: at once, or at a pace. */
class ChurnLoad {
  readonly #master: ServiceMaster;
  readonly #size: ServiceSize;
  /** Who has an open offer of which agent. */
  readonly #open = new Map<string, Proposal>();
  /** When an agent was said to be free, while its latency is measured. */
  readonly #freedAt = new Map<string, number>();
  #latencies: number[] = [];
  #decisions = 0;
  #churning = false;

  constructor(target: string, size: ServiceSize) {
    this.#master = new ServiceMaster(target);
    this.#size = size;
  }

  /** Sends the snapshot; every agent is proposed once. */
  async start(): Promise<void> {
    const items: AllocatorDown[] = [];
    for (let at = 0; at < this.#size.frameworks; at += 1) items.push(frameworkItem(at, '*'));
    for (let at = 0; at < this.#size.agents; at += 1) items.push(agentItem(at, TOTAL));
    await this.#master.begin(items, this.#size.agents, (proposals) => this.#hear(proposals));
    await this.#allProposed();
  }

  /** Gives every offer back at once, for so long. */
  async run(durationMs: number): Promise<{ readonly decisions: number; readonly perSecond: number }> {
    this.#decisions = 0;
    this.#churning = true;
    const began = performance.now();
    for (const proposal of [...this.#open.values()]) this.#free(proposal);
    await pause(durationMs);
    const decisions = this.#decisions;
    const perSecond = (decisions * 1_000) / (performance.now() - began);
    this.#churning = false;
    await this.#allProposed();
    return { decisions, perSecond };
  }

  /** Gives offers back at a pace, for so long; the milliseconds until the agent of each was proposed again. */
  async pace(perSecond: number, durationMs: number): Promise<readonly number[]> {
    this.#latencies = [];
    const began = performance.now();
    let freed = 0;
    for (let elapsed = 0; elapsed < durationMs; elapsed = performance.now() - began) {
      const due = Math.floor((elapsed * perSecond) / 1_000);
      for (const proposal of this.#open.values()) {
        if (freed >= due) break;
        this.#freedAt.set(proposal.agentId, performance.now());
        this.#free(proposal);
        freed += 1;
      }
      await pause(PACE_MS);
    }
    await this.#allProposed();
    return this.#latencies;
  }

  close(): void {
    this.#master.close();
  }

  /** Resolves when every agent is offered; rejects when that takes too long, since nothing measured after it would be true. */
  async #allProposed(): Promise<void> {
    const { agents } = this.#size;
    const began = performance.now();
    while (this.#open.size < agents) {
      if (performance.now() - began > PROPOSED_WITHIN_MS) {
        throw new Error(`only ${this.#open.size} of ${agents} agents were proposed within ${PROPOSED_WITHIN_MS} ms`);
      }
      await pause(PACE_MS);
    }
  }

  #hear(proposals: readonly Proposal[]): void {
    const now = performance.now();
    this.#decisions += proposals.length;
    for (const proposal of proposals) {
      const { proposalId, frameworkId, role, agentId, resources: offered } = proposal;
      // In this order, as masters do: what was proposed is never told to be free, whatever message the second comes in.
      const allocation = { frameworkId, role, agentId, allocated: NO_RESOURCES, offered };
      this.#master.sayNow({ item: 'allocation', allocation });
      this.#master.sayNow({ item: 'offered', proposalId, offerId: offerIdOf(EPOCH, proposalId) });
      this.#open.set(agentId, proposal);
      const freedAt = this.#freedAt.get(agentId);
      if (freedAt !== undefined) this.#latencies.push(now - freedAt);
      if (this.#churning) this.#free(proposal);
    }
    this.#master.sayNow({ item: 'credits', credits: proposals.length });
  }

  #free(proposal: Proposal): void {
    const { frameworkId, role, agentId } = proposal;
    this.#open.delete(agentId);
    const allocation = { frameworkId, role, agentId, allocated: NO_RESOURCES, offered: NO_RESOURCES };
    this.#master.sayNow({ item: 'allocation', allocation });
  }
}

/** What agents and frameworks weigh: in the engine of this process, and in a process of its own. */
async function measureMemory(of: ServiceSize['memory']): Promise<MemoryResult> {
  const agents = Array.from({ length: of.agents }, (_, at) => agentItem(at, TOTAL));
  const frameworks = Array.from({ length: of.frameworks }, (_, at) => frameworkItem(at, '*', { suppressed: true }));
  const session = new EngineSession();
  session.begin([], 1);
  const empty = heapInUse();
  for (const item of agents) session.tell([item]);
  session.cycle();
  const withAgents = heapInUse();
  for (const item of frameworks) session.tell([item]);
  session.cycle();
  const withBoth = heapInUse();
  return {
    heapBytesPerAgent: (withAgents - empty) / of.agents,
    heapBytesPerFramework: (withBoth - withAgents) / of.frameworks,
    rssBytesPerAgent: await rssPerAgent(agents),
  };
}

async function rssPerAgent(agents: readonly AllocatorDown[]): Promise<number> {
  const allocator = await AllocatorProcess.start();
  const master = new ServiceMaster(allocator.address);
  try {
    await master.begin([], 1, () => {});
    const before = usageOf(allocator.pid).rssMiB;
    await master.say(agents);
    await master.settled();
    await pause(SETTLE_MS);
    return ((usageOf(allocator.pid).rssMiB - before) * 2 ** 20) / agents.length;
  } finally {
    master.close();
    await allocator.stop();
  }
}
