import type { AllocatorAgent, AllocatorFramework, FrameworkRole } from '@parley/common/contract';
import { compileConstraints } from '@parley/common/constraints';
import { isOfferableTo, isPlainKey, kindOf } from '@parley/common/resources';
import { ancestorsOf } from '@parley/common/roles';
import type { Resources } from '@parley/common/resources';

import type { At } from './told-items';
import { addTo, byName, chargeableOf, compareText, covers, fill, positive } from './reference-amounts';
import type { Amounts } from './reference-amounts';
import { ReferenceBooks } from './reference-books';

/** One framework in one role that is subscribed. */
interface Candidate {
  readonly framework: AllocatorFramework;
  readonly role: FrameworkRole;
}

/** What the reference is told of the session's settings. */
export interface ReferenceSettings {
  readonly minAllocatable?: readonly Resources[];
  readonly region?: string;
  readonly fairnessExclude?: readonly string[];
  /** Of roles, for strict priority; the higher first. */
  readonly priorities?: ReadonlyMap<string, number>;
}

/**
 * Weighted dominant-resource fairness with quota, reservations, filters and demands as a textbook would put it: plain records of what the
 * master said, and every sum and every order computed anew for each question. Slow and obviously right; the real one must decide the same.
 * It knows scalars only.
 */
export class ReferenceAllocator {
  readonly books = new ReferenceBooks();
  readonly #settings: ReferenceSettings;

  constructor(settings: ReferenceSettings = {}) {
    this.#settings = settings;
  }

