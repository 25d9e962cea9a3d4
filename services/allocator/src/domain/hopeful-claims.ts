import type { Claim, RoleEntrant } from './claim';
import { isLimited } from './quota-cut';
import { SlotSet } from './slot-set';

/**
 * The claims that want offers, without those to which limits leave nothing that would be enough, whatever is free on a plain agent. What
 * limits leave to a role only grows when something is given back, or quota or reservations change: then all claims below the same top-level
 * role count again. So a role that has reached its limit costs one judgement for each of its claims, not one for each of them and each agent.
 */
export class HopefulClaims {
  /** For agents that have ranges, sets or qualified scalars free. */
  readonly #withRest = new SlotSet();
  /** For agents that have nothing but plain scalars free; part of the other. */
  readonly #scalarsOnly = new SlotSet();
  /** Roles whose claims count again from the next look on. Bounded by the roles. */
  readonly #reopened = new Set<RoleEntrant>();

  /** The claims, by slot, for agents that have a rest free, or for those that have none. */
  on(rest: 'with-rest' | 'scalars-only'): SlotSet {
    for (const role of this.#reopened) this.#addBelow(role);
    this.#reopened.clear();
    return rest === 'with-rest' ? this.#withRest : this.#scalarsOnly;
  }

  add(claim: Claim): void {
    this.#withRest.add(claim.slot);
    this.#scalarsOnly.add(claim.slot);
  }

  remove(claim: Claim): void {
    this.giveUp(claim, 'whatever-rest');
  }

  /** Takes the claim out until its role is reopened, or the framework says something: altogether, or only for agents without a rest. */
  giveUp(claim: Claim, where: 'whatever-rest' | 'without-rest'): void {
    this.#scalarsOnly.delete(claim.slot);
    if (where === 'whatever-rest') this.#withRest.delete(claim.slot);
  }

  /** Lets all claims below the role's top-level role count again. */
  reopen(role: RoleEntrant): void {
    this.#reopened.add(role.path[0] ?? role);
  }

  /** Does so after something was given back, if that can make a difference. */
  gaveBack(claim: Claim): void {
    if (isLimited(claim.node)) this.reopen(claim.home);
  }

  #addBelow(role: RoleEntrant): void {
    for (const claim of role.own.claims.values()) if (claim.wants) this.add(claim);
    for (const child of role.children.values()) this.#addBelow(child);
  }
}
