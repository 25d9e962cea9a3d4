import { after } from '@parley/common/kernel';
import type { AgentId, FrameworkId, MonotonicMs } from '@parley/common/kernel';
import { ResourceNames } from '@parley/common/quantities';
import {
  addResources,
  equalResources,
  isEmptyResources,
  NO_RESOURCES,
  reservedScalars,
} from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';
import type {
  Allocation,
  AllocatorAgent,
  AllocatorFramework,
  AllocatorRole,
  FrameworkCapability,
  FrameworkRole,
  RefusalFilter,
} from '@parley/common/contract';

import { AgentBook } from './agent-book';
import type { AgentEntry, Taking } from './agent-entry';
import type { ProposedTaking } from './proposed-taking';
import { amountsOf, NO_AMOUNTS, resourcesOf } from './amounts';
import { Chances } from './chances';
import type { Claim, ClaimSettings } from './claim';
import { isSameSettings } from './claim-settings';
import { Competition } from './competition';
import type { Reserved } from './competition';
import { Demand } from './demand';
import { Eligibility } from './eligibility';
import { Judge } from './judge';
import { Ledger } from './ledger';
import { Minimum } from './minimum';
import type { Policy } from './policies/policy';
import { RefusalBook } from './refusals';
import type { Place } from './refusals';
import { SharedAmounts } from './shared-amounts';

/** So many refusals end in one piece of work: 0.7 ms as measured, and 1.5 ms where others work as well. */
export const ENDINGS_PER_SLICE = 2_500;

/** What a mirror is made of. */
export interface MirrorOptions {
  readonly policy: Policy;
  /** The cluster's groups of minimum quantities. */
  readonly minAllocatable: readonly Resources[];
  /** The master's region; empty when regions do not matter. */
  readonly region: string;
  /** Names of resources that do not count towards shares. */
  readonly fairnessExclude: readonly string[];
}

/**
 * The master's truth as far as the session has told it, plus the session's own open proposals. Every change is applied at a cost that
 * depends on what changed, and queues the agents that may have something new to offer; nothing else has to be looked at.
 */
export class Mirror {
  readonly names = new ResourceNames();
  readonly shared = new SharedAmounts(this.names);
  readonly chances = new Chances();
  readonly agents = new AgentBook();
  readonly competition: Competition;
  readonly refusals: RefusalBook;
  readonly judge: Judge;
  readonly minimum: Minimum;
  readonly ledger: Ledger;
  readonly #eligibility: Eligibility;
  #generation = 0;
  /** The claims of each framework, subscribed or only holding. */
  readonly #claims = new Map<FrameworkId, Set<Claim>>();

  constructor({ policy, minAllocatable, region, fairnessExclude }: MirrorOptions) {
    const { names, shared, chances, agents } = this;
    const competition = new Competition({ policy, names, chances, fairnessExclude });
    const refusals = new RefusalBook(agents, competition);
    const minimum = new Minimum(minAllocatable, names);
    const eligibility = new Eligibility(region, names);
    this.competition = competition;
    this.refusals = refusals;
    this.minimum = minimum;
    this.#eligibility = eligibility;
    this.judge = new Judge({ names, shared, agents, competition, refusals, eligibility, minimum });
    this.ledger = new Ledger(agents, competition, this.judge.quota);
  }

  get frameworkCount(): number {
    return this.#claims.size;
  }