  /** Who is to be offered something of an agent, as `framework/role`, and what; undefined: nobody. */
  nextFor(agentId: string): { readonly who: string; readonly amounts: Amounts } | undefined {
    const agent = this.books.agents.get(agentId);
    if (agent === undefined) return undefined;
    const candidates = this.candidatesFor(agentId);
    const guaranteed = candidates.filter(({ role }) => this.#hasGuaranteed(role.role, this.books.freeOf(agentId)));
    const [first] = (guaranteed.length > 0 ? guaranteed : candidates).sort((a, b) => this.#compare(a, b));
    if (first === undefined) return undefined;
    const others = candidates.filter((each) => each !== first);
    const amounts = this.#isSplit(first) ? this.#turn(agent, first, others) : this.#portion(agent, first);
    return amounts === undefined ? undefined : { who: `${first.framework.frameworkId}/${first.role.role}`, amounts };
  }

  /** All that can be offered something of an agent, in no particular order. */
  candidatesFor(agentId: string): Candidate[] {
    const agent = this.books.agents.get(agentId);
    if (agent === undefined) return [];
    return [...this.books.frameworks.values()]
      .flatMap((framework) => framework.roles.map((role) => ({ framework, role })))
      .filter((candidate) => this.#portion(agent, candidate) !== undefined);
  }

  /** Piece after piece of what is waited for, until it is somebody else's turn and so many can be offered. */
  #turn(agent: AllocatorAgent, first: Candidate, others: readonly Candidate[]): Amounts | undefined {
    const most = this.books.missing(first.framework, first.role).reduce((all, left) => all + Math.max(0, left), 0);
    for (let pieces = 1; pieces < most; pieces += 1) {
      const amounts = this.#portion(agent, first, pieces);
      if (amounts !== undefined && !this.#staysFirst(first, others, { agent, amounts })) return amounts;
    }
    return this.#portion(agent, first);
  }

  /** Whether it would still be the candidate's turn if so much were proposed to it. Among equals it is not. */
  #staysFirst(
    first: Candidate,
    others: readonly Candidate[],
    { agent: { agentId }, amounts }: { readonly agent: AllocatorAgent; readonly amounts: Amounts },
  ): boolean {
    const isGuaranteed = ({ role }: Candidate): boolean => this.#hasGuaranteed(role.role, this.books.freeOf(agentId));
    const guaranteed = others.filter(isGuaranteed);
    const at = { frameworkId: first.framework.frameworkId, role: first.role.role, agentId };
    return this.books.supposing(at, amounts, () => {
      const isStillGuaranteed = isGuaranteed(first);
      if (!isStillGuaranteed && guaranteed.length > 0) return false;
      return (isStillGuaranteed ? guaranteed : others).every((other) => this.#isBefore(first, other));
    });
  }

  /** What of the agent can be offered to the candidate, of pieces of its demand only so many; undefined: nothing. */
  #portion(agent: AllocatorAgent, { framework, role }: Candidate, pieces = Infinity): Amounts | undefined {
    if (!framework.active || role.suppressed || agent.standing !== 'offerable') return undefined;
    if (role.demand !== undefined && this.books.missing(framework, role).every((left) => left <= 0)) return undefined;
    if (!this.#fits(agent, framework, role)) return undefined;
    const visible = this.#visible(agent, { framework, role });
    const steps = [
      (amounts: Amounts) => amounts,
      (amounts: Amounts) => this.#withinLimits(amounts, role.role),
      (amounts: Amounts) => this.#withinHeadroom(amounts, role.role),
      (amounts: Amounts) => this.#split(amounts, { framework, role }, pieces),
    ];
    let amounts = visible;
    for (const step of steps) {
      amounts = positive(step(amounts));
      if (!this.#isEnough(amounts, { framework, role })) return undefined;
    }
    const at = { frameworkId: framework.frameworkId, role: role.role, agentId: agent.agentId };
    return this.books.refuses(at, amounts) ? undefined : amounts;
  }

  #fits(agent: AllocatorAgent, framework: AllocatorFramework, role: FrameworkRole): boolean {
    const { region = '' } = this.#settings;
    const elsewhere = region !== '' && agent.domain !== undefined && agent.domain.region !== region;
    if (elsewhere && !framework.capabilities.includes('region-aware')) return false;
    const hasGpus = (byName(chargeableOf(Object.fromEntries(agent.total.scalars)))['gpus'] ?? 0) > 0;
    if (hasGpus && !framework.capabilities.includes('gpu-resources')) return false;
    return compileConstraints(role.constraintGroups)(agent);
  }

  #visible(agent: AllocatorAgent, { framework, role }: Candidate): Amounts {
    return Object.fromEntries(
      Object.entries(this.books.freeOf(agent.agentId)).filter(([key]) => {
        const kind = kindOf(key);
        if (kind.revocable && !framework.capabilities.includes('revocable-resources')) return false;
        if (kind.shared !== '' && !framework.capabilities.includes('shared-resources')) return false;
        return isOfferableTo(kind, role.role);
      }),
    );
  }

  /** Something that can be used up, one of the groups of minimum quantities, and a piece of what is waited for. */
  #isEnough(amounts: Amounts, { framework, role }: Candidate): boolean {
    const usable = chargeableOf(amounts);
    if (Object.keys(usable).length === 0) return false;
    const groups = role.minAllocatable ?? this.#settings.minAllocatable ?? [];
    const named = byName(usable);
    if (groups.length > 0 && !groups.some((group) => covers(named, byName(Object.fromEntries(group.scalars)))))
      return false;
    if (role.demand === undefined) return true;
    const missing = this.books.missing(framework, role);
    return role.demand.some(
      (shape, index) => (missing[index] ?? 0) > 0 && covers(named, Object.fromEntries(shape.resources.scalars)),
    );
  }

  #withinLimits(amounts: Amounts, role: string): Amounts {
    const cut: Record<string, number> = { ...amounts };
    for (const level of [role, ...ancestorsOf(role)]) {
      for (const [name, limit] of this.books.roles.get(level)?.quota.limit ?? []) {
        if (cut[name] !== undefined)
          cut[name] = Math.min(cut[name], Math.max(0, limit - this.books.consumed(level, name)));
      }
    }
    return cut;
  }

  #withinHeadroom(amounts: Amounts, role: string): Amounts {
    const cut: Record<string, number> = { ...amounts };
    for (const [name, wanted] of Object.entries(amounts)) {
      const required = this.#needBelow('', name);
      if (!isPlainKey(name) || required <= 0) continue;
      const guaranteed = Math.min(wanted, this.#guaranteedLeft(role, name));
      const spare = Math.max(0, this.books.available(name) - required);
      cut[name] = guaranteed + Math.min(wanted - guaranteed, spare);
    }
    return cut;
  }

