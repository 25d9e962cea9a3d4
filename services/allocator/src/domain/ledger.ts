import { hasAny } from '@parley/common/quantities';

import type { AgentBook } from './agent-book';
import type { AgentEntry, Taking } from './agent-entry';
import type { Claim } from './claim';
import type { Competition } from './competition';
import type { Demand } from './demand';
import type { ProposedTaking } from './proposed-taking';
import type { QuotaCut } from './quota-cut';
import type { Place } from './refusals';

/** What is charged to whom: what the master said is held, and what is proposed. Keeps the sums of agents, claims, roles and demands in step. */
export class Ledger {
  readonly #agents: AgentBook;
  readonly #competition: Competition;
  readonly #quota: QuotaCut;
  /** Claims whose demand has to be counted anew before the next look. Bounded by the claims. */
  readonly #recount = new Set<Claim>();

  constructor(agents: AgentBook, competition: Competition, quota: QuotaCut) {
    this.#agents = agents;
    this.#competition = competition;
    this.#quota = quota;
  }

  /** Counts as taken what a proposal is to hold, until {@link release}. */
  propose(taking: ProposedTaking): void {
    const { agent } = taking;
    taking.before = agent.lastProposed;
    agent.lastProposed = taking;
    this.#competition.countAllocation(taking.claim);
    this.#charge(agent, taking);
  }

  /** Gives back what an open proposal took, because it was answered. */
  release(taking: ProposedTaking): boolean {
    const { agent } = taking;
    if (!unlink(agent, taking)) return false;
    this.#discharge(agent, taking);
    return true;
  }

  /** Replaces what the claim holds on the agent. */
  setHolding({ agent, claim }: Place, holding: Taking | undefined): void {
    const held = agent.holdings.get(claim);
    if (held !== undefined) {
      agent.holdings.delete(claim);
      claim.agents.delete(agent);
      agent.heldChanged(held.amounts.rest);
      this.#discharge(agent, held);
    }
    if (holding === undefined) return;
    agent.holdings.set(claim, holding);
    claim.agents.add(agent);
    agent.heldChanged(holding.amounts.rest);
    this.#charge(agent, holding);
  }

  /** Replaces what the claim waits for; undefined: not stated. */
  setDemand(claim: Claim, demand: Demand | undefined): void {
    claim.demand = demand;
    demand?.meetAll(claim.outstanding);
  }

  /** Brings what a claim wants up to date with what the framework said and what its open offers already meet. */
  settle(claim: Claim): void {
    const { settings, demand } = claim;
    if (settings?.active !== true) claim.unwilling = 'framework-inactive';
    else if (settings.role.suppressed) claim.unwilling = 'suppressed';
    else claim.unwilling = demand?.isMet === true ? 'no-demand' : undefined;
    const wanted = claim.wants;
    this.#competition.setWanting(claim, claim.unwilling === undefined);
    if (claim.wants && !wanted) this.#agents.queueAll();
  }

  /** Whether {@link settleDemands} has anything to do. */
  get isBehind(): boolean {
    return this.#recount.size > 0;
  }

  /** Counts demands anew whose offers went away: nothing can be decided before. */
  settleDemands(): void {
    if (this.#recount.size === 0) return;
    for (const claim of this.#recount) {
      if (claim.demand?.meetAll(claim.outstanding) === true && claim.wants) this.#agents.queueAll();
      this.settle(claim);
    }
    this.#recount.clear();
  }

  #charge(agent: AgentEntry, taking: Taking): void {
    const { claim, amounts, offered } = taking;
    claim.charges += 1;
    this.#watchQuota();
    this.#agents.changeFree(agent, amounts.plain, -1);
    agent.takenChanged(amounts.rest);
    this.#competition.charge(claim, amounts.weighed, amounts.plain);
    this.#wakeHeldBack(claim, 'took');
    if (!hasAny(offered)) return;
    claim.outstanding.add(taking);
    if (claim.demand === undefined) return;
    claim.demand.meet(offered);
    if (claim.demand.isMet && claim.wants) this.settle(claim);
  }

  #discharge(agent: AgentEntry, taking: Taking): void {
    const { claim, amounts } = taking;
    claim.charges -= 1;
    this.#watchQuota();
    this.#agents.changeFree(agent, amounts.plain, 1);
    agent.takenChanged(amounts.rest);
    this.#competition.discharge(claim, amounts.weighed, amounts.plain);
    if (claim.outstanding.delete(taking) && claim.demand !== undefined) this.#recount.add(claim);
    this.#wakeHeldBack(claim, 'gave-back');
  }

  #watchQuota(): void {
    if (this.#agents.heldBack.size > 0) this.#quota.markSpare();
  }

  /** Something that quota held back may be offered now. */
  #wakeHeldBack(claim: Claim, what: 'took' | 'gave-back'): void {
    if (this.#agents.heldBack.size > 0 && this.#quota.isMoreGenerous(claim.node, what)) this.#agents.queueHeldBack();
  }
}

/** Takes an open proposal out of its agent's; returns whether it was there. */
function unlink(agent: AgentEntry, taking: ProposedTaking): boolean {
  if (agent.lastProposed === taking) {
    agent.lastProposed = taking.before;
    return true;
  }
  let after = agent.lastProposed;
  while (after !== undefined && after.before !== taking) after = after.before;
  if (after !== undefined) after.before = taking.before;
  return after !== undefined;
}
