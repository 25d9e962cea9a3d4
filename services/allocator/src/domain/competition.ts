import type { Packing, Quota } from '@parley/common/contract';
import type { FrameworkId } from '@parley/common/kernel';
import { addTo, dominantShare, takeFrom } from '@parley/common/quantities';
import type { Quantities, ResourceNames } from '@parley/common/quantities';
import { DEFAULT_WEIGHT, levelsOf, RoleTree } from '@parley/common/roles';

import type { Chances } from './chances';
import { Claim, RoleEntrant } from './claim';
import type { OwnFrameworks } from './claim';
import type { Competitor } from './competitor';
import { GuaranteedClaims } from './guaranteed-claims';
import type { Policy, Standing } from './policies/policy';
import { HopefulClaims } from './hopeful-claims';
import type { FreeRest } from './hopeful-claims';
import { isGuaranteed } from './quota-cut';
import { ReasonCounts } from './reason-counts';
import { Slots } from './slots';
import { SlotSet } from './slot-set';

/** What a competition is made of. */
export interface CompetitionOptions {
  readonly policy: Policy;
  readonly names: ResourceNames;
  readonly chances: Chances;
  /** Names of resources that do not count towards shares. */
  readonly fairnessExclude: readonly string[];
}

/** What is reserved for a role. */
export interface Reserved {
  readonly role: string;
  readonly quantities: Quantities;
}

/** On one level of the tree: a claim, or what it belongs to there, and the first of all others. */
export interface Rivalry {
  readonly mine: Competitor;
  readonly other: Competitor;
  /** The policy's order on that level. */
  readonly compare: (a: Standing, b: Standing) => number;
}

/**
 * Who competes, with what share, in which order: a tree of heaps, one for each role and one for its own frameworks. Every change costs the
 * levels times the logarithm of the competitors; a change of the cluster's size one rebuild at the next look.
 */
export class Competition {
  /** Weights, quotas and consumption. */
  readonly roles: RoleTree;
  /** By slot: the claims that want offers. */
  readonly wanting = new SlotSet();
  readonly guaranteed: GuaranteedClaims;
  /** Why decisions were not made: met while looking, or what made a claim unwilling. */
  readonly reasons = new ReasonCounts();
  /** Those of {@link wanting} that limits leave something to. */
  readonly hopeful: HopefulClaims;
  /** By the numbers of names: whether any agent has, or ever had, any of it. */
  readonly #known: boolean[] = [];
  readonly #policy: Policy;
  readonly #chances: Chances;
  readonly #excluded: ReadonlySet<number>;
  readonly #root: RoleEntrant;
  readonly #entrants = new Map<string, RoleEntrant>();
  readonly #claims = new Slots<Claim>();
  /** What all agents have together, without what is excluded from fairness. */
  readonly #total: number[] = [];
  /** Set when the total changed: all shares are recomputed before the next look. */
  #stale = false;

