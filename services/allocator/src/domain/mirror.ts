import { after } from '@parley/common/kernel';
import type { AgentId, FrameworkId, MonotonicMs } from '@parley/common/kernel';
import { addResources, equalResources, isEmptyResources, NO_RESOURCES } from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';
import type { Allocation, AllocatorAgent, AllocatorFramework, RefusalFilter } from '@parley/common/contract';

import { AgentEntry, hasLists, listsOf } from './agent-entry';
import type { Taking } from './agent-entry';
import { ClaimTree } from './claim-tree';
import type { Claim } from './claim-tree';
import { Minimum } from './minimum';
import type { Policy } from './policies/policy';
import { addTo, exceeds, ResourceNames, takeFrom } from './quantities';
import { isRefused, RefusalBook } from './refusals';

/** A pair of a framework's role and an agent. */
export interface Place {
  readonly agent: AgentEntry;
  readonly claim: Claim;
}

/**
 * The master's truth as far as the session has told it, plus the session's own open proposals. Every change is applied at a cost that
 * depends on what changed, and marks the agents that may have something new to offer as dirty; nothing else has to be looked at.
 */
export class Mirror {
  /** Agents whose next look may find something to propose, in the order in which they are looked at. Bounded by the agents. */
  readonly dirty = new Set<AgentEntry>();
  readonly refusals = new RefusalBook();
  readonly tree: ClaimTree;
  readonly #names = new ResourceNames();
  readonly #minimum: Minimum;
  readonly #agents = new Map<AgentId, AgentEntry>();
  /** What is left of the sweep over all agents, or undefined while there is none. */
  #sweep: Iterator<AgentEntry> | undefined;
  #sweepBegun = false;
  /** Set when all agents became worth a look again behind a sweep that had begun. */
  #sweepAgain = false;
  /** The claims of each framework, subscribed or only holding. */
  readonly #claims = new Map<FrameworkId, Set<Claim>>();

  constructor(policy: Policy, minAllocatable: readonly Resources[]) {
    this.tree = new ClaimTree(policy);
    this.#minimum = new Minimum(minAllocatable, this.#names);
  }

  get agentCount(): number {
    return this.#agents.size;
  }

  get frameworkCount(): number {
    return this.#claims.size;
  }

  agents(): Iterable<AgentEntry> {
    return this.#agents.values();
  }

  agent(agentId: AgentId): AgentEntry | undefined {
    return this.#agents.get(agentId);
  }

  setAgent(agent: AllocatorAgent): void {
    const entry = this.#agentOf(agent.agentId);
    this.#setTotal(entry, agent.total);
    entry.known = true;
    entry.active = agent.active;
    this.refusals.clearBackOffs(entry, undefined);
    this.dirty.add(entry);
  }

  /** Forgets the agent and what the master said is held there; what is only proposed stays charged until it is answered. */
  removeAgent(agentId: AgentId): void {
    const entry = this.#agents.get(agentId);
    if (entry === undefined) return;
    this.#setTotal(entry, NO_RESOURCES);
    entry.known = false;
    entry.active = false;
    for (const claim of [...entry.holdings.keys()]) this.#setHolding({ agent: entry, claim }, undefined);
    for (const claim of [...entry.refusals.keys()]) this.refusals.clear(entry, claim);
    this.dirty.delete(entry);
    this.#pruneAgent(entry);
  }

  setFramework(framework: AllocatorFramework): void {
    const { frameworkId } = framework;
    const roles = new Set(framework.roles);
    const suppressed = new Set(framework.suppressedRoles);
    for (const name of roles) this.#claimOf(frameworkId, name).subscribed = true;
    let revived = false;
    for (const claim of this.#claimsOf(frameworkId)) {
      const subscribed = roles.has(claim.role.name);
      const wants = subscribed && framework.active && !suppressed.has(claim.role.name);
      revived ||= wants && !claim.wants;
      claim.subscribed = subscribed;
      this.tree.setWanting(claim, wants);
      for (const agent of this.refusals.agentsOf(claim)) this.#freeFromBackOff({ agent, claim });
      if (!subscribed) this.#leave(claim);
    }
    if (revived) this.markAll();
  }

  /** Forgets the framework and what the master said it holds; what is only proposed stays charged until it is answered. */
  removeFramework(frameworkId: FrameworkId): void {
    for (const claim of this.#claimsOf(frameworkId)) {
      claim.subscribed = false;
      this.tree.setWanting(claim, false);
      for (const agent of [...claim.agents]) this.#setHolding({ agent, claim }, undefined);
      this.#leave(claim);
    }
  }

