import type { AllocatorDown } from '@parley/common/contract';
import type { AgentId, FrameworkId, MonotonicMs } from '@parley/common/kernel';
import type { Agent } from '../domain/agents/agent';
import type { Holding } from '../domain/allocation';
import { rolesOf } from '../domain/cluster';
import type { Cluster } from '../domain/cluster';
import type { Framework } from '../domain/frameworks/framework';
import type { FilterBucket } from '../domain/offers/filters';

/** Filters that may wait for the allocator to read what was told before: as many items as a link holds. */
export const WAITING_FILTERS_MAX = 200_000;

/** What a snapshot has yet to come to, of what there is most of; walked over live state, so that nothing has to be noted at the beginning. */
interface Untold {
  /** Every agent with all that is held of it. */
  readonly agents: Iterator<Agent>;
  /** After the agents. */
  readonly buckets: Iterator<FilterBucket>;
}

/** What the allocator has not been told yet: names of what changed, never copies, so that telling twice costs nothing and the amounts told are always the newest.
 *  Bounded by the cluster itself; while there is no session nothing is noted, since a session begins with everything. */
export class AllocatorMirror {
  /** Whether a session stands that wants to be told. */
  live = false;
  readonly roles = new Set<string>();
  readonly agents = new Set<Agent>();
  /** Those of {@link agents} that came, or came back: what is refused of them went with them, and is told after them. */
  readonly arrived = new Set<Agent>();
  readonly frameworks = new Set<Framework>();
  readonly holdings = new Set<Holding>();
  /** Undefined once the snapshot came to its end. */
  untold: Untold | undefined;
  readonly removedAgents = new Set<AgentId>();
  readonly removedFrameworks = new Set<FrameworkId>();
  /** New filters and cleared ones, in order. Bounded by {@link WAITING_FILTERS_MAX}: a session that leaves more waiting is given up. */
  filterItems: AllocatorDown[] = [];
  /** Answers to proposals; sent after the amounts they brought about. */
  answers: AllocatorDown[] = [];
  /** Nothing is told before; undefined: at once. */
  pausedUntil: MonotonicMs | undefined;

  /** Whether nothing but answers waits to be told. */
  isDrained(): boolean {
    const { roles, agents, frameworks, holdings, removedAgents, removedFrameworks } = this;
    if (this.untold !== undefined || this.filterItems.length > 0) return false;
    return [roles, agents, frameworks, holdings, removedAgents, removedFrameworks].every(({ size }) => size === 0);
  }

  /** A session begins: everything is to be told. */
  begin(cluster: Cluster): void {
    this.clear();
    this.live = true;
    for (const role of rolesOf(cluster)) this.roles.add(role);
    for (const framework of cluster.frameworks.values()) if (framework.mirrored) this.frameworks.add(framework);
    this.untold = { agents: cluster.agents.values(), buckets: bucketsOf(cluster) };
  }

  role(role: string): void {
    if (this.live) this.roles.add(role);
  }

  agent(agent: Agent): void {
    if (this.live) this.agents.add(agent);
  }

  /** The agent is seen from now on. */
  agentArrived(agent: Agent): void {
    if (this.live) this.arrived.add(agent);
  }

  /** The agent is not seen any more. */
  agentLeft(agent: Agent): void {
    this.agents.delete(agent);
    this.arrived.delete(agent);
    if (this.live) this.removedAgents.add(agent.agentId);
  }

  framework(framework: Framework): void {
    if (this.live) this.frameworks.add(framework);
  }

  holding(holding: Holding): void {
    if (this.live) this.holdings.add(holding);
  }

  filterItem(item: AllocatorDown): void {
    if (this.live) this.filterItems.push(item);
  }

  /** Forgets everything, at the end of a session. */
  clear(): void {
    this.live = false;
    this.roles.clear();
    this.agents.clear();
    this.arrived.clear();
    this.frameworks.clear();
    this.holdings.clear();
    this.untold = undefined;
    this.removedAgents.clear();
    this.removedFrameworks.clear();
    this.filterItems = [];
    this.answers = [];
    this.pausedUntil = undefined;
  }
}

function* bucketsOf(cluster: Cluster): Generator<FilterBucket, undefined> {
  for (const framework of cluster.frameworks.values()) if (framework.mirrored) yield* framework.filters.values();
  return undefined;
}
