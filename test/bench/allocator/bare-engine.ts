import { Look, Mirror, policyOf } from '@parley/allocator/testing';
import type { AllocatorDown } from '@parley/common/contract';
import type { MonotonicMs } from '@parley/common/kernel';
import { NO_RESOURCES } from '@parley/common/resources';
import { FOR_EVER_MS } from './bench-master';
import type { BenchCluster } from './bench-clusters';

const NOW = 0 as MonotonicMs;

type Decision = NonNullable<ReturnType<Look['next']>>;

/** The decisions alone, before anybody is told: no names, no resources made out, no traces, no session. Beside the whole it shows what telling costs. */
export class BareEngine {
  readonly #cluster: BenchCluster;
  readonly #mirror = new Mirror({
    policy: policyOf({ policy: 'drf', priorities: new Map() }),
    minAllocatable: [],
    region: '',
    fairnessExclude: [],
  });
  readonly #look = new Look(this.#mirror);

  constructor(cluster: BenchCluster) {
    this.#cluster = cluster;
    for (const item of cluster.items) this.#apply(item);
  }

  /** Decides on every agent that may have something to give. Gives the milliseconds that took, and how many decisions were made. */
  cycle(): { readonly ms: number; readonly decisions: number } {
    const { agents, ledger } = this.#mirror;
    const made: { readonly decision: Decision; readonly taking: ReturnType<typeof ledger.propose> }[] = [];
    const began = performance.now();
    for (let agent = agents.take(); agent !== undefined; agent = agents.take()) {
      const decision = this.#look.next(agent);
      if (decision === undefined) continue;
      made.push({ decision, taking: ledger.propose(decision, decision.amounts) });
      if (decision.isWhole) agent.allTaken();
      else agents.queue(agent);
    }
    const ms = performance.now() - began;
    for (const { decision, taking } of made) {
      const { agent, claim } = decision;
      this.#mirror.release(agent, taking);
      const at = { frameworkId: claim.frameworkId, role: claim.role, agentId: agent.agentId };
      this.#mirror.setFilter({ ...at, refused: this.#cluster.free, remainingMs: FOR_EVER_MS }, NOW);
    }
    return { ms, decisions: made.length };
  }

  #apply(item: AllocatorDown): void {
    if (item.item === 'agent') this.#mirror.setAgent(item.agent);
    else if (item.item === 'framework') this.#mirror.setFramework(item.framework);
    else if (item.item === 'allocation') this.#mirror.setAllocation({ ...item.allocation, offered: NO_RESOURCES });
  }
}
