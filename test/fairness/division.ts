import type { Amounts, Instance } from './instance';

/** Who got what, in whole tasks. */
export interface Division {
  readonly instance: Instance;
  /** Tasks by framework. */
  readonly tasks: readonly number[];
  /** Tasks by framework and number of the agent; agents without a task are left out. */
  readonly bundles: readonly ReadonlyMap<number, number>[];
  /** What is left by agent. */
  readonly left: readonly Amounts[];
  /** Who was served, in order. */
  readonly order: readonly number[];
  /** What the allocator's own books say differs from the truth; empty where they agree. */
  readonly misbooked: readonly string[];
}

/** How many whole tasks of a demand fit into so many times the amounts. */
export function fits(need: Amounts, amounts: Amounts, times = 1): number {
  let most = Infinity;
  for (let at = 0; at < need.length; at += 1) {
    const amount = need[at] ?? 0;
    if (amount > 0) most = Math.min(most, Math.floor(((amounts[at] ?? 0) * times) / amount));
  }
  return most;
}
