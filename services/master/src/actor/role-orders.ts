import type { RoleUpdate } from '@parley/common/contract';
import type { Asker } from '../domain/frameworks/call-log';
import { LIMITS } from '../domain/limits';

/** An operator's order about roles. */
export interface RolesOrder {
  readonly asker: Asker;
  readonly updates: readonly RoleUpdate[];
  readonly force: boolean;
}

/** Orders about roles, one after another: each is judged on what the one before left, since they share what the cluster has. */
export class RoleOrders {
  /** True while the registry is being told of one. */
  #busy = false;
  /** Bounded by {@link LIMITS.roleOrdersMax}. */
  readonly #waiting: RolesOrder[] = [];

  /** Keeps an order until it is its turn; false when there is no room. */
  add(order: RolesOrder): boolean {
    if (this.#waiting.length >= LIMITS.roleOrdersMax) return false;
    this.#waiting.push(order);
    return true;
  }

  /** The next order, unless one is under way; to be ended by {@link done}. */
  take(): RolesOrder | undefined {
    if (this.#busy) return undefined;
    const next = this.#waiting.shift();
    this.#busy = next !== undefined;
    return next;
  }

  done(): void {
    this.#busy = false;
  }
}
