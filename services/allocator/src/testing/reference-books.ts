import type {
  AllocatorAgent,
  AllocatorDown,
  AllocatorFramework,
  AllocatorRole,
  FrameworkRole,
  Proposal,
  RefusalFilter,
} from '@parley/common/contract';
import { formatResources, kindOf, resources } from '@parley/common/resources';
import { ancestorsOf } from '@parley/common/roles';

import type { At } from './told-items';
import { byName, chargeableOf, covers, fill, positive, sum } from './reference-amounts';
import type { Amounts } from './reference-amounts';

interface Holding {
  readonly at: At;
  readonly allocated: Amounts;
  readonly offered: Amounts;
}

interface OpenProposal {
  readonly id: number;
  readonly at: At;
  readonly offered: Amounts;
}

const keyOf = ({ frameworkId, role, agentId }: At): string => `${frameworkId}/${role}@${agentId}`;

/** The number of a proposal that is only supposed; real ones begin with 1. */
const SUPPOSED = 0;

/** What the master said and what was proposed, as plain records, and the sums over them, each computed anew. Filters never end by themselves here. */
export class ReferenceBooks {
  readonly agents = new Map<string, AllocatorAgent>();
  readonly frameworks = new Map<string, AllocatorFramework>();
  readonly roles = new Map<string, AllocatorRole>();
  /** Proposals ever made, by framework and role, by role, and for the frameworks of a role together. */
  readonly served = new Map<string, number>();
  readonly #held = new Map<string, Holding>();
  /** Open proposals and offers in the order in which they came, which is the order in which they meet demands. */
  readonly #open = new Map<number, OpenProposal>();
  readonly #arrivals = new Map<string, number>();
  readonly #filters = new Map<string, Map<string, Amounts>>();
  readonly #backOffs = new Set<string>();
  #arrived = 0;

  take(item: AllocatorDown): void {
    this.#takeOne(item);
    this.#forgetTheServed();
  }

  propose(proposal: Proposal): void {
    const offered = Object.fromEntries(proposal.resources.scalars);
    this.#open.set(proposal.proposalId, { id: proposal.proposalId, at: proposal, offered });
    this.#arrive(`proposal ${String(proposal.proposalId)}`);
    const { frameworkId, role } = proposal;
    for (const name of [`${frameworkId}/${role}`, `${role}/.`, role, ...ancestorsOf(role)]) {
      this.served.set(name, (this.served.get(name) ?? 0) + 1);
    }
  }

  /** What `ask` answers while so much more is proposed. */
  supposing<Answer>(at: At, offered: Amounts, ask: () => Answer): Answer {
    this.#open.set(SUPPOSED, { id: SUPPOSED, at, offered });
    const answer = ask();
    this.#open.delete(SUPPOSED);
    return answer;
  }

  /** What is free on an agent, by key, without what is over-used; shared things are always there. */
  freeOf(agentId: string): Amounts {
    const free: Record<string, number> = Object.fromEntries(this.agents.get(agentId)?.total.scalars ?? []);
    for (const { at, amounts } of this.takings()) {
      if (at.agentId !== agentId) continue;
      for (const [key, amount] of Object.entries(amounts)) {
        if (kindOf(key).shared === '') free[key] = (free[key] ?? 0) - amount;
      }
    }
    return positive(free);
  }

  /** What the role and all below it hold of what is plain, and what is reserved for them. */
  consumed(role: string, name: string): number {
    const isBelow = (other: string): boolean => other === role || ancestorsOf(other).includes(role);
    let consumed = 0;
    for (const { at, amounts } of this.takings()) if (isBelow(at.role)) consumed += amounts[name] ?? 0;
    for (const { total } of this.agents.values()) {
      for (const [key, milli] of total.scalars) {
        const kind = kindOf(key);
        const owner = kind.reservations.at(-1);
        if (owner !== undefined && kind.name === name && !kind.revocable && isBelow(owner)) consumed += milli;
      }
    }
    return consumed;
  }

  /** Free on all agents that may be offered. */
  available(name: string): number {
    const offerable = [...this.agents.values()].filter(({ standing }) => standing === 'offerable');
    return offerable.reduce((sum, { agentId }) => sum + (this.freeOf(agentId)[name] ?? 0), 0);
  }