  /** Every claim, in no particular order. */
  *claims(): Iterable<Claim> {
    for (const claims of this.#claims.values()) yield* claims;
  }

  /** The claims of one framework, in no particular order. */
  claimsOf(frameworkId: FrameworkId): readonly Claim[] {
    return [...(this.#claims.get(frameworkId) ?? [])];
  }

  setAgent(description: AllocatorAgent): void {
    const entry = this.agents.made(description.agentId);
    this.#setTotal(entry, description.total);
    this.#generation += 1;
    entry.generation = this.#generation;
    this.agents.describe(entry, description);
    this.#eligibility.describe(entry);
    this.refusals.clearBackOffs(entry, undefined);
    this.agents.queue(entry);
    this.agents.queueHeldBack();
  }

  /** Forgets the agent and what the master said is held there; what is only proposed stays charged until it is answered. */
  removeAgent(agentId: AgentId): void {
    const entry = this.agents.get(agentId);
    if (entry === undefined) return;
    this.#setTotal(entry, NO_RESOURCES);
    this.agents.describe(entry, undefined);
    this.refusals.clearAgent(entry);
    for (const claim of [...entry.holdings.keys()]) this.#setHolding({ agent: entry, claim }, undefined);
    this.#pruneAgent(entry);
    this.agents.queueHeldBack();
  }

  setFramework({ frameworkId, roles, capabilities, active }: AllocatorFramework): void {
    const subscribed = new Map(roles.map((role) => [role.role, role]));
    for (const role of subscribed.keys()) this.#claimOf(frameworkId, role);
    for (const claim of this.claimsOf(frameworkId)) {
      const role = subscribed.get(claim.role);
      const isChanged = this.#setSettings(claim, role === undefined ? undefined : { capabilities, active, role });
      this.refusals.clearClaim(claim, 'back-offs');
      if (role === undefined) this.#leave(claim);
      else if (isChanged && claim.wants) this.agents.queueAll();
    }
  }

  /** Forgets the framework and what the master said it holds; what is only proposed stays charged until it is answered. */
  removeFramework(frameworkId: FrameworkId): void {
    for (const claim of this.claimsOf(frameworkId)) {
      this.#setSettings(claim, undefined);
      for (const agent of [...claim.agents]) this.#setHolding({ agent, claim }, undefined);
      this.#leave(claim);
    }
  }

  setRole(role: AllocatorRole): void {
    this.competition.setRole(role.role, role);
    this.agents.queueAll();
  }

  setAllocation(allocation: Allocation): void {
    const { agentId, frameworkId, role, allocated, offered } = allocation;
    const isNothing = isEmptyResources(allocated) && isEmptyResources(offered);
    if (isNothing && !this.#holds(allocation)) return;
    const agent = this.agents.made(agentId);
    const claim = this.#claimOf(frameworkId, role);
    this.refusals.clearBackOffs(agent, undefined);
    this.agents.queue(agent);
    const holding = isNothing ? undefined : this.#takingOf(claim, allocated, offered);
    this.#setHolding({ agent, claim }, holding);
  }

  /** Filters of frameworks or agents that are not known are of no use and ignored. */
  setFilter(filter: RefusalFilter, now: MonotonicMs): void {
    const agent = this.agents.get(filter.agentId);
    const claim = this.competition.findClaim(filter.frameworkId, filter.role);
    if (agent?.description === undefined || claim?.subscribed !== true) return;
    const refused = amountsOf(filter.refused, this.names);
    this.refusals.clearBackOffs(agent, claim);
    if (filter.remainingMs > 0) this.refusals.setFilter({ agent, claim }, refused, after(now, filter.remainingMs));
    else this.refusals.dropFilter({ agent, claim }, refused);
    this.agents.queue(agent);
  }

  clearFilters(frameworkId: FrameworkId, role: string, agentId: AgentId | undefined): void {
    const claim = this.competition.findClaim(frameworkId, role);
    if (claim === undefined) return;
    if (agentId === undefined) {
      this.refusals.clearClaim(claim, 'all');
      return;
    }
    const agent = this.agents.get(agentId);
    if (agent !== undefined && this.refusals.clear(agent, claim)) this.agents.queue(agent);
  }

  /** Ends refusals that were cleared or whose time has come, a bounded number of them. Returns whether there are more. */
  endRefusals(now: MonotonicMs): boolean {
    for (let count = 0; count < ENDINGS_PER_SLICE; count += 1) {
      const ended = this.refusals.takeEnded(now);
      if (ended === undefined) return false;
      this.agents.queue(ended.agent);
      this.#pruneClaim(ended.claim);
    }
    return this.refusals.hasEnded(now);
  }

  /** Gives back what an open proposal took, because it was answered. */
  release(taking: ProposedTaking): void {
    const { agent, claim } = taking;
    if (!this.ledger.release(taking)) return;
    this.agents.queue(agent);
    this.#pruneAgent(agent);
    this.#pruneClaim(claim);
  }

  /** Everything that is free on the agent. */
  freeOf(agent: AgentEntry): Resources {
    return resourcesOf(agent.free, agent.freeRest, this.names);
  }

  #claimOf(frameworkId: FrameworkId, role: string): Claim {
    const claim = this.competition.claimOf(frameworkId, role);
    const claims = this.#claims.get(frameworkId);
    if (claims === undefined) this.#claims.set(frameworkId, new Set([claim]));
    else claims.add(claim);
    return claim;
  }

  #setSettings(claim: Claim, settings: ClaimSettings | undefined): boolean {
    const isChanged = !isSameSettings(claim.settings, settings);
    if (isChanged) {
      claim.settings = settings;
      claim.subscribed = settings !== undefined;
      this.#describeClaim(claim, settings?.role, settings?.capabilities ?? []);
    }
    this.ledger.settle(claim);
    return isChanged;
  }

  #describeClaim(claim: Claim, role: FrameworkRole | undefined, capabilities: readonly FrameworkCapability[]): void {
    const { profile } = claim;
    claim.takesRevocable = capabilities.includes('revocable-resources');
    claim.takesShared = capabilities.includes('shared-resources');
    claim.minimum = role?.minAllocatable === undefined ? undefined : new Minimum(role.minAllocatable, this.names);
    claim.profile = role === undefined ? undefined : this.#eligibility.enter(capabilities, role.constraintGroups);
    if (profile !== undefined) this.#eligibility.leave(profile);
    this.ledger.setDemand(claim, role?.demand === undefined ? undefined : new Demand(role.demand, this.names));
  }

  #takingOf(claim: Claim, allocated: Resources, offered: Resources): Taking {
    if (isEmptyResources(allocated)) {
      const amounts = amountsOf(offered, this.names);
      return { claim, amounts, offered: amounts.weighed };
    }
    if (isEmptyResources(offered)) return { claim, amounts: amountsOf(allocated, this.names), offered: [] };
    const amounts = amountsOf(addResources(allocated, offered), this.names);
    return { claim, amounts, offered: amountsOf(offered, this.names).weighed };
  }

