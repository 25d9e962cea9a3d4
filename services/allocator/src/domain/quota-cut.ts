import type { Quantities } from '@parley/common/quantities';
import type { RoleNode, RoleTree } from '@parley/common/roles';

import type { Portion } from './portion';

/** How much of one name is missing to the role's own guarantee, beyond what the roles below it need; below 0: it has more. */
function missingTo({ guarantee, consumed, needBelow }: RoleNode, number: number): number {
  return (guarantee[number] ?? 0) - (consumed[number] ?? 0) - (needBelow[number] ?? 0);
}

/**
 * How much of one name the role may still take against guarantees that are its own or those of roles above it, without eating into what
 * is kept for its siblings: on each level what the level misses beyond what the roles below it need (mesos-semantics §3.4).
 */
function guaranteedLeft(role: RoleNode, number: number): number {
  let left = 0;
  for (let at: RoleNode | undefined = role; at !== undefined; at = at.parent) {
    if (at.guaranteed) left += Math.max(missingTo(at, number), 0);
  }
  return left;
}

/** Whether the role may take any of `plain` against guarantees: what comes before all fair shares. */
export function hasGuaranteed(role: RoleNode, plain: Quantities): boolean {
  for (let number = 0; number < plain.length; number += 1) {
    if ((plain[number] ?? 0) > 0 && guaranteedLeft(role, number) > 0) return true;
  }
  return false;
}

/** Whether the role may take anything against guarantees, whatever is free. */
export function mayTakeGuaranteed(role: RoleNode): boolean {
  for (let at: RoleNode | undefined = role; at !== undefined; at = at.parent) {
    for (let number = 0; number < at.guarantee.length; number += 1) if (missingTo(at, number) > 0) return true;
  }
  return false;
}

/** Whether the role may take more of `plain` against guarantees once it has taken `taken` of it. */
export function hasGuaranteedBeyond(role: RoleNode, plain: Quantities, taken: Quantities): boolean {
  for (let number = 0; number < plain.length; number += 1) {
    const gone = taken[number] ?? 0;
    if ((plain[number] ?? 0) > gone && guaranteedLeft(role, number) > gone) return true;
  }
  return false;
}

/** Cuts portions by the limits of every level, and by what has to be kept for the guarantees of others (mesos-semantics §3.4, §3.5). */
export class QuotaCut {
  readonly #roles: RoleTree;
  readonly #available: Quantities;
  /** Roles whose limits cut something since they were asked about last; those that are forgotten are not kept by it. */
  readonly #cutting = new WeakSet<RoleNode>();
  /** What was spare when {@link markSpare} was called last. */
  readonly #spare: number[] = [];

  /** `available`: what is free in the whole cluster; changes in place. */
  constructor(roles: RoleTree, available: Quantities) {
    this.#roles = roles;
    this.#available = available;
  }

  /** Remembers what is spare beside guarantees, until {@link isMoreGenerous} compares. */
  markSpare(): void {
    if (!this.#roles.hasGuarantees) return;
    for (let number = 0; number < this.#available.length; number += 1) this.#spare[number] = this.#spareOf(number);
  }

  /** Whether somebody may be offered more than before the mark: more is spare, or what the role gave back makes room under guarantees and limits. */
  isMoreGenerous(role: RoleNode, gave: 'gave-back' | 'took'): boolean {
    if (gave === 'gave-back' && (this.#wasCutBy(role) || isGuaranteed(role))) return true;
    if (!this.#roles.hasGuarantees) return false;
    for (let number = 0; number < this.#available.length; number += 1) {
      if (this.#spareOf(number) > (this.#spare[number] ?? 0)) return true;
    }
    return false;
  }

  /** Leaves of the portion what limits allow. */
  cutByLimits(portion: Portion, role: RoleNode): void {
    if (!this.#roles.hasLimits) return;
    for (let at: RoleNode | undefined = role; at !== undefined; at = at.parent) {
      if (at.limited && cutByLimit(portion, at)) this.#cutting.add(at);
    }
  }

  /** Lowers each name of `most` to what limits leave to the role. */
  lowerToLimits(most: number[], role: RoleNode): void {
    for (let at: RoleNode | undefined = role; at !== undefined; at = at.parent) {
      if (!at.limited) continue;
      for (let number = 0; number < most.length; number += 1) {
        most[number] = Math.min(most[number] ?? 0, leftOf(at, number));
      }
    }
  }

  /** Leaves of the portion what is guaranteed to the role, and of the rest only what nobody's guarantee needs. */
  cutByHeadroom(portion: Portion, role: RoleNode): void {
    if (!this.#roles.hasGuarantees) return;
    const required = this.#roles.requiredHeadroom;
    for (let number = 0; number < required.length; number += 1) {
      const kept = required[number] ?? 0;
      const wanted = portion.plain[number] ?? 0;
      if (kept <= 0 || wanted <= 0) continue;
      const guaranteed = Math.min(wanted, guaranteedLeft(role, number));
      portion.cut(number, guaranteed + Math.min(wanted - guaranteed, Math.max(this.#spareOf(number), 0)));
    }
  }

  #spareOf(number: number): number {
    return (this.#available[number] ?? 0) - (this.#roles.requiredHeadroom[number] ?? 0);
  }

  /** Whether the limit of the role, or one above it, has cut anything since this was asked last: now that it is less used, more may be offered. */
  #wasCutBy(role: RoleNode): boolean {
    if (!this.#roles.hasLimits) return false;
    let found = false;
    for (let at: RoleNode | undefined = role; at !== undefined; at = at.parent) {
      if (at.limited && this.#cutting.delete(at)) found = true;
    }
    return found;
  }
}

/** Whether the role, or one above it, has a guarantee. */
export function isGuaranteed(role: RoleNode): boolean {
  for (let at: RoleNode | undefined = role; at !== undefined; at = at.parent) if (at.guaranteed) return true;
  return false;
}

/** Whether the role, or one above it, has a limit. */
export function isLimited(role: RoleNode): boolean {
  for (let at: RoleNode | undefined = role; at !== undefined; at = at.parent) if (at.limited) return true;
  return false;
}

function leftOf(node: RoleNode, number: number): number {
  return Math.max(0, (node.limit[number] ?? Infinity) - (node.consumed[number] ?? 0));
}

function cutByLimit(portion: Portion, node: RoleNode): boolean {
  let cuts = false;
  for (let number = 0; number < node.limit.length; number += 1) {
    const left = leftOf(node, number);
    if ((portion.plain[number] ?? 0) <= left) continue;
    portion.cut(number, left);
    cuts = true;
  }
  return cuts;
}
