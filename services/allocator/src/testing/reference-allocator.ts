import type {
  AllocatorAgent,
  AllocatorDown,
  AllocatorFramework,
  AllocatorRole,
  FrameworkRole,
  Proposal,
  RefusalFilter,
} from '@parley/common/contract';
import { compileConstraints } from '@parley/common/constraints';
import { formatResources, isOfferableTo, isPlainKey, kindOf, resources } from '@parley/common/resources';
import { ancestorsOf } from '@parley/common/roles';
import type { Resources } from '@parley/common/resources';

import type { At } from './given-allocator';

/** Scalars in thousandths, by name or by key. */
type Amounts = Readonly<Record<string, number>>;

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

const keyOf = ({ frameworkId, role, agentId }: At): string => `${frameworkId}/${role}@${agentId}`;

/**
 * Weighted dominant-resource fairness with quota, reservations, filters and demands as a textbook would put it: plain records of what the
 * master said, and every sum and every order computed anew for each question. Slow and obviously right; the real one must decide the same.
 * It knows scalars only. Filters never end by themselves here.
 */
export class ReferenceAllocator {
  readonly #settings: ReferenceSettings;
  readonly #agents = new Map<string, AllocatorAgent>();
  readonly #frameworks = new Map<string, AllocatorFramework>();
  readonly #roles = new Map<string, AllocatorRole>();
  readonly #held = new Map<string, Holding>();
  /** Open proposals and offers in the order in which they came, which is the order in which they meet demands. */
  readonly #open = new Map<number, OpenProposal>();
  readonly #arrivals = new Map<string, number>();
  readonly #filters = new Map<string, Map<string, Amounts>>();
  readonly #backOffs = new Set<string>();
  /** Proposals ever made, by framework and role, by role, and for the frameworks of a role together. */
  readonly #served = new Map<string, number>();
  #arrived = 0;

  constructor(settings: ReferenceSettings = {}) {
    this.#settings = settings;
  }

  take(item: AllocatorDown): void {
    this.#takeOne(item);
    this.#forgetTheServed();
  }

