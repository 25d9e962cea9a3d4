import type { Quantities } from '@parley/common/quantities';
import type { RoleTree } from '@parley/common/roles';

import type { Claim, OwnFrameworks, RoleEntrant } from './claim';
import type { Policy } from './policies/policy';
import { hasGuaranteed, mayTakeGuaranteed } from './quota-cut';
import { Shortlist } from './shortlist';
import { SlotSet } from './slot-set';

/**
 * The claims that may take something against a guarantee: those of all roles that can, and of some that cannot any more, which are dropped
 * when they are come across. What a role may take so only grows when something is given back, or quota or reservations change: then all
 * roles below the same top-level role count again. Whether it may is the same for all its own frameworks, so roles are listed, not claims.
 */
export class GuaranteedClaims {
  /** Roles whose own frameworks want offers. */
  readonly list: Shortlist;
  readonly #roles: RoleTree;
  /** The claims of the roles on the list, without what {@link #changed} says. */
  readonly #open = new SlotSet();
  /** Whose claims may be missing from {@link #open}, or be too many in it. Bounded by the roles. */
  readonly #changed = new Set<OwnFrameworks>();
  /** Top-level roles below which all count again from the next look on. Bounded by the roles. */
  readonly #reopened = new Set<RoleEntrant>();
  /** What could not take anything any more when it was come across. Bounded by the roles. */
  readonly #spent = new Set<OwnFrameworks>();

  constructor(roles: RoleTree, root: RoleEntrant, policy: Policy) {
    this.#roles = roles;
    this.list = new Shortlist(root, policy);
  }

  /** The claims, by slot: only made when asked for. */
  get open(): SlotSet {
    this.#settle();
    for (const own of this.#changed) {
      const isOpen = this.list.has(own);
      for (const { slot } of own.claims.values()) {
        if (isOpen) this.#open.add(slot);
        else this.#open.delete(slot);
      }
    }
    this.#changed.clear();
    return this.#open;
  }

  /** There is one more claim. */
  added(claim: Claim): void {
    if (this.list.has(claim.home.own)) this.#changed.add(claim.home.own);
  }

  /** The claim is gone. */
  removed(claim: Claim): void {
    this.#open.delete(claim.slot);
    if (claim.home.own.claims.size === 0) this.#changed.delete(claim.home.own);
  }

  /** The role's own frameworks begin to want offers. */
  enter(own: OwnFrameworks): void {
    if (!this.#roles.hasGuarantees || this.list.has(own)) return;
    if (own.node === undefined || !mayTakeGuaranteed(own.node)) return;
    this.list.enter(own);
    this.#changed.add(own);
  }

  /** They want no more, or cannot take anything against guarantees any more. */
  leave(own: OwnFrameworks): void {
    if (!this.list.has(own)) return;
    this.list.leave(own);
    this.#changed.add(own);
  }

  /** The role's own frameworks took something: they are dropped when that was the last, so that nobody comes across them any more. */
  took(own: OwnFrameworks): void {
    if (this.list.has(own) && (own.node === undefined || !mayTakeGuaranteed(own.node))) this.leave(own);
  }

  /** Lets all below the role's top-level role count again. */
  reopen(role: RoleEntrant): void {
    const [top] = role.path;
    if (top !== undefined) this.#reopened.add(top);
  }

  /** The first claim that `accept` takes of the roles that `admits` takes. */
  first(accept: (claim: Claim) => boolean, admits: (own: OwnFrameworks) => boolean): Claim | undefined {
    this.#settle();
    return this.list.first(accept, admits);
  }

  /** Whether the role's own frameworks may take any of `plain` against guarantees; if they may take nothing at all, they are dropped soon. */
  mayTake(own: OwnFrameworks, plain: Quantities): boolean {
    if (own.node === undefined) return false;
    if (hasGuaranteed(own.node, plain)) return true;
    if (!mayTakeGuaranteed(own.node)) this.#spent.add(own);
    return false;
  }

  #settle(): void {
    for (const own of this.#spent) if (own.node === undefined || !mayTakeGuaranteed(own.node)) this.leave(own);
    this.#spent.clear();
    for (const role of this.#reopened) this.#enterBelow(role);
    this.#reopened.clear();
  }

  #enterBelow(role: RoleEntrant): void {
    if (role.own.competes) this.enter(role.own);
    for (const child of role.children.values()) this.#enterBelow(child);
  }
}