  constructor({ policy, names, chances, fairnessExclude }: CompetitionOptions) {
    this.roles = new RoleTree(names);
    this.#policy = policy;
    this.#chances = chances;
    this.#excluded = new Set(fairnessExclude.map((name) => names.numberOf(name)));
    this.#root = new RoleEntrant('', undefined, policy);
    this.guaranteed = new GuaranteedClaims(this.roles, this.#root, policy);
    this.hopeful = new HopefulClaims(this.#root, policy);
  }

  /** What shares are fractions of. */
  get total(): Quantities {
    return this.#total;
  }

  get roleCount(): number {
    return this.#entrants.size;
  }

  /** The cluster has more than it had, by so much. */
  grow(weighed: Quantities): void {
    addTo(this.#total, weighed);
    this.#exclude();
    for (let number = 0; number < weighed.length; number += 1) if ((weighed[number] ?? 0) > 0) this.#know(number);
  }

  /** Whether any agent has, or ever had, anything of that name. */
  isKnown(number: number): boolean {
    return this.#known[number] === true;
  }

  /** The cluster has less than it had, by so much. */
  shrink(weighed: Quantities): void {
    takeFrom(this.#total, weighed);
    this.#exclude();
  }

  setRole(role: string, settings: { readonly weight: number; readonly quota: Quota; readonly packing: Packing }): void {
    this.roles.setWeight(role, settings.weight);
    this.roles.setQuota(role, settings.quota);
    const entrant = this.#entrantOf(role);
    entrant.packing = settings.packing;
    entrant.weight = settings.weight;
    this.guaranteed.reopen(entrant);
    this.hopeful.reopen(entrant);
    if (!this.roles.hasLimits) this.hopeful.forgetOrder();
    this.#refreshEntrant(entrant);
    this.#pruneRole(entrant);
  }

  /** Replaces what is reserved on an agent, by whose it is. */
  setReserved(before: readonly Reserved[], now: readonly Reserved[]): void {
    for (const { role, quantities } of now) this.roles.reserve(role, quantities);
    for (const { role, quantities } of before) {
      this.roles.unreserve(role, quantities);
      const [top = role] = levelsOf(role);
      const entrant = this.#entrants.get(top);
      if (entrant === undefined) continue;
      this.guaranteed.reopen(entrant);
      this.hopeful.reopen(entrant);
    }
  }

  /** The claim of a framework in a role; made when there is none yet. */
  claimOf(frameworkId: FrameworkId, role: string): Claim {
    const entrant = this.#entrantOf(role);
    const known = entrant.own.claims.get(frameworkId);
    if (known !== undefined) return known;
    const node = this.roles.enter(role);
    const claim = this.#claims.take((slot) => new Claim({ frameworkId, slot, home: entrant, node }));
    entrant.own.claims.set(frameworkId, claim);
    entrant.own.node = node;
    this.guaranteed.added(claim);
    return claim;
  }

  findClaim(frameworkId: FrameworkId, role: string): Claim | undefined {
    return this.#entrants.get(role)?.own.claims.get(frameworkId);
  }

  claimAt(slot: number): Claim | undefined {
    return this.#claims.at(slot);
  }

  /** Every role that competes or once did, in no particular order; shares are up to date. */
  entrants(): Iterable<RoleEntrant> {
    this.#refreshAll();
    return this.#entrants.values();
  }

  /** Lets the claim compete, or withdraws it. To be called also when it wants something else than before. */
  setWanting(claim: Claim, wants: boolean): void {
    if (claim.wants !== wants) {
      const { own } = claim.home;
      if (wants) {
        this.wanting.add(claim.slot);
        claim.turn = this.#policy.nextTurn(claim, own.presentTurn, this.#chances.next);
        own.wanting.add(claim);
      } else this.#withdraw(claim);
      this.#admit(own, claim.home, own.wanting.size > 0);
      for (let role = claim.home; role.parent !== undefined; role = role.parent) {
        this.#admit(role, role.parent, role.wanting.size > 0);
      }
    }
    // Lists are entered when everybody has their turn, by which they are ordered.
    if (!wants) return;
    this.hopeful.add(claim);
    this.guaranteed.enter(claim.home.own);
  }

  /** Counts something as held by the claim. */
  charge(claim: Claim, weighed: Quantities, plain: Quantities): void {
    this.roles.charge(claim.role, plain);
    if (this.roles.hasGuarantees) this.guaranteed.took(claim.home.own);
    addTo(claim.held, weighed);
    this.#refreshClaim(claim);
    if (claim.home.children.size > 0) addTo(claim.home.own.held, weighed);
    this.#refreshOwn(claim.home);
    for (let role = claim.home; role.parent !== undefined; role = role.parent) {
      addTo(role.held, weighed);
      this.#refreshEntrant(role);
    }
  }

  /** Takes back what was counted. */
  discharge(claim: Claim, weighed: Quantities, plain: Quantities): void {
    this.roles.discharge(claim.role, plain);
    if (this.roles.hasGuarantees && isGuaranteed(claim.node)) this.guaranteed.reopen(claim.home);
    if (this.roles.hasLimits) this.hopeful.gaveBack(claim);
    takeFrom(claim.held, weighed);
    this.#refreshClaim(claim);
    if (claim.home.children.size > 0) takeFrom(claim.home.own.held, weighed);
    this.#refreshOwn(claim.home);
    for (let role = claim.home; role.parent !== undefined; role = role.parent) {
      takeFrom(role.held, weighed);
      this.#refreshEntrant(role);
    }
  }

  /** Remembers that the claim is served, which puts others first. The charge of what it is served must follow at once: it restores the order. */
  countAllocation(claim: Claim): void {
    const { own } = claim.home;
    own.presentTurn = this.#served(claim, own.presentTurn);
    claim.home.presentTurn = this.#served(own, claim.home.presentTurn);
    for (let role = claim.home; role.parent !== undefined; role = role.parent) {
      role.parent.presentTurn = this.#served(role, role.parent.presentTurn);
    }
  }

  /** Forgets a claim that neither is subscribed nor holds anything, and its role when nothing is left to remember of it. Returns whether it did. */
  prune(claim: Claim): boolean {
    const { claims } = claim.home.own;
    if (claim.subscribed || claim.charges > 0 || claims.get(claim.frameworkId) !== claim) return false;
    this.setWanting(claim, false);
    claims.delete(claim.frameworkId);
    this.#claims.free(claim.slot);
    this.guaranteed.removed(claim);
    this.roles.leave(claim.role);
    this.#pruneRole(claim.home);
    return true;
  }

  /** The claim that deserves the next offer most among those that `accept` takes. */
  first(accept: (claim: Claim) => boolean): Claim | undefined {
    this.#refreshAll();
    return firstIn(this.#root, accept);
  }

  /** As {@link first}, among those whom limits leave something on agents that have such things free. */
  firstHopeful(rest: FreeRest, accept: (claim: Claim) => boolean): Claim | undefined {
    this.#refreshAll();
    return this.hopeful.listOn(rest).first(accept, () => true);
  }

  /** As {@link first}, among those that may take something against a guarantee, of the roles that `admits` takes. */
  firstGuaranteed(accept: (claim: Claim) => boolean, admits: (own: OwnFrameworks) => boolean): Claim | undefined {
    this.#refreshAll();
    return this.guaranteed.first(accept, admits);
  }

  /** From the claim's own level up, whom it competes with for what the claims that `accept` takes could have too; levels without such claims are left out. */
  rivalriesOf(claim: Claim, accept: (other: Claim) => boolean): readonly Rivalry[] {
    this.#refreshAll();
    const { compareFrameworks, compareRoles } = this.#policy;
    const { own } = claim.home;
    const rivalries: Rivalry[] = [];
    const framework = own.wanting.find((each) => each !== claim && accept(each));
    if (framework !== undefined) rivalries.push({ mine: claim, other: framework, compare: compareFrameworks });
    let mine: RoleEntrant | OwnFrameworks = own;
    for (let role: RoleEntrant | undefined = claim.home; role !== undefined; role = role.parent) {
      const other = firstBeside(mine, role, accept);
      if (other !== undefined) rivalries.push({ mine, other, compare: compareRoles });
      mine = role;
    }
    return rivalries;
  }

  /** Negative when claim `a` deserves the next offer more than claim `b`. */
  compare(a: Claim, b: Claim): number {
    this.#refreshAll();
    if (a.home === b.home) return this.#policy.compareFrameworks(a, b);
    const from = a.home.path;
    const to = b.home.path;
    let level = 0;
    while (from[level] !== undefined && from[level] === to[level]) level += 1;
    return this.#policy.compareRoles(from[level] ?? a.home.own, to[level] ?? b.home.own);
  }

  #withdraw(claim: Claim): void {
    const { own } = claim.home;
    if (claim.unwilling !== undefined) this.reasons.count(claim.unwilling);
    this.wanting.delete(claim.slot);
    this.hopeful.remove(claim);
    own.wanting.remove(claim);
    if (own.wanting.size === 0) this.guaranteed.leave(own);
    claim.turn = 0;
  }

  #admit(entrant: RoleEntrant | OwnFrameworks, parent: RoleEntrant, wants: boolean): void {
    if (entrant.competes === wants) return;
    if (wants) {
      entrant.turn = this.#policy.nextTurn(entrant, parent.presentTurn, this.#chances.next);
      parent.wanting.add(entrant);
    } else {
      parent.wanting.remove(entrant);
      entrant.turn = 0;
    }
  }

  /** Gives the competitor its next turn, and returns the turn that is present now. */
  #served(competitor: Competitor, before: number): number {
    const present = Math.max(before, competitor.turn);
    competitor.allocations += 1;
    if (competitor.competes) competitor.turn = this.#policy.nextTurn(competitor, present, this.#chances.next);
    return present;
  }

  #entrantOf(role: string): RoleEntrant {
    const known = this.#entrants.get(role);
    if (known !== undefined) return known;
    let parent = this.#root;
    let name = '';
    for (const level of levelsOf(role)) {
      name = name === '' ? level : `${name}/${level}`;
      parent = this.#entrants.get(name) ?? this.#made(name, parent);
    }
    return parent;
  }

  #made(name: string, parent: RoleEntrant): RoleEntrant {
    const entrant = new RoleEntrant(name, parent, this.#policy);
    if (parent.children.size === 0) holdTheSame(parent.own, parent);
    parent.children.set(name, entrant);
    this.#entrants.set(name, entrant);
    this.#refreshOwn(parent);
    return entrant;
  }

  /** A role is remembered while it has frameworks, children, or settings of its own. */
  #pruneRole(from: RoleEntrant): void {
    for (let role = from; role.parent !== undefined; role = role.parent) {
      const node = this.roles.get(role.role);
      const isSet = role.weight !== DEFAULT_WEIGHT || role.packing !== 'whole-agent';
      const hasQuota = node?.guaranteed === true || node?.limited === true;
      if (role.own.claims.size > 0 || role.children.size > 0 || isSet || hasQuota) return;
      role.parent.children.delete(role.role);
      this.#entrants.delete(role.role);
    }
  }

