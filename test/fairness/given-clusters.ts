import type { Amounts, Instance } from './instance';

/** One machine that is the whole cluster, and what one task of each framework needs. */
export function cluster(capacity: Amounts, ...demands: readonly Amounts[]): Instance {
  return { seed: 0, agents: [capacity], demands };
}

/** So many machines that are alike, and what one task of each framework needs. */
export function machines(count: number, capacity: Amounts, ...demands: readonly Amounts[]): Instance {
  return { seed: 0, agents: Array.from({ length: count }, () => capacity), demands };
}

/** The examples of the paper on dominant-resource fairness that are divided in several ways, by their numbers. */
export const E1 = cluster([9, 18], [1, 4], [3, 1]);
/** Where asset fairness gives less than half of the cluster to the second. */
export const E4 = cluster([30, 30], [1, 3], [1, 1]);
/** Where equal incomes make a lie worth while for the first. */
export const E5 = cluster([100, 100], [16, 1], [1, 2]);
/** {@link E5} with that lie. */
export const E5_LIE = cluster([100, 100], [16, 8], [1, 2]);
