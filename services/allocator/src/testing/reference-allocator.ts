import type { AllocatorDown, Proposal } from '@parley/common/contract';
import { unreachable } from '@parley/common/kernel';

import type { At } from './given-allocator';

type Amounts = Readonly<Record<string, number>>;

const keyOf = ({ frameworkId, role, agentId }: At): string => `${frameworkId}/${role}/${agentId}`;

/**
 * Weighted dominant-resource fairness as a textbook would put it: plain records of what the master said, every sum and every order
 * computed anew for each question. Slow and obviously right; the real one must decide the same. Filters never end by themselves here.
 */
export class ReferenceAllocator {
  readonly #agents = new Map<string, { total: Amounts; active: boolean }>();
  readonly #frameworks = new Map<
    string,
    { roles: readonly string[]; suppressed: readonly string[]; active: boolean }
  >();
  readonly #weights = new Map<string, number>();
  readonly #held = new Map<string, { at: At; amounts: Amounts }>();
  readonly #open = new Map<number, { at: At; amounts: Amounts }>();
  readonly #filters = new Map<string, Amounts[]>();
  readonly #backOffs = new Set<string>();
  /** Proposals ever made, by `framework/role` and by role. */
  readonly #served = new Map<string, number>();

  take(item: AllocatorDown): void {
    this.#takeOne(item);
    this.#forgetTheServed();
  }

  agentIds(): readonly string[] {
    return [...this.#agents.keys()];
  }

  propose(proposal: Proposal): void {
    this.#open.set(proposal.proposalId, { at: proposal, amounts: Object.fromEntries(proposal.resources.scalars) });
    for (const name of [`${proposal.frameworkId}/${proposal.role}`, proposal.role]) {
      this.#served.set(name, (this.#served.get(name) ?? 0) + 1);
    }
  }

  /** What is free on an agent, without what is over-used. */
  freeOf(agentId: string): Amounts {
    const free = { ...this.#agents.get(agentId)?.total };
    for (const { at, amounts } of this.#takings()) {
      if (at.agentId !== agentId) continue;
      for (const [name, amount] of Object.entries(amounts)) free[name] = (free[name] ?? 0) - amount;
    }
    return Object.fromEntries(Object.entries(free).filter(([, amount]) => amount > 0));
  }

  /** Who is to be offered what is free on an agent, as `framework/role`. */
  nextFor(agentId: string): string | undefined {
    if (this.#agents.get(agentId)?.active !== true) return undefined;
    const free = this.freeOf(agentId);
    if (Object.keys(free).length === 0) return undefined;
    const claims = [...this.#frameworks].flatMap(([id, framework]) =>
      framework.roles
        .filter(
          (role) =>
            framework.active &&
            !framework.suppressed.includes(role) &&
            !this.#refuses(`${id}/${role}/${agentId}`, free),
        )
        .map((role) => ({ name: `${id}/${role}`, id, role })),
    );
    claims.sort(
      (a, b) =>
        this.#shareOf(a.role) - this.#shareOf(b.role) ||
        this.#servedOf(a.role) - this.#servedOf(b.role) ||
        compareText(a.role, b.role) ||
        this.#shareOf(a.role, a.id) - this.#shareOf(b.role, b.id) ||
        this.#servedOf(a.name) - this.#servedOf(b.name) ||
        compareText(a.id, b.id),
    );
    return claims[0]?.name;
  }

  #takeOne(item: AllocatorDown): void {
    switch (item.item) {
      case 'agent':
        this.#agents.set(item.agent.agentId, {
          total: Object.fromEntries(item.agent.total.scalars),
          active: item.agent.active,
        });
        {
          this.#endBackOffs((at) => at.endsWith(`/${item.agent.agentId}`));
          return;
        }
      case 'agent-removed':
        this.#agents.delete(item.agentId);
        {
          this.#forgetPlaces((at) => at.endsWith(`/${item.agentId}`));
          return;
        }
      case 'framework': {
        this.#takeFramework(item.framework);
        return;
      }
      case 'framework-removed':
        this.#frameworks.delete(item.frameworkId);
        {
          this.#forgetPlaces((at) => at.startsWith(`${item.frameworkId}/`));
          return;
        }
      case 'role':
        this.#weights.set(item.role, item.weight);
        return undefined;
      case 'allocation': {
        this.#takeAllocation(item.allocation);
        return;
      }
      case 'filter': {
        this.#takeFilter(item.filter);
        return;
      }
      case 'filters-cleared': {
        this.#clear((at) => at.startsWith(`${item.frameworkId}/${item.role}/`) && at.endsWith(item.agentId ?? ''));
        return;
      }
      case 'offered':
        this.#open.delete(item.proposalId);
        return undefined;
      case 'refused': {
        this.#takeRefusal(item.proposalId);
        return;
      }
      case 'begin':
      case 'end':
      case 'credits':
      case 'ping':
        return undefined;
      default:
        return unreachable(item, 'item');
    }
  }