  agentIds(): readonly string[] {
    return [...this.#agents.keys()];
  }

  propose(proposal: Proposal): void {
    const offered = Object.fromEntries(proposal.resources.scalars);
    this.#open.set(proposal.proposalId, { id: proposal.proposalId, at: proposal, offered });
    this.#arrive(`proposal ${String(proposal.proposalId)}`);
    const { frameworkId, role } = proposal;
    for (const name of [`${frameworkId}/${role}`, `${role}/.`, role, ...ancestorsOf(role)]) {
      this.#served.set(name, (this.#served.get(name) ?? 0) + 1);
    }
  }

  /** What is free on an agent, by key, without what is over-used; shared things are always there. */
  freeOf(agentId: string): Amounts {
    const free: Record<string, number> = Object.fromEntries(this.#agents.get(agentId)?.total.scalars ?? []);
    for (const { at, amounts } of this.#takings()) {
      if (at.agentId !== agentId) continue;
      for (const [key, amount] of Object.entries(amounts)) {
        if (kindOf(key).shared === '') free[key] = (free[key] ?? 0) - amount;
      }
    }
    return positive(free);
  }

  /** Who is to be offered something of an agent, as `framework/role`, and what; undefined: nobody. */
  nextFor(agentId: string): { readonly who: string; readonly amounts: Amounts } | undefined {
    const agent = this.#agents.get(agentId);
    if (agent === undefined) return undefined;
    const candidates = this.candidatesFor(agentId);
    const guaranteed = candidates.filter(({ role }) => this.#hasGuaranteed(role.role, this.freeOf(agentId)));
    const [first] = (guaranteed.length > 0 ? guaranteed : candidates).sort((a, b) => this.#compare(a, b));
    if (first === undefined) return undefined;
    const amounts = this.#portion(agent, first);
    return amounts === undefined ? undefined : { who: `${first.framework.frameworkId}/${first.role.role}`, amounts };
  }

  /** All that can be offered something of an agent, in no particular order. */
  candidatesFor(agentId: string): Candidate[] {
    const agent = this.#agents.get(agentId);
    if (agent === undefined) return [];
    return [...this.#frameworks.values()]
      .flatMap((framework) => framework.roles.map((role) => ({ framework, role })))
      .filter((candidate) => this.#portion(agent, candidate) !== undefined);
  }

  /** What of the agent can be offered to the candidate; undefined: nothing. */
  #portion(agent: AllocatorAgent, { framework, role }: Candidate): Amounts | undefined {
    if (!framework.active || role.suppressed || agent.standing !== 'offerable') return undefined;
    if (role.demand !== undefined && this.#missing(framework, role).every((left) => left <= 0)) return undefined;
    if (!this.#fits(agent, framework, role)) return undefined;
    const visible = this.#visible(agent, { framework, role });
    const steps = [
      (amounts: Amounts) => amounts,
      (amounts: Amounts) => this.#withinLimits(amounts, role.role),
      (amounts: Amounts) => this.#withinHeadroom(amounts, role.role),
      (amounts: Amounts) => this.#split(amounts, { framework, role }),
    ];
    let amounts = visible;
    for (const step of steps) {
      amounts = positive(step(amounts));
      if (!this.#isEnough(amounts, { framework, role })) return undefined;
    }
    const at = keyOf({ frameworkId: framework.frameworkId, role: role.role, agentId: agent.agentId });
    return this.#refuses(at, amounts) ? undefined : amounts;
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
      Object.entries(this.freeOf(agent.agentId)).filter(([key]) => {
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
    const missing = this.#missing(framework, role);
    return role.demand.some(
      (shape, index) => (missing[index] ?? 0) > 0 && covers(named, Object.fromEntries(shape.resources.scalars)),
    );
  }

  #withinLimits(amounts: Amounts, role: string): Amounts {
    const cut: Record<string, number> = { ...amounts };
    for (const level of [role, ...ancestorsOf(role)]) {
      for (const [name, limit] of this.#roles.get(level)?.quota.limit ?? []) {
        if (cut[name] !== undefined) cut[name] = Math.min(cut[name], Math.max(0, limit - this.#consumed(level, name)));
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
      const spare = Math.max(0, this.#available(name) - required);
      cut[name] = guaranteed + Math.min(wanted - guaranteed, spare);
    }
    return cut;
  }

  #split(amounts: Amounts, { framework, role }: Candidate): Amounts {
    if (role.demand === undefined || (this.#roles.get(role.role)?.packing ?? 'whole-agent') === 'whole-agent')
      return amounts;
    const missing = this.#missing(framework, role);
    const named = byName(chargeableOf(amounts));
    const room = { ...named };
    for (const [index, shape] of role.demand.entries()) {
      fill(room, Object.fromEntries(shape.resources.scalars), Math.max(0, missing[index] ?? 0));
    }
    const cut: Record<string, number> = { ...amounts };
    for (const name of Object.keys(amounts).filter(isPlainKey)) {
      const pieces = (named[name] ?? 0) - (room[name] ?? 0);
      const notPlain = (named[name] ?? 0) - (amounts[name] ?? 0);
      cut[name] = Math.min(amounts[name] ?? 0, Math.max(0, pieces - notPlain));
    }
    return cut;
  }

  /** How many pieces of each shape are not met by open offers and proposals, which are filled one after the other. */
  #missing({ frameworkId }: AllocatorFramework, { role, demand = [] }: FrameworkRole): readonly number[] {
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
    return (this.#roles.get(role)?.quota.guarantee.get(name) ?? 0) - this.#consumed(role, name);
  }

  #need(role: string, name: string): number {
    return Math.max(0, this.#missed(role, name), this.#needBelow(role, name));
  }

  #needBelow(role: string, name: string): number {
    const all = new Set([...this.#roles.keys()].flatMap((each) => [each, ...ancestorsOf(each)]));
    const children = [...all].filter((each) => each !== role && (ancestorsOf(each)[0] ?? '') === role);
    return children.reduce((sum, child) => sum + this.#need(child, name), 0);
  }

  /** What the role and all below it hold of what is plain, and what is reserved for them. */
  #consumed(role: string, name: string): number {
    const isBelow = (other: string): boolean => other === role || ancestorsOf(other).includes(role);
    let consumed = 0;
    for (const { at, amounts } of this.#takings()) if (isBelow(at.role)) consumed += amounts[name] ?? 0;
    for (const { total } of this.#agents.values()) {
      for (const [key, milli] of total.scalars) {
        const kind = kindOf(key);
        const owner = kind.reservations.at(-1);
        if (owner !== undefined && kind.name === name && !kind.revocable && isBelow(owner)) consumed += milli;
      }
    }
    return consumed;
  }

  #available(name: string): number {
    const offerable = [...this.#agents.values()].filter(({ standing }) => standing === 'offerable');
    return offerable.reduce((sum, { agentId }) => sum + (this.freeOf(agentId)[name] ?? 0), 0);
  }

  #compare(a: Candidate, b: Candidate): number {
    if (a.role.role === b.role.role) {
      return this.#compareStandings(this.#standingOfFramework(a), this.#standingOfFramework(b));
    }
    const from = [...ancestorsOf(a.role.role)].reverse().concat(a.role.role, `${a.role.role}/.`);
    const to = [...ancestorsOf(b.role.role)].reverse().concat(b.role.role, `${b.role.role}/.`);
    const level = from.findIndex((name, index) => name !== to[index]);
    const [x = '', y = ''] = [from[level], to[level]];
    const priority = (name: string): number => this.#settings.priorities?.get(name.replace(/\/\.$/, '')) ?? 0;
    return priority(y) - priority(x) || this.#compareStandings(this.#standingOfRole(x), this.#standingOfRole(y));
  }

  #compareStandings(a: Standing, b: Standing): number {
    return a.share - b.share || a.served - b.served || compareText(a.name, b.name);
  }

  #standingOfFramework({ framework: { frameworkId }, role: { role } }: Candidate): Standing {
    const share = this.#share((at) => at.frameworkId === frameworkId && at.role === role, 1);
    return { name: frameworkId, share, served: this.#served.get(`${frameworkId}/${role}`) ?? 0 };
  }

  /** Of a role with all below it, or of the frameworks of a role alone when the name ends in `/.`. */
  #standingOfRole(name: string): Standing {
    const served = this.#served.get(name) ?? 0;
    if (name.endsWith('/.')) {
      const role = name.slice(0, -2);
      return { name, served, share: this.#share((at) => at.role === role, 1) };
    }
    const weight = this.#roles.get(name)?.weight ?? 1;
    return {
      name,
      served,
      share: this.#share((at) => at.role === name || ancestorsOf(at.role).includes(name), weight),
    };
  }

  #share(isCounted: (at: At) => boolean, weight: number): number {
    const held: Record<string, number> = {};
    for (const { at, amounts } of this.#takings()) {
      if (isCounted(at)) addTo(held, byName(chargeableOf(amounts)));
    }
    const total: Record<string, number> = {};
    for (const agent of this.#agents.values())
      addTo(total, byName(chargeableOf(Object.fromEntries(agent.total.scalars))));
    for (const name of this.#settings.fairnessExclude ?? []) delete total[name];
    return Math.max(0, ...Object.entries(total).map(([name, all]) => (held[name] ?? 0) / (all * weight)));
  }

  #takings(): readonly { readonly at: At; readonly amounts: Amounts }[] {
    const holdings = [...this.#held.values()].map(({ at, allocated, offered }) => ({
      at,
      amounts: sum(allocated, offered),
    }));
    return [...holdings, ...[...this.#open.values()].map(({ at, offered }) => ({ at, amounts: offered }))];
  }

  #refuses(key: string, amounts: Amounts): boolean {
    if (this.#backOffs.has(key)) return true;
    return [...(this.#filters.get(key)?.values() ?? [])].some((refused) => covers(refused, amounts));
  }

  #takeOne(item: AllocatorDown): void {
    switch (item.item) {
      case 'role':
        this.#roles.set(item.role, item);
        break;
      case 'agent':
        this.#agents.set(item.agent.agentId, item.agent);
        this.#endBackOffs((at) => at.endsWith(`@${item.agent.agentId}`));
        break;
      case 'agent-removed':
        this.#agents.delete(item.agentId);
        this.#forgetPlaces((at) => at.endsWith(`@${item.agentId}`));
        break;
      case 'framework':
        this.#takeFramework(item.framework);
        break;
      case 'framework-removed':
        this.#frameworks.delete(item.frameworkId);
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
    this.#frameworks.set(frameworkId, framework);
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
    if (!this.#agents.has(filter.agentId) || !this.#isSubscribed(filter)) return;
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
    if (open !== undefined && this.#agents.has(open.at.agentId) && this.#isSubscribed(open.at)) {
      this.#backOffs.add(keyOf(open.at));
    }
  }

  #isSubscribed(at: At): boolean {
    return this.#frameworks.get(at.frameworkId)?.roles.some(({ role }) => role === at.role) === true;
  }

  #arrive(what: string): void {
    this.#arrived += 1;
    this.#arrivals.set(what, this.#arrived);
  }

  /** Who neither is subscribed nor holds anything is forgotten, and a role with nobody in it or below it unless something was said of it. */
  #forgetTheServed(): void {
    const takings = this.#takings();
    const alive = new Set<string>();
    const remember = (role: string): void => {
      for (const name of [role, `${role}/.`, ...ancestorsOf(role)]) alive.add(name);
      for (const name of ancestorsOf(role)) alive.add(`${name}/.`);
    };
    for (const framework of this.#frameworks.values()) {
      for (const { role } of framework.roles) {
        alive.add(`${framework.frameworkId}/${role}`);
        remember(role);
      }
    }
    for (const { at } of takings) {
      alive.add(`${at.frameworkId}/${at.role}`);
      remember(at.role);
    }
    for (const role of this.#roles.values()) if (isSet(role)) remember(role.role);
    for (const name of [...this.#served.keys()]) if (!alive.has(name)) this.#served.delete(name);
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

interface Standing {
  readonly name: string;
  readonly share: number;
  readonly served: number;
}

function isSet({ weight, quota, packing }: AllocatorRole): boolean {
  const isGuaranteed = [...quota.guarantee.values()].some((milli) => milli > 0);
  return weight !== 1 || packing !== 'whole-agent' || isGuaranteed || quota.limit.size > 0;
}

/** Takes pieces out of `room`, as many as fit, at most `most`; returns how many. */
function fill(room: Record<string, number>, piece: Amounts, most: number): number {
  let pieces = 0;
  while (pieces < most && covers(room, piece)) {
    for (const [name, amount] of Object.entries(piece)) room[name] = (room[name] ?? 0) - amount;
    pieces += 1;
  }
  return pieces;
}

function covers(large: Amounts, small: Amounts): boolean {
  return Object.entries(small).every(([name, amount]) => amount <= (large[name] ?? 0));
}

function positive(amounts: Amounts): Amounts {
  return Object.fromEntries(Object.entries(amounts).filter(([, amount]) => amount > 0));
}

function chargeableOf(amounts: Amounts): Amounts {
  return Object.fromEntries(Object.entries(amounts).filter(([key]) => kindOf(key).shared === ''));
}

function byName(amounts: Amounts): Amounts {
  const named: Record<string, number> = {};
  for (const [key, amount] of Object.entries(amounts)) addTo(named, { [kindOf(key).name]: amount });
  return named;
}

function sum(a: Amounts, b: Amounts): Amounts {
  const added = { ...a };
  addTo(added, b);
  return added;
}

function addTo(sums: Record<string, number>, more: Amounts): void {
  for (const [name, amount] of Object.entries(more)) sums[name] = (sums[name] ?? 0) + amount;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