  #holds({ agentId, frameworkId, role }: Allocation): boolean {
    const claim = this.competition.findClaim(frameworkId, role);
    return claim !== undefined && this.agents.get(agentId)?.holdings.has(claim) === true;
  }

  #setTotal(entry: AgentEntry, total: Resources): void {
    const before = entry.description?.total ?? NO_RESOURCES;
    if (equalResources(before, total)) return;
    const amounts = isEmptyResources(total) ? NO_AMOUNTS : amountsOf(total, this.names);
    this.competition.setReserved(this.#reservedIn(before), this.#reservedIn(total));
    this.competition.shrink(entry.total.weighed);
    this.competition.grow(amounts.weighed);
    this.agents.changeFree(entry, entry.total.plain, -1);
    this.agents.changeFree(entry, amounts.plain, 1);
    entry.totalChanged(amounts);
  }

  #reservedIn(total: Resources): readonly Reserved[] {
    return reservedScalars(total).map(({ role, scalars }) => ({
      role,
      quantities: this.names.quantitiesOfScalars(scalars),
    }));
  }

  #setHolding({ agent, claim }: Place, holding: Taking | undefined): void {
    this.ledger.setHolding({ agent, claim }, holding);
    if (holding !== undefined) return;
    this.agents.queue(agent);
    this.#pruneAgent(agent);
    this.#pruneClaim(claim);
  }

  /** The framework left the role: its refusals end, and the claim too unless something is charged to it. */
  #leave(claim: Claim): void {
    this.refusals.clearClaim(claim, 'all');
    this.#pruneClaim(claim);
  }

  #pruneAgent(agent: AgentEntry): void {
    if (agent.description !== undefined || agent.holdings.size > 0 || agent.lastProposed !== undefined) return;
    this.agents.forget(agent);
  }

  #pruneClaim(claim: Claim): void {
    if (this.refusals.has(claim)) return;
    if (!this.competition.prune(claim)) return;
    const claims = this.#claims.get(claim.frameworkId);
    claims?.delete(claim);
    if (claims?.size === 0) this.#claims.delete(claim.frameworkId);
  }
}
