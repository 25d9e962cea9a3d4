import type { Quota } from '../contract';
import type { Quantities, ResourceNames } from '../quantities';
import { parentOf } from './role-name';
import { TreeNode } from './role-node';
import type { RoleNode } from './role-node';

/** A limit that would not be kept. */
export interface LimitBreach {
  /** Whose limit it is: the role in question or one above it. */
  readonly role: string;
  /** Which resource. */
  readonly name: string;
  readonly limitMilli: number;
  /** What would be consumed. */
  readonly wouldBeMilli: number;
}

const ROOT = '';

/**
 * The roles with their weights and quotas, what each with all below it consumes, and what has to be kept back for guarantees that are not
 * met yet. The one place of this arithmetic, for the master, which enforces, and for the allocator, which plans (mesos-semantics §3.1, §3.7).
 * Quota counts on every level, so that nested roles cannot escape a limit above them.
 *
 * A role is there while it was entered, has quota or a weight, consumes something, or has roles below it; bounded by those.
 * A charge costs levels × resource names, and makes no garbage for a role that is there.
 */
export class RoleTree {
  readonly #names: ResourceNames;
  readonly #root = new TreeNode(ROOT, undefined);
  readonly #nodes = new Map<string, TreeNode>();
  #limited = 0;
  #guaranteed = 0;

  constructor(names: ResourceNames) {
    this.#names = names;
  }

  /** What stands above all top-level roles. */
  get root(): RoleNode {
    return this.#root;
  }

  /** What has to be kept back for guarantees that are not met yet, by the numbers of names; changes in place. */
  get requiredHeadroom(): Quantities {
    return this.#root.need;
  }

  /** Whether any role has a guarantee or a limit. */
  get hasQuota(): boolean {
    return this.#limited > 0 || this.#guaranteed > 0;
  }

  /** Whether any role has a guarantee. */
  get hasGuarantees(): boolean {
    return this.#guaranteed > 0;
  }

  /** Whether any role has a limit. */
  get hasLimits(): boolean {
    return this.#limited > 0;
  }

  /** The role, if it is there. */
  get(role: string): RoleNode | undefined {
    return this.#nodes.get(role);
  }

  /** All roles that are there, in no order that anything may depend on. */
  all(): Iterable<RoleNode> {
    return this.#nodes.values();
  }

  /** Keeps the role in the tree until it is left as often as it was entered. */
  enter(role: string): RoleNode {
    const node = this.#made(role);
    node.users += 1;
    return node;
  }

  /** Ends one {@link enter}. */
  leave(role: string): void {
    const node = this.#nodes.get(role);
    if (node === undefined || node.users === 0) return;
    node.users -= 1;
    this.#forget(node);
  }

  /** Counts quantities that are neither reserved nor revocable nor shared as held by the role. */
  charge(role: string, quantities: Quantities): void {
    this.#consume(role, 'held', quantities);
  }

  /** Takes back what was charged. */
  discharge(role: string, quantities: Quantities): void {
    this.#release(role, 'held', quantities);
  }

  /** Counts quantities as reserved for the role, in use or not. */
  reserve(role: string, quantities: Quantities): void {
    this.#consume(role, 'reserved', quantities);
  }

  /** Takes back what was reserved. */
  unreserve(role: string, quantities: Quantities): void {
    this.#release(role, 'reserved', quantities);
  }

