import type { Allocation, AllocatorAgent, AllocatorDown, AllocatorFramework, Proposal } from '@parley/common/contract';
import type { AgentId, FrameworkId, ProposalId } from '@parley/common/kernel';
import {
  addResources,
  chargeable,
  containsResources,
  formatResources,
  isEmptyResources,
  NO_RESOURCES,
  sumResources,
} from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';

import type { StandingRule } from './findings';
import { placeText } from './told';

/** What is wrong with a proposal, by the rule it breaks. */
export interface Objection {
  readonly rule: StandingRule;
  readonly text: string;
}

/** Everything that a session has told, as plain sums: slow, and obviously right. */
export class Truth {
  readonly #agents = new Map<AgentId, AllocatorAgent>();
  readonly #frameworks = new Map<FrameworkId, AllocatorFramework>();
  /** By place; nothing is no entry. */
  readonly #held = new Map<string, Allocation>();
  readonly #open = new Map<ProposalId, Proposal>();

  /** Proposals that have not been answered, in order. */
  get open(): readonly Proposal[] {
    return [...this.#open.values()];
  }

  take(item: AllocatorDown): void {
    switch (item.item) {
      case 'agent':
        this.#agents.set(item.agent.agentId, item.agent);
        return;
      case 'agent-removed':
        this.#agents.delete(item.agentId);
        this.#forget(({ agentId }) => agentId === item.agentId);
        return;
      case 'framework':
        this.#frameworks.set(item.framework.frameworkId, item.framework);
        return;
      case 'framework-removed':
        this.#frameworks.delete(item.frameworkId);
        this.#forget(({ frameworkId }) => frameworkId === item.frameworkId);
        return;
      case 'allocation':
        this.#hold(item.allocation);
        return;
      case 'offered':
      case 'refused':
        this.#open.delete(item.proposalId);
        return;
      default:
        return;
    }
  }

  /** Notes a proposal as taken until it is answered. */
  propose(proposal: Proposal): void {
    this.#open.set(proposal.proposalId, proposal);
  }

  /** What is told as held at a place. */
  heldAt(place: string): { readonly allocated: Resources; readonly offered: Resources } {
    return this.#held.get(place) ?? { allocated: NO_RESOURCES, offered: NO_RESOURCES };
  }

  /** The first rule that a proposal, not yet noted, breaks. */
  objectionTo(proposal: Proposal): Objection | undefined {
    return this.#objectionToParties(proposal) ?? this.#objectionToAmounts(proposal);
  }

  #objectionToParties(proposal: Proposal): Objection | undefined {
    const what = described(proposal);
    const agent = this.#agents.get(proposal.agentId);
    const framework = this.#frameworks.get(proposal.frameworkId);
    if (agent === undefined) return { rule: 'removed', text: `${what}: there is no such agent` };
    if (framework === undefined) return { rule: 'removed', text: `${what}: there is no such framework` };
    if (!framework.roles.some(({ role }) => role === proposal.role))
      return { rule: 'removed', text: `${what}: the framework is not in that role` };
    if (agent.standing !== 'offerable') return { rule: 'inactive', text: `${what}: the agent is ${agent.standing}` };
    if (!framework.active) return { rule: 'inactive', text: `${what}: the framework is not connected` };
    return undefined;
  }

  #objectionToAmounts(proposal: Proposal): Objection | undefined {
    const what = described(proposal);
    const { agentId, resources } = proposal;
    if (isEmptyResources(resources)) return { rule: 'only-free', text: `${what}: it holds nothing` };
    const total = this.#agents.get(agentId)?.total ?? NO_RESOURCES;
    const holdings = [...this.#held.values()].filter((holding) => holding.agentId === agentId);
    const told = sumResources(holdings.map(({ allocated, offered }) => addResources(allocated, offered)));
    const inUse = chargeable(told);
    if (!containsResources(total, resources) || !containsResources(total, addResources(inUse, chargeable(resources))))
      return { rule: 'only-free', text: `${what}: of ${formatResources(total)}, ${textOf(inUse)} is in use` };
    const others = this.open.filter((open) => open.agentId === agentId);
    const open = chargeable(sumResources(others.map((other) => other.resources)));
    if (containsResources(total, sumResources([inUse, open, chargeable(resources)]))) return undefined;
    return { rule: 'nothing-twice', text: `${what}: ${textOf(open)} of the agent is in proposals without an answer` };
  }

  #hold(holding: Allocation): void {
    const place = placeText(holding);
    const isNothing = isEmptyResources(holding.allocated) && isEmptyResources(holding.offered);
    if (isNothing) this.#held.delete(place);
    else this.#held.set(place, holding);
  }

  #forget(isGone: (holding: Allocation) => boolean): void {
    for (const [place, holding] of this.#held) if (isGone(holding)) this.#held.delete(place);
  }
}

/** A proposal in words. */
export function described(proposal: Proposal): string {
  return `proposal ${String(proposal.proposalId)} (${placeText(proposal)}: ${textOf(proposal.resources)})`;
}

/** Resources in words, also when there are none. */
export function textOf(resources: Resources): string {
  return isEmptyResources(resources) ? 'nothing' : formatResources(resources);
}