  #isSplit({ role }: Candidate): boolean {
    return role.demand !== undefined && (this.books.roles.get(role.role)?.packing ?? 'whole-agent') !== 'whole-agent';
  }

  #split(amounts: Amounts, { framework, role }: Candidate, most: number): Amounts {
    if (role.demand === undefined || !this.#isSplit({ framework, role })) return amounts;
    const missing = this.books.missing(framework, role);
    const named = byName(chargeableOf(amounts));
    const room = { ...named };
    let given = 0;
    for (const [index, shape] of role.demand.entries()) {
      const wanted = Math.min(Math.max(0, missing[index] ?? 0), most - given);
      given += fill(room, Object.fromEntries(shape.resources.scalars), wanted);
    }
    const cut: Record<string, number> = { ...amounts };
    for (const name of Object.keys(amounts).filter(isPlainKey)) {
      const pieces = (named[name] ?? 0) - (room[name] ?? 0);
      const notPlain = (named[name] ?? 0) - (amounts[name] ?? 0);
      cut[name] = Math.min(amounts[name] ?? 0, Math.max(0, pieces - notPlain));
    }
    return cut;
  }

  #hasGuaranteed(role: string, free: Amounts): boolean {
    return Object.keys(free).some((name) => isPlainKey(name) && this.#guaranteedLeft(role, name) > 0);
  }

  /** On each level, what it misses of its guarantee beyond what the roles below it need. */
  #guaranteedLeft(role: string, name: string): number {
    let left = 0;
    for (const level of [role, ...ancestorsOf(role)])
      left += Math.max(0, this.#missed(level, name) - this.#needBelow(level, name));
    return left;
  }

  #missed(role: string, name: string): number {
    return (this.books.roles.get(role)?.quota.guarantee.get(name) ?? 0) - this.books.consumed(role, name);
  }

  #need(role: string, name: string): number {
    return Math.max(0, this.#missed(role, name), this.#needBelow(role, name));
  }

  #needBelow(role: string, name: string): number {
    const all = new Set([...this.books.roles.keys()].flatMap((each) => [each, ...ancestorsOf(each)]));
    const children = [...all].filter((each) => each !== role && (ancestorsOf(each)[0] ?? '') === role);
    return children.reduce((sum, child) => sum + this.#need(child, name), 0);
  }

  #compare(a: Candidate, b: Candidate): number {
    const { priority, x, y } = this.#whereTheyDiffer(a, b);
    return priority || x.share - y.share || x.served - y.served || compareText(x.name, y.name);
  }

  #isBefore(a: Candidate, b: Candidate): boolean {
    const { priority, x, y } = this.#whereTheyDiffer(a, b);
    return priority < 0 || (priority === 0 && x.share < y.share);
  }

  #whereTheyDiffer(
    a: Candidate,
    b: Candidate,
  ): { readonly priority: number; readonly x: Standing; readonly y: Standing } {
    if (a.role.role === b.role.role) {
      return { priority: 0, x: this.#standingOfFramework(a), y: this.#standingOfFramework(b) };
    }
    const from = [...ancestorsOf(a.role.role)].reverse().concat(a.role.role, `${a.role.role}/.`);
    const to = [...ancestorsOf(b.role.role)].reverse().concat(b.role.role, `${b.role.role}/.`);
    const level = from.findIndex((name, index) => name !== to[index]);
    const [x = '', y = ''] = [from[level], to[level]];
    const priority = (name: string): number => this.#settings.priorities?.get(name.replace(/\/\.$/, '')) ?? 0;
    return { priority: priority(y) - priority(x), x: this.#standingOfRole(x), y: this.#standingOfRole(y) };
  }

  #standingOfFramework({ framework: { frameworkId }, role: { role } }: Candidate): Standing {
    const share = this.#share((at) => at.frameworkId === frameworkId && at.role === role, 1);
    return { name: frameworkId, share, served: this.books.served.get(`${frameworkId}/${role}`) ?? 0 };
  }

  /** Of a role with all below it, or of the frameworks of a role alone when the name ends in `/.`. */
  #standingOfRole(name: string): Standing {
    const served = this.books.served.get(name) ?? 0;
    if (name.endsWith('/.')) {
      const role = name.slice(0, -2);
      return { name, served, share: this.#share((at) => at.role === role, 1) };
    }
    const weight = this.books.roles.get(name)?.weight ?? 1;
    return {
      name,
      served,
      share: this.#share((at) => at.role === name || ancestorsOf(at.role).includes(name), weight),
    };
  }

  #share(isCounted: (at: At) => boolean, weight: number): number {
    const held: Record<string, number> = {};
    for (const { at, amounts } of this.books.takings()) {
      if (isCounted(at)) addTo(held, byName(chargeableOf(amounts)));
    }
    const total: Record<string, number> = {};
    for (const agent of this.books.agents.values())
      addTo(total, byName(chargeableOf(Object.fromEntries(agent.total.scalars))));
    const { fairnessExclude = [] } = this.#settings;
    const counted = Object.entries(total).filter(([name]) => !fairnessExclude.includes(name));
    return Math.max(0, ...counted.map(([name, all]) => (held[name] ?? 0) / (all * weight)));
  }
}

interface Standing {
  readonly name: string;
  readonly share: number;
  readonly served: number;
}
