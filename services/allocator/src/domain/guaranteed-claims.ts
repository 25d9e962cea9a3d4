import type { RoleNode } from '@parley/common/roles';

import type { Claim, RoleEntrant } from './claim';
import { guaranteedLeft, isGuaranteed } from './quota-cut';
import { SlotSet } from './slot-set';

/**
 * The claims that may take something against a guarantee: all that can, and some that cannot any more, which are dropped when they are
 * come across. What a role may take so only grows when something is given back, or quota or reservations change: then all claims below the
 * same top-level role count again.
 */
export class GuaranteedClaims {
  readonly #open = new SlotSet();
  /** Top-level roles whose claims count again from the next look on. Bounded by the roles. */
  readonly #reopened = new Set<RoleEntrant>();

  /** The claims, by slot. */
  get open(): SlotSet {
    for (const role of this.#reopened) this.#addBelow(role);
    this.#reopened.clear();
    return this.#open;
  }

  add(claim: Claim): void {
    this.#open.add(claim.slot);
  }

  remove(claim: Claim): void {
    this.#open.delete(claim.slot);
  }

  /** Lets all claims below the role's top-level role count again. */
  reopen(role: RoleEntrant): void {
    const [top] = role.path;
    if (top !== undefined) this.#reopened.add(top);
  }

  /** Whether the claim may take anything against guarantees, whatever is free; it is dropped when it may not. */
  check(claim: Claim, names: number): boolean {
    if (isGuaranteed(claim.node) && mayTakeAny(claim.node, names)) return true;
    this.remove(claim);
    return false;
  }

  #addBelow(role: RoleEntrant): void {
    for (const claim of role.own.claims.values()) this.add(claim);
    for (const child of role.children.values()) this.#addBelow(child);
  }
}

function mayTakeAny(role: RoleNode, names: number): boolean {
  for (let number = 0; number < names; number += 1) if (guaranteedLeft(role, number) > 0) return true;
  return false;
}
