import type { Claim, OwnFrameworks, RoleEntrant } from './claim';
import type { Policy } from './policies/policy';
import { isLimited } from './quota-cut';
import { Shortlist } from './shortlist';
import { SlotSet } from './slot-set';

/** What agents have free: plain scalars alone, or ranges, sets or qualified scalars as well. */
export type FreeRest = 'scalars-only' | 'with-rest';

/** The hopeful claims for agents that have a rest free, or for those that have none. */
class Hopeful {
  /** By slot. */
  readonly claims = new SlotSet();
  /** Their roles, in order; undefined while that is not needed. */
  list: Shortlist | undefined;
  /** Whose claims were given up since the list was asked for last. Bounded by the claims. */
  readonly #givenUp: OwnFrameworks[] = [];

  add(claim: Claim): void {
    if (this.claims.add(claim.slot)) this.list?.enter(claim.home.own);
  }

  remove(claim: Claim): void {
    this.settle();
    if (this.claims.delete(claim.slot)) this.list?.leave(claim.home.own);
  }

  /** Leaves the list as it is until {@link settle}: it may just be gone through. */
  giveUp(claim: Claim): void {
    if (this.claims.delete(claim.slot) && this.list !== undefined) this.#givenUp.push(claim.home.own);
  }

  settle(): void {
    for (const own of this.#givenUp) this.list?.leave(own);
    this.#givenUp.length = 0;
  }
}

/**
 * The claims that want offers, without those to which limits leave nothing that would be enough, whatever is free on a plain agent. What
 * limits leave to a role only grows when something is given back, or quota or reservations change: then all claims below the same top-level
 * role count again. So a role that has reached its limit costs one judgement for each of its claims, not one for each of them and each agent.
 */
export class HopefulClaims {
  readonly #withRest = new Hopeful();
  /** Part of the other. */
  readonly #scalarsOnly = new Hopeful();
  /** Roles whose claims count again from the next look on. Bounded by the roles. */
  readonly #reopened = new Set<RoleEntrant>();
  readonly #root: RoleEntrant;
  readonly #policy: Policy;

  constructor(root: RoleEntrant, policy: Policy) {
    this.#root = root;
    this.#policy = policy;
  }

  /** The claims, by slot. */
  on(rest: FreeRest): SlotSet {
    return this.#settled(rest).claims;
  }

  /** The roles that have any of them, in order: kept from the first time that it is asked for. */
  listOn(rest: FreeRest): Shortlist {
    const hopeful = this.#settled(rest);
    if (hopeful.list !== undefined) return hopeful.list;
    hopeful.list = new Shortlist(this.#root, this.#policy);
    enterBelow(this.#root, hopeful.claims, hopeful.list);
    return hopeful.list;
  }

  /** Keeps no order any more until it is asked for again. */
  forgetOrder(): void {
    this.#withRest.list = undefined;
    this.#scalarsOnly.list = undefined;
  }

  add(claim: Claim): void {
    this.#withRest.add(claim);
    this.#scalarsOnly.add(claim);
  }

  remove(claim: Claim): void {
    this.#withRest.remove(claim);
    this.#scalarsOnly.remove(claim);
  }

  /** Takes the claim out until its role is reopened, or the framework says something: altogether, or only for agents without a rest. */
  giveUp(claim: Claim, where: 'whatever-rest' | 'without-rest'): void {
    this.#scalarsOnly.giveUp(claim);
    if (where === 'whatever-rest') this.#withRest.giveUp(claim);
  }

  /** Lets all claims below the role's top-level role count again. */
  reopen(role: RoleEntrant): void {
    this.#reopened.add(role.path[0] ?? role);
  }

  /** Does so after something was given back, if that can make a difference. */
  gaveBack(claim: Claim): void {
    if (isLimited(claim.node)) this.reopen(claim.home);
  }

  /** Restores the order after what the competitor is compared by has changed. */
  moved(competitor: RoleEntrant | OwnFrameworks): void {
    this.#withRest.list?.moved(competitor);
    this.#scalarsOnly.list?.moved(competitor);
  }

  /** Restores the order after everything has changed. */
  rebuild(): void {
    this.#withRest.list?.rebuild();
    this.#scalarsOnly.list?.rebuild();
  }

  #settled(rest: FreeRest): Hopeful {
    for (const role of this.#reopened) this.#addBelow(role);
    this.#reopened.clear();
    const hopeful = rest === 'with-rest' ? this.#withRest : this.#scalarsOnly;
    hopeful.settle();
    return hopeful;
  }

  #addBelow(role: RoleEntrant): void {
    for (const claim of role.own.claims.values()) if (claim.wants) this.add(claim);
    for (const child of role.children.values()) this.#addBelow(child);
  }
}

/** Enters each claim of the set that belongs to the role or to one below it. */
function enterBelow(role: RoleEntrant, claims: SlotSet, list: Shortlist): void {
  for (const { slot } of role.own.claims.values()) if (claims.has(slot)) list.enter(role.own);
  for (const child of role.children.values()) enterBelow(child, claims, list);
}
