import type { AllocatorDown } from '@parley/common/contract';
import type { AgentId, FrameworkId } from '@parley/common/kernel';
import type { Agent } from '../domain/agents/agent';
import type { Holding } from '../domain/allocation';
import type { Framework } from '../domain/frameworks/framework';
import type { FilterBucket } from '../domain/offers/filters';

/** What the allocator has not been told yet: names of what changed, never copies, so that telling twice costs nothing and the amounts told are always the newest.
 *  Bounded by the cluster itself; while there is no session nothing is noted, since a session begins with everything. */
export class AllocatorMirror {
  /** Whether a session stands that wants to be told. */
  live = false;
  readonly roles = new Set<string>();
  readonly agents = new Set<Agent>();
  readonly frameworks = new Set<Framework>();
  readonly holdings = new Set<Holding>();
  readonly buckets = new Set<FilterBucket>();
  readonly removedAgents = new Set<AgentId>();
  readonly removedFrameworks = new Set<FrameworkId>();
  /** New filters and cleared ones, in order. */
  filterItems: AllocatorDown[] = [];
  /** Answers to proposals; sent after the amounts they brought about. */
  answers: AllocatorDown[] = [];

  role(role: string): void {
    if (this.live) this.roles.add(role);
  }

  agent(agent: Agent): void {
    if (this.live) this.agents.add(agent);
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
    this.frameworks.clear();
    this.holdings.clear();
    this.buckets.clear();
    this.removedAgents.clear();
    this.removedFrameworks.clear();
    this.filterItems = [];
    this.answers = [];
  }
}