  /** A name that no agent had before may be what a demand or a minimum asks for. */
  #know(number: number): void {
    if (this.#known[number] === true) return;
    while (this.#known.length <= number) this.#known.push(false);
    this.#known[number] = true;
    this.hopeful.reopen(this.#root);
  }

  #exclude(): void {
    for (const number of this.#excluded) if (number < this.#total.length) this.#total[number] = 0;
    this.#stale = true;
  }

  #refreshClaim(claim: Claim): void {
    if (this.#stale) return;
    claim.share = dominantShare(claim.held, this.#total, DEFAULT_WEIGHT);
    claim.home.own.wanting.moved(claim);
  }

  /** What the role's own frameworks have together matters only beside roles below it. */
  #refreshOwn(role: RoleEntrant): void {
    if (this.#stale || role.children.size === 0) return;
    role.own.share = dominantShare(role.own.held, this.#total, DEFAULT_WEIGHT);
    role.wanting.moved(role.own);
    this.guaranteed.list.moved(role.own);
    this.hopeful.moved(role.own);
  }

  #refreshEntrant(role: RoleEntrant): void {
    if (this.#stale) return;
    role.share = dominantShare(role.held, this.#total, role.weight);
    role.parent?.wanting.moved(role);
    this.guaranteed.list.moved(role);
    this.hopeful.moved(role);
  }

  #refreshAll(): void {
    if (!this.#stale) return;
    this.#stale = false;
    for (const role of this.#entrants.values()) {
      role.share = dominantShare(role.held, this.#total, role.weight);
      role.own.share = dominantShare(role.own.held, this.#total, DEFAULT_WEIGHT);
      for (const claim of role.own.claims.values()) {
        claim.share = dominantShare(claim.held, this.#total, DEFAULT_WEIGHT);
      }
      role.own.wanting.rebuild();
    }
    for (const role of this.#entrants.values()) role.wanting.rebuild();
    this.#root.wanting.rebuild();
    this.guaranteed.list.rebuild();
    this.hopeful.rebuild();
  }
}

/** Nothing below a role holds anything but its own frameworks, whose part is only counted beside others. */
function holdTheSame(own: OwnFrameworks, role: RoleEntrant): void {
  own.held.length = 0;
  addTo(own.held, role.held);
}

function firstIn(role: RoleEntrant, accept: (claim: Claim) => boolean): Claim | undefined {
  return role.wanting.search(firstOf, accept);
}

function firstOf(entrant: RoleEntrant | OwnFrameworks, accept: (claim: Claim) => boolean): Claim | undefined {
  return entrant instanceof RoleEntrant ? firstIn(entrant, accept) : entrant.wanting.find(accept);
}

/** The first of those directly below the role, `mine` left out, with a claim that `accept` takes. */
function firstBeside(
  mine: RoleEntrant | OwnFrameworks,
  role: RoleEntrant,
  accept: (claim: Claim) => boolean,
): RoleEntrant | OwnFrameworks | undefined {
  return role.wanting.find((entrant) => entrant !== mine && firstOf(entrant, accept) !== undefined);
}