  #takeFramework(framework: Extract<AllocatorDown, { item: 'framework' }>['framework']): void {
    const { frameworkId, roles, suppressedRoles: suppressed, active } = framework;
    this.#frameworks.set(frameworkId, { roles, suppressed, active });
    this.#endBackOffs((at) => at.startsWith(`${frameworkId}/`));
    this.#clear((at) => at.startsWith(`${frameworkId}/`) && !roles.includes(at.split('/')[1] ?? ''));
  }

  #takeAllocation(allocation: Extract<AllocatorDown, { item: 'allocation' }>['allocation']): void {
    const amounts: Record<string, number> = {};
    for (const part of [allocation.allocated, allocation.offered]) {
      for (const [name, milli] of part.scalars) amounts[name] = (amounts[name] ?? 0) + milli;
    }
    const key = keyOf(allocation);
    const isNothing = Object.keys(amounts).length === 0;
    if (isNothing && !this.#held.has(key)) return;
    if (isNothing) this.#held.delete(key);
    else this.#held.set(key, { at: allocation, amounts });
    this.#endBackOffs((at) => at.endsWith(`/${allocation.agentId}`));
  }

  #takeFilter(filter: Extract<AllocatorDown, { item: 'filter' }>['filter']): void {
    if (!this.#agents.has(filter.agentId) || !this.#isSubscribed(filter)) return;
    const key = keyOf(filter);
    this.#endBackOffs((at) => at === key);
    this.#filters.set(key, [...(this.#filters.get(key) ?? []), Object.fromEntries(filter.refused.scalars)]);
  }

  #takeRefusal(proposalId: number): void {
    const open = this.#open.get(proposalId);
    this.#open.delete(proposalId);
    if (open !== undefined && this.#agents.has(open.at.agentId) && this.#isSubscribed(open.at))
      this.#backOffs.add(keyOf(open.at));
  }

  #isSubscribed(at: At): boolean {
    return this.#frameworks.get(at.frameworkId)?.roles.includes(at.role) === true;
  }

  #refuses(key: string, free: Amounts): boolean {
    const covers = (refused: Amounts): boolean =>
      Object.entries(free).every(([name, amount]) => amount <= (refused[name] ?? 0));
    return this.#backOffs.has(key) || (this.#filters.get(key) ?? []).some(covers);
  }

  #shareOf(role: string, frameworkId?: string): number {
    const weight = frameworkId === undefined ? (this.#weights.get(role) ?? 1) : 1;
    const held: Record<string, number> = {};
    for (const { at, amounts } of this.#takings()) {
      if (at.role !== role || (frameworkId !== undefined && at.frameworkId !== frameworkId)) continue;
      for (const [name, amount] of Object.entries(amounts)) held[name] = (held[name] ?? 0) + amount;
    }
    const total: Record<string, number> = {};
    for (const agent of this.#agents.values()) {
      for (const [name, amount] of Object.entries(agent.total)) total[name] = (total[name] ?? 0) + amount;
    }
    return Math.max(0, ...Object.entries(total).map(([name, all]) => (held[name] ?? 0) / (all * weight)));
  }

  #servedOf(name: string): number {
    return this.#served.get(name) ?? 0;
  }

  #takings(): readonly { at: At; amounts: Amounts }[] {
    return [...this.#held.values(), ...this.#open.values()];
  }

  /** Who neither is subscribed nor holds anything is forgotten, and a role with nobody in it unless it has a weight of its own. */
  #forgetTheServed(): void {
    const present = new Set<string>();
    const note = (frameworkId: string, role: string): void => {
      present.add(role).add(`${frameworkId}/${role}`);
    };
    for (const [id, framework] of this.#frameworks) for (const role of framework.roles) note(id, role);
    for (const { at } of this.#takings()) note(at.frameworkId, at.role);
    for (const [role, weight] of this.#weights) if (weight !== 1) present.add(role);
    for (const name of [...this.#served.keys()]) if (!present.has(name)) this.#served.delete(name);
  }

  #forgetPlaces(isGone: (at: string) => boolean): void {
    for (const key of [...this.#held.keys()]) if (isGone(key)) this.#held.delete(key);
    this.#clear(isGone);
  }

  #clear(isCleared: (at: string) => boolean): void {
    for (const key of [...this.#filters.keys()]) if (isCleared(key)) this.#filters.delete(key);
    this.#endBackOffs(isCleared);
  }

  #endBackOffs(isEnded: (at: string) => boolean): void {
    for (const key of [...this.#backOffs]) if (isEnded(key)) this.#backOffs.delete(key);
  }
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