  /** How many pieces of each shape are not met by open offers and proposals, which are filled one after the other. */
  missing({ frameworkId }: AllocatorFramework, { role, demand = [] }: FrameworkRole): readonly number[] {
    const left = demand.map(({ count }) => count);
    const isOurs = (at: At): boolean => at.frameworkId === frameworkId && at.role === role;
    const offers = [
      ...[...this.#held].map(([key, { at, offered }]) => ({
        at,
        offered,
        arrival: this.#arrivals.get(`holding ${key}`) ?? 0,
      })),
      ...[...this.#open.values()].map((open) => ({
        ...open,
        arrival: this.#arrivals.get(`proposal ${String(open.id)}`) ?? 0,
      })),
    ].filter(({ at, offered }) => isOurs(at) && Object.keys(chargeableOf(offered)).length > 0);
    for (const { offered } of offers.sort((a, b) => a.arrival - b.arrival)) {
      const room = { ...byName(chargeableOf(offered)) };
      for (const [index, shape] of demand.entries()) {
        left[index] = (left[index] ?? 0) - fill(room, Object.fromEntries(shape.resources.scalars), left[index] ?? 0);
      }
    }
    return left;
  }

  /** All that is held and proposed. */
  takings(): readonly { readonly at: At; readonly amounts: Amounts }[] {
    const holdings = [...this.#held.values()].map(({ at, allocated, offered }) => ({
      at,
      amounts: sum(allocated, offered),
    }));
    return [...holdings, ...[...this.#open.values()].map(({ at, offered }) => ({ at, amounts: offered }))];
  }

  /** Whether so much is not wanted there. */
  refuses(at: At, amounts: Amounts): boolean {
    const key = keyOf(at);
    if (this.#backOffs.has(key)) return true;
    return [...(this.#filters.get(key)?.values() ?? [])].some((refused) => covers(refused, amounts));
  }

  #takeOne(item: AllocatorDown): void {
    switch (item.item) {
      case 'role':
        this.roles.set(item.role, item);
        break;
      case 'agent':
        this.agents.set(item.agent.agentId, item.agent);
        this.#endBackOffs((at) => at.endsWith(`@${item.agent.agentId}`));
        break;
      case 'agent-removed':
        this.agents.delete(item.agentId);
        this.#forgetPlaces((at) => at.endsWith(`@${item.agentId}`));
        break;
      case 'framework':
        this.#takeFramework(item.framework);
        break;
      case 'framework-removed':
        this.frameworks.delete(item.frameworkId);
        this.#forgetPlaces((at) => at.startsWith(`${item.frameworkId}/`));
        break;
      case 'allocation':
        this.#takeAllocation(item.allocation);
        break;
      case 'filter':
        this.#takeFilter(item.filter);
        break;
      case 'filters-cleared':
        this.#clear(
          (at) =>
            at.startsWith(`${item.frameworkId}/${item.role}@`) &&
            at.endsWith(item.agentId === undefined ? '' : `@${item.agentId}`),
        );
        break;
      case 'offered':
        this.#open.delete(item.proposalId);
        break;
      case 'refused':
        this.#takeRefusal(item.proposalId);
        break;
      default:
        break;
    }
  }

  #takeFramework(framework: AllocatorFramework): void {
    const { frameworkId, roles } = framework;
    this.frameworks.set(frameworkId, framework);
    this.#endBackOffs((at) => at.startsWith(`${frameworkId}/`));
    const stays = (at: string): boolean => roles.some(({ role }) => at.startsWith(`${frameworkId}/${role}@`));
    this.#clear((at) => at.startsWith(`${frameworkId}/`) && !stays(at));
  }

  #takeAllocation(allocation: Extract<AllocatorDown, { item: 'allocation' }>['allocation']): void {
    const allocated = Object.fromEntries(allocation.allocated.scalars);
    const offered = Object.fromEntries(allocation.offered.scalars);
    const key = keyOf(allocation);
    const isNothing = Object.keys(allocated).length === 0 && Object.keys(offered).length === 0;
    if (isNothing && !this.#held.has(key)) return;
    if (isNothing) this.#held.delete(key);
    else this.#held.set(key, { at: allocation, allocated, offered });
    this.#arrive(`holding ${key}`);
    this.#endBackOffs((at) => at.endsWith(`@${allocation.agentId}`));
  }

  #takeFilter(filter: RefusalFilter): void {
    if (!this.agents.has(filter.agentId) || !this.#isSubscribed(filter)) return;
    const key = keyOf(filter);
    this.#endBackOffs((at) => at === key);
    const filters = this.#filters.get(key) ?? new Map<string, Amounts>();
    this.#filters.set(key, filters);
    const text = formatResources(resources({ scalars: filter.refused.scalars }));
    filters.delete(text);
    if (filter.remainingMs > 0) filters.set(text, Object.fromEntries(filter.refused.scalars));
  }

  #takeRefusal(proposalId: number): void {
    const open = this.#open.get(proposalId);
    this.#open.delete(proposalId);
    if (open !== undefined && this.agents.has(open.at.agentId) && this.#isSubscribed(open.at)) {
      this.#backOffs.add(keyOf(open.at));
    }
  }

  #isSubscribed(at: At): boolean {
    return this.frameworks.get(at.frameworkId)?.roles.some(({ role }) => role === at.role) === true;
  }

  #arrive(what: string): void {
    this.#arrived += 1;
    this.#arrivals.set(what, this.#arrived);
  }

  /** Who neither is subscribed nor holds anything is forgotten, and a role with nobody in it or below it unless something was said of it. */
  #forgetTheServed(): void {
    const takings = this.takings();
    const alive = new Set<string>();
    const remember = (role: string): void => {
      for (const name of [role, `${role}/.`, ...ancestorsOf(role)]) alive.add(name);
      for (const name of ancestorsOf(role)) alive.add(`${name}/.`);
    };
    for (const framework of this.frameworks.values()) {
      for (const { role } of framework.roles) {
        alive.add(`${framework.frameworkId}/${role}`);
        remember(role);
      }
    }
    for (const { at } of takings) {
      alive.add(`${at.frameworkId}/${at.role}`);
      remember(at.role);
    }
    for (const role of this.roles.values()) if (isSet(role)) remember(role.role);
    for (const name of [...this.served.keys()]) if (!alive.has(name)) this.served.delete(name);
  }

  #forgetPlaces(isForgotten: (at: string) => boolean): void {
    for (const key of [...this.#held.keys()]) if (isForgotten(key)) this.#held.delete(key);
    this.#clear(isForgotten);
  }

  #clear(isCleared: (at: string) => boolean): void {
    for (const key of [...this.#filters.keys()]) if (isCleared(key)) this.#filters.delete(key);
    this.#endBackOffs(isCleared);
  }

  #endBackOffs(isEnded: (at: string) => boolean): void {
    for (const key of [...this.#backOffs]) if (isEnded(key)) this.#backOffs.delete(key);
  }
}

function isSet({ weight, quota, packing }: AllocatorRole): boolean {
  const isGuaranteed = [...quota.guarantee.values()].some((milli) => milli > 0);
  return weight !== 1 || packing !== 'whole-agent' || isGuaranteed || quota.limit.size > 0;
}