  /** Replaces the quota of a role; it was found sound before. Nothing that is held is taken away by it. */
  setQuota(role: string, quota: Quota): void {
    const node = this.#made(role);
    this.#limited -= node.limited ? 1 : 0;
    this.#guaranteed -= node.guaranteed ? 1 : 0;
    node.guarantee = this.#names.quantitiesOfScalars(quota.guarantee);
    node.guaranteed = node.guarantee.some((milli) => milli > 0);
    node.limit = this.#limitsOf(quota.limit);
    node.limited = quota.limit.size > 0;
    this.#limited += node.limited ? 1 : 0;
    this.#guaranteed += node.guaranteed ? 1 : 0;
    for (let at: TreeNode | undefined = node; at !== undefined; at = at.parent) {
      for (let number = 0; number < this.#names.size; number += 1) at.settle(number);
    }
    this.#forget(node);
  }

  /** Sets the weight of a role among its siblings; more than 0. */
  setWeight(role: string, weight: number): void {
    const node = this.#made(role);
    node.weight = weight;
    this.#forget(node);
  }

  /** The first limit, from the role upwards, that would be exceeded if so much more were consumed. */
  limitBreach(role: string, extra: Quantities): LimitBreach | undefined {
    if (this.#limited === 0) return undefined;
    for (let at: TreeNode | undefined = this.#nearest(role); at !== undefined; at = at.parent) {
      const breach = at.limited ? this.#breachAt(at, extra) : undefined;
      if (breach !== undefined) return breach;
    }
    return undefined;
  }

  /** How much more the role may consume under its limits and all above it: 0 where a limit is reached, Infinity where there is none. */
  limitLeft(role: string): number[] {
    const left: number[] = [];
    this.limitLeftInto(role, left);
    return left;
  }

  /** As {@link limitLeft}, into an array of the caller's. */
  limitLeftInto(role: string, left: number[]): void {
    left.length = 0;
    for (let number = 0; number < this.#names.size; number += 1) left.push(Infinity);
    if (this.#limited === 0) return;
    for (let at: TreeNode | undefined = this.#nearest(role); at !== undefined; at = at.parent) {
      if (at.limited) lower(left, at);
    }
  }

  #consume(role: string, part: 'held' | 'reserved', quantities: Quantities): void {
    const node = this.#made(role);
    for (let at: TreeNode | undefined = node; at !== undefined; at = at.parent) at.consume(part, quantities);
    this.#forget(node);
  }

  #release(role: string, part: 'held' | 'reserved', quantities: Quantities): void {
    const node = this.#made(role);
    for (let at: TreeNode | undefined = node; at !== undefined; at = at.parent) at.release(part, quantities);
    this.#forget(node);
  }

  #breachAt(node: TreeNode, extra: Quantities): LimitBreach | undefined {
    for (let number = 0; number < extra.length; number += 1) {
      const more = extra[number] ?? 0;
      const wouldBeMilli = (node.consumed[number] ?? 0) + more;
      const limitMilli = node.limit[number] ?? Infinity;
      if (more > 0 && wouldBeMilli > limitMilli) {
        return { role: node.name, name: this.#names.nameOf(number), limitMilli, wouldBeMilli };
      }
    }
    return undefined;
  }

  #limitsOf(limit: ReadonlyMap<string, number>): readonly number[] {
    const limits: number[] = [];
    for (const [name, milli] of limit) {
      const number = this.#names.numberOf(name);
      while (limits.length <= number) limits.push(Infinity);
      limits[number] = milli;
    }
    return limits;
  }

  /** The role, or the nearest above it that is there; the root at the last. */
  #nearest(role: string): TreeNode {
    for (let name: string | undefined = role; name !== undefined; name = parentOf(name)) {
      const node = this.#nodes.get(name);
      if (node !== undefined) return node;
    }
    return this.#root;
  }

  #made(role: string): TreeNode {
    const known = this.#nodes.get(role);
    if (known !== undefined) return known;
    const above = parentOf(role);
    const parent = above === undefined ? this.#root : this.#made(above);
    const node = new TreeNode(role, parent);
    parent.children.set(role, node);
    this.#nodes.set(role, node);
    return node;
  }

  /** Forgets the role, and those above it, as far as nothing is known of them any more. */
  #forget(node: TreeNode): void {
    for (let at = node; at.parent !== undefined && at.isForgettable(); at = at.parent) {
      at.parent.children.delete(at.name);
      this.#nodes.delete(at.name);
    }
  }
}

function lower(left: number[], node: TreeNode): void {
  for (let number = 0; number < node.limit.length; number += 1) {
    const rest = Math.max(0, (node.limit[number] ?? Infinity) - (node.consumed[number] ?? 0));
    if (rest < (left[number] ?? Infinity)) left[number] = rest;
  }
}
