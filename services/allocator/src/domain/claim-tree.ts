import type { FrameworkId } from '@parley/common/kernel';

import type { AgentEntry } from './agent-entry';
import { IndexedHeap, OUTSIDE } from './indexed-heap';
import type { HeapMember } from './indexed-heap';
import type { Policy, Standing } from './policies/policy';
import { addTo, dominantShare, takeFrom } from './quantities';
import type { Quantities } from './quantities';

/** What frameworks without a stated weight weigh in their role, and roles without one among the roles. */
const DEFAULT_WEIGHT = 1;

/** A role as a competitor, with the frameworks that compete inside it. */
export class RoleNode implements HeapMember, Standing {
  readonly name: string;
  weight = DEFAULT_WEIGHT;
  share = 0;
  allocations = 0;
  heapIndex = OUTSIDE;
  /** Held in this role by all its frameworks, open proposals included. */
  readonly held: number[] = [];
  /** Every framework that is subscribed here or still holds something here. */
  readonly claims = new Map<FrameworkId, Claim>();
  /** Those of {@link claims} that want offers. */
  readonly wanting: IndexedHeap<Claim>;

  constructor(name: string, policy: Policy) {
    this.name = name;
    this.wanting = new IndexedHeap((a, b) => policy.compareFrameworks(a, b));
  }
}

/** One framework in one role: the smallest thing that offers are made to. */
export class Claim implements HeapMember, Standing {
  readonly frameworkId: FrameworkId;
  readonly role: RoleNode;
  share = 0;
  allocations = 0;
  heapIndex = OUTSIDE;
  /** Held by the framework in the role, open proposals included. */
  readonly held: number[] = [];
  /** False once the framework left the role; the claim then stays only for what it still holds. */
  subscribed = false;
  /** How many holdings and open proposals are charged to the claim. */
  charges = 0;
  /** Where the master said that the claim holds something. */
  readonly agents = new Set<AgentEntry>();

  constructor(frameworkId: FrameworkId, role: RoleNode) {
    this.frameworkId = frameworkId;
    this.role = role;
  }

  get name(): string {
    return this.frameworkId;
  }

  /** Whether the framework wants offers for the role now. */
  get wants(): boolean {
    return this.heapIndex !== OUTSIDE;
  }
}

/** Who competes, with what share, in which order. Every change costs the logarithm of the competitors; a change of the cluster's size one rebuild at the next look. */
export class ClaimTree {
  readonly #policy: Policy;
  readonly #roles = new Map<string, RoleNode>();
  readonly #wanting: IndexedHeap<RoleNode>;
  /** What all agents have together. */
  readonly #total: number[] = [];
  #wantingClaims = 0;
  /** Set when the total changed: all shares are recomputed before the next look. */
  #stale = false;

  constructor(policy: Policy) {
    this.#policy = policy;
    this.#wanting = new IndexedHeap((a, b) => policy.compareRoles(a, b));
  }

  get roleCount(): number {
    return this.#roles.size;
  }

  /** How many claims want offers. */
  get wantingCount(): number {
    return this.#wantingClaims;
  }

  grow(quantities: Quantities): void {
    addTo(this.#total, quantities);
    this.#stale = true;
  }

  shrink(quantities: Quantities): void {
    takeFrom(this.#total, quantities);
    this.#stale = true;
  }

  setWeight(name: string, weight: number): void {
    const role = this.#roleOf(name);
    role.weight = weight;
    this.#refreshRole(role);
    this.#prune(role);
  }

  /** The claim of a framework in a role; made when there is none yet. */
  claimOf(frameworkId: FrameworkId, roleName: string): Claim {
    const role = this.#roleOf(roleName);
    const known = role.claims.get(frameworkId);
    if (known !== undefined) return known;
    const claim = new Claim(frameworkId, role);
    role.claims.set(frameworkId, claim);
    return claim;
  }

  findClaim(frameworkId: FrameworkId, roleName: string): Claim | undefined {
    return this.#roles.get(roleName)?.claims.get(frameworkId);
  }

  /** Lets the claim compete, or withdraws it. */
  setWanting(claim: Claim, wants: boolean): void {
    if (claim.wants === wants) return;
    const { role } = claim;
    if (wants) role.wanting.add(claim);
    else role.wanting.remove(claim);
    this.#wantingClaims += wants ? 1 : -1;
    if (role.wanting.size > 0) this.#wanting.add(role);
    else this.#wanting.remove(role);
  }

  charge(claim: Claim, quantities: Quantities): void {
    addTo(claim.held, quantities);
    addTo(claim.role.held, quantities);
    this.#refresh(claim);
  }

  discharge(claim: Claim, quantities: Quantities): void {
    takeFrom(claim.held, quantities);
    takeFrom(claim.role.held, quantities);
    this.#refresh(claim);
  }

  /** Remembers that the claim was served, which breaks later ties in favour of others. */
  countAllocation(claim: Claim): void {
    claim.allocations += 1;
    claim.role.allocations += 1;
    claim.role.wanting.moved(claim);
    this.#wanting.moved(claim.role);
  }

  /** Forgets a claim that neither is subscribed nor holds anything, and its role when nothing is left to remember of it. */
  prune(claim: Claim): boolean {
    if (claim.subscribed || claim.charges > 0) return false;
    this.setWanting(claim, false);
    claim.role.claims.delete(claim.frameworkId);
    this.#prune(claim.role);
    return true;
  }

  /** The claim that deserves the next offer most among those that `accept` takes. */
  first(accept: (claim: Claim) => boolean): Claim | undefined {
    if (this.#stale) this.#refreshAll();
    let found: Claim | undefined;
    this.#wanting.find((role) => {
      found = role.wanting.find(accept);
      return found !== undefined;
    });
    return found;
  }

  /** Visits every claim, in no particular order. */
  *claims(): Iterable<Claim> {
    if (this.#stale) this.#refreshAll();
    for (const role of this.#roles.values()) yield* role.claims.values();
  }

  #roleOf(name: string): RoleNode {
    const known = this.#roles.get(name);
    if (known !== undefined) return known;
    const role = new RoleNode(name, this.#policy);
    this.#roles.set(name, role);
    return role;
  }

  #prune(role: RoleNode): void {
    if (role.claims.size === 0 && role.weight === DEFAULT_WEIGHT) this.#roles.delete(role.name);
  }

  #refresh(claim: Claim): void {
    claim.share = dominantShare(claim.held, this.#total, DEFAULT_WEIGHT);
    claim.role.wanting.moved(claim);
    this.#refreshRole(claim.role);
  }

  #refreshRole(role: RoleNode): void {
    role.share = dominantShare(role.held, this.#total, role.weight);
    this.#wanting.moved(role);
  }

  #refreshAll(): void {
    this.#stale = false;
    for (const role of this.#roles.values()) {
      role.share = dominantShare(role.held, this.#total, role.weight);
      for (const claim of role.claims.values()) claim.share = dominantShare(claim.held, this.#total, DEFAULT_WEIGHT);
      role.wanting.rebuild();
    }
    this.#wanting.rebuild();
  }
}
