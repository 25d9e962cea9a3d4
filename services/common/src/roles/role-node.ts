import type { Quantities } from '../quantities';
import { DEFAULT_WEIGHT } from './weights';

/** What others may read of one role of a {@link RoleTree}. Vectors change in place with every charge; what lies past their end is 0. */
export interface RoleNode {
  /** Empty for the root, which stands above all top-level roles. */
  readonly name: string;
  /** Undefined for the root alone. */
  readonly parent: RoleNode | undefined;
  readonly children: ReadonlyMap<string, RoleNode>;
  /** Relative to its siblings. */
  readonly weight: number;
  readonly guarantee: Quantities;
  /** Infinity where there is no limit, also past the end. */
  readonly limit: Quantities;
  /** Offered or in use by the role and all below it, without what is reserved, revocable or shared. */
  readonly held: Quantities;
  /** Reserved for the role and all below it, whether in use or not. */
  readonly reserved: Quantities;
  /** `held` + `reserved`: what limits and guarantees are compared with (mesos-semantics §3.7). */
  readonly consumed: Quantities;
  /** What is still to be kept for its guarantee and those below it: its own want or the sum of those below, whichever is more. */
  readonly need: Quantities;
  /** Sum of what the roles directly below need. */
  readonly needBelow: Quantities;
  /** Whether it has a guarantee of anything. */
  readonly guaranteed: boolean;
  /** Whether it has a limit of its own on anything. */
  readonly limited: boolean;
}

/** One role, as the tree that owns it changes it. */
export class TreeNode implements RoleNode {
  readonly children = new Map<string, TreeNode>();
  readonly held: number[] = [];
  readonly reserved: number[] = [];
  readonly consumed: number[] = [];
  readonly need: number[] = [];
  readonly needBelow: number[] = [];
  weight = DEFAULT_WEIGHT;
  guarantee: readonly number[] = [];
  limit: readonly number[] = [];
  guaranteed = false;
  limited = false;
  /** How often the role was entered and not left again. */
  users = 0;

  constructor(
    readonly name: string,
    readonly parent: TreeNode | undefined,
  ) {}

  /** Adds to what is held or reserved, here alone, and tells the node above how the need changed. */
  consume(part: 'held' | 'reserved', quantities: Quantities): void {
    for (let number = 0; number < quantities.length; number += 1) this.#shift(part, number, quantities[number] ?? 0);
  }

  /** Takes back what {@link consume} added. */
  release(part: 'held' | 'reserved', quantities: Quantities): void {
    for (let number = 0; number < quantities.length; number += 1) this.#shift(part, number, -(quantities[number] ?? 0));
  }

  /** Brings the need up to date after something that it depends on has changed. */
  settle(number: number): void {
    const missing = (this.guarantee[number] ?? 0) - (this.consumed[number] ?? 0);
    const below = this.needBelow[number] ?? 0;
    const own = missing > 0 ? missing : 0;
    const change = (own > below ? own : below) - (this.need[number] ?? 0);
    if (change === 0) return;
    addAt(this.need, number, change);
    if (this.parent !== undefined) addAt(this.parent.needBelow, number, change);
  }

  #shift(part: 'held' | 'reserved', number: number, milli: number): void {
    if (milli === 0) return;
    addAt(this[part], number, milli);
    addAt(this.consumed, number, milli);
    this.settle(number);
  }

  /** Whether nothing would be lost if the tree forgot the role. */
  isForgettable(): boolean {
    return (
      this.users === 0 &&
      this.children.size === 0 &&
      this.weight === DEFAULT_WEIGHT &&
      !this.guaranteed &&
      !this.limited &&
      isZero(this.held) &&
      isZero(this.reserved)
    );
  }
}

function addAt(sum: number[], number: number, milli: number): void {
  while (sum.length <= number) sum.push(0);
  sum[number] = (sum[number] ?? 0) + milli;
}

function isZero(quantities: Quantities): boolean {
  for (const milli of quantities) if (milli !== 0) return false;
  return true;
}