  setWeight(role: string, weight: number): void {
    this.tree.setWeight(role, weight);
  }

  setAllocation(allocation: Allocation): void {
    const { agentId, frameworkId, role, allocated, offered } = allocation;
    const isNothing = isEmptyResources(allocated) && isEmptyResources(offered);
    if (isNothing && !this.#holds(allocation)) return;
    const agent = this.#agentOf(agentId);
    const claim = this.#claimOf(frameworkId, role);
    this.refusals.clearBackOffs(agent, undefined);
    this.dirty.add(agent);
    if (isNothing) {
      this.#setHolding({ agent, claim }, undefined);
      return;
    }
    const quantities = this.#names.quantitiesOf(allocated);
    addTo(quantities, this.#names.quantitiesOf(offered));
    const lists = hasLists(offered) ? addResources(listsOf(allocated), listsOf(offered)) : listsOf(allocated);
    this.#setHolding({ agent, claim }, { claim, quantities, lists });
  }

  /** Filters of frameworks or agents that are not known are of no use and ignored. */
  setFilter(filter: RefusalFilter, now: MonotonicMs): void {
    const agent = this.#agents.get(filter.agentId);
    const claim = this.tree.findClaim(filter.frameworkId, filter.role);
    if (agent?.known !== true || claim?.subscribed !== true) return;
    const part = {
      agent,
      claim,
      quantities: this.#names.quantitiesOf(filter.refused),
      lists: listsOf(filter.refused),
    };
    this.refusals.clearBackOffs(agent, claim);
    if (filter.remainingMs > 0) this.refusals.setFilter(part, after(now, filter.remainingMs));
    else this.refusals.dropFilter(part);
    this.dirty.add(agent);
  }

  clearFilters(frameworkId: FrameworkId, role: string, agentId: AgentId | undefined): void {
    const claim = this.tree.findClaim(frameworkId, role);
    if (claim === undefined) return;
    const agent = agentId === undefined ? undefined : this.#agents.get(agentId);
    if (agentId !== undefined && agent === undefined) return;
    const agents = agent === undefined ? this.refusals.agentsOf(claim) : [agent];
    for (const each of agents) {
      if (this.refusals.clear(each, claim)) this.dirty.add(each);
    }
  }

  /** Ends the refusals whose time has come. */
  endRefusals(now: MonotonicMs): void {
    for (let agent = this.refusals.takeEnded(now); agent !== undefined; agent = this.refusals.takeEnded(now)) {
      this.dirty.add(agent);
    }
  }

  /** Makes every agent one to look at: in a sweep over all of them, which costs nothing until it is made and is made once for many calls. */
  markAll(): void {
    this.#sweepAgain = this.#sweepBegun;
    this.#sweep ??= this.#agents.values();
  }

  /** Whether there are agents to look at. */
  get hasMore(): boolean {
    return this.dirty.size > 0 || this.#sweep !== undefined;
  }

  /** Takes the next agent to look at: dirty ones first, the longest waiting before all others, then the sweep. */
  takeAgent(): AgentEntry | undefined {
    for (const agent of this.dirty) {
      this.dirty.delete(agent);
      return agent;
    }
    if (this.#sweep === undefined) return undefined;
    this.#sweepBegun = true;
    const next = this.#sweep.next();
    if (next.done !== true) return next.value;
    this.#sweep = this.#sweepAgain ? this.#agents.values() : undefined;
    this.#sweepAgain = false;
    this.#sweepBegun = false;
    return this.#sweep === undefined ? undefined : this.takeAgent();
  }

  /** Who is to be offered what is free on the agent: nobody when it has nothing to offer, or when everybody has refused it. */
  nextFor(agent: AgentEntry): Claim | undefined {
    if (!agent.active || this.tree.wantingCount === 0 || !this.#minimum.isReached(agent)) return undefined;
    if (agent.refusals.size >= this.tree.wantingCount && this.#allRefuse(agent)) return undefined;
    return this.tree.first((claim) => !isRefused(agent, claim));
  }

  /** Everything that is free on the agent. */
  freeOf(agent: AgentEntry): Resources {
    const { ranges, sets } = agent.freeLists;
    return { scalars: this.#names.scalarsOf(agent.free), ranges, sets };
  }

  /** Counts `resources` as taken by an open proposal, until {@link release}. */
  propose({ agent, claim }: Place, resources: Resources): Taking {
    const taking = { claim, quantities: this.#names.quantitiesOf(resources), lists: listsOf(resources) };
    agent.proposed.add(taking);
    this.#charge(agent, taking);
    this.tree.countAllocation(claim);
    return taking;
  }

  /** Gives back what an open proposal took, because it was answered. */
  release(agent: AgentEntry, taking: Taking): void {
    if (!agent.proposed.delete(taking)) return;
    this.#discharge(agent, taking);
    this.dirty.add(agent);
    this.#pruneAgent(agent);
    this.#pruneClaim(taking.claim);
  }

  #agentOf(agentId: AgentId): AgentEntry {
    const known = this.#agents.get(agentId);
    if (known !== undefined) return known;
    const made = new AgentEntry(agentId);
    this.#agents.set(agentId, made);
    return made;
  }

  #claimOf(frameworkId: FrameworkId, role: string): Claim {
    const claim = this.tree.claimOf(frameworkId, role);
    const claims = this.#claims.get(frameworkId);
    if (claims === undefined) this.#claims.set(frameworkId, new Set([claim]));
    else claims.add(claim);
    return claim;
  }

  #claimsOf(frameworkId: FrameworkId): readonly Claim[] {
    return [...(this.#claims.get(frameworkId) ?? [])];
  }

  #holds({ agentId, frameworkId, role }: Allocation): boolean {
    const claim = this.tree.findClaim(frameworkId, role);
    return claim !== undefined && this.#agents.get(agentId)?.holdings.has(claim) === true;
  }

  #setTotal(entry: AgentEntry, total: Resources): void {
    const quantities = this.#names.quantitiesOf(total);
    const lists = listsOf(total);
    if (
      !exceeds(quantities, entry.total) &&
      !exceeds(entry.total, quantities) &&
      equalResources(lists, entry.totalLists)
    ) {
      return;
    }
    this.tree.shrink(entry.total);
    takeFrom(entry.free, entry.total);
    this.tree.grow(quantities);
    addTo(entry.free, quantities);
    entry.total = quantities;
    entry.totalLists = lists;
    entry.listsChanged();
  }

  #setHolding({ agent, claim }: Place, holding: Taking | undefined): void {
    const held = agent.holdings.get(claim);
    if (held !== undefined) {
      agent.holdings.delete(claim);
      claim.agents.delete(agent);
      this.#discharge(agent, held);
      this.dirty.add(agent);
    }
    if (holding !== undefined) {
      agent.holdings.set(claim, holding);
      claim.agents.add(agent);
      this.#charge(agent, holding);
      return;
    }
    this.#pruneAgent(agent);
    this.#pruneClaim(claim);
  }

  #charge(agent: AgentEntry, taking: Taking): void {
    taking.claim.charges += 1;
    takeFrom(agent.free, taking.quantities);
    this.tree.charge(taking.claim, taking.quantities);
    if (hasLists(taking.lists)) agent.listsChanged();
  }

  #discharge(agent: AgentEntry, taking: Taking): void {
    taking.claim.charges -= 1;
    addTo(agent.free, taking.quantities);
    this.tree.discharge(taking.claim, taking.quantities);
    if (hasLists(taking.lists)) agent.listsChanged();
  }

  /** The framework left the role: its refusals end, and the claim too unless something is charged to it. */
  #leave(claim: Claim): void {
    for (const agent of this.refusals.agentsOf(claim)) this.refusals.clear(agent, claim);
    this.#pruneClaim(claim);
  }

  #freeFromBackOff({ agent, claim }: Place): void {
    this.refusals.clearBackOffs(agent, claim);
    this.dirty.add(agent);
  }

  #allRefuse(agent: AgentEntry): boolean {
    let refusing = 0;
    for (const claim of agent.refusals.keys()) {
      if (claim.wants && isRefused(agent, claim)) refusing += 1;
    }
    return refusing === this.tree.wantingCount;
  }

  #pruneAgent(agent: AgentEntry): void {
    if (agent.known || agent.holdings.size > 0 || agent.proposed.size > 0) return;
    this.dirty.delete(agent);
    this.#agents.delete(agent.agentId);
  }

  #pruneClaim(claim: Claim): void {
    if (!this.tree.prune(claim)) return;
    const claims = this.#claims.get(claim.frameworkId);
    claims?.delete(claim);
    if (claims?.size === 0) this.#claims.delete(claim.frameworkId);
  }
}
