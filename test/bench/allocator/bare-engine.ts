import { Look, Mirror, policyOf, ProposedTaking, ReasonCounts } from '@parley/allocator/testing';
import type { AllocatorDown } from '@parley/common/contract';
import type { MonotonicMs } from '@parley/common/kernel';
import { NO_RESOURCES } from '@parley/common/resources';
import { FOR_EVER_MS } from './bench-master';
import type { BenchCluster } from './bench-clusters';

const NOW = 0 as MonotonicMs;

/** What a cycle of decisions took, and how many were made. */
export interface BareCycle {
  readonly ms: number;
  readonly decisions: number;
}

/**
 * The decisions alone, before anybody is told: no resources made out by name, no traces, no session. Beside the whole it shows what telling
 * costs; without the counts of reasons, what it costs to be able to explain.
 */
export class BareEngine {
  readonly #cluster: BenchCluster;
  readonly #mirror = new Mirror({
    policy: policyOf({ policy: 'drf', priorities: new Map() }),
    minAllocatable: [],
    region: '',
    fairnessExclude: [],
  });
  readonly #look = new Look(this.#mirror);
  readonly #count = ReasonCounts.prototype.count.bind(this.#look.reasons);
  readonly #ignore = (): void => {};

  constructor(cluster: BenchCluster) {
    this.#cluster = cluster;
    for (const item of cluster.items) this.#apply(item);
  }

  /** Decides on every agent that may have something to give; whatever is decided is then declined for ever. */
  cycle(): BareCycle {
    const { agents, ledger } = this.#mirror;
    const takings: ProposedTaking[] = [];
    const began = performance.now();
    for (let agent = agents.take(); agent !== undefined; agent = agents.take()) {
      const decision = this.#look.next(agent);
      if (decision === undefined) continue;
      const taking = new ProposedTaking(decision);
      takings.push(taking);
      ledger.propose(taking);
      if (decision.isWhole) agent.allTaken();
      else agents.queue(agent);
    }
    const ms = performance.now() - began;
    for (const taking of takings) {
      const { agent, claim } = taking;
      this.#mirror.release(taking);
      const of = { frameworkId: claim.frameworkId, role: claim.role, agentId: agent.agentId };
      this.#mirror.setFilter({ ...of, refused: this.#cluster.free, remainingMs: FOR_EVER_MS }, NOW);
    }
    return { ms, decisions: takings.length };
  }

  /** Begins or ends to count reasons. Either way the engine calls what it finds in the same place, so that nothing but the counting differs. */
  countReasons(counts: boolean): void {
    this.#look.reasons.count = counts ? this.#count : this.#ignore;
  }

  /** Makes every agent one to look at in the next cycle. */
  queueAll(): void {
    this.#mirror.agents.queueAll();
  }

  #apply(item: AllocatorDown): void {
    if (item.item === 'agent') this.#mirror.setAgent(item.agent);
    else if (item.item === 'framework') this.#mirror.setFramework(item.framework);
    else if (item.item === 'allocation') this.#mirror.setAllocation({ ...item.allocation, offered: NO_RESOURCES });
  }
}
