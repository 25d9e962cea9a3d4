import type { Amounts, Instance } from './instance';
import { taskShares, totalOf } from './instance';

/** A way to divide a cluster as if tasks could be cut: tasks by framework, in fractions. All agents count as one. */
export type FluidAllocator = (instance: Instance) => readonly number[];

/** Enough halvings for a number of double precision. */
const HALVINGS = 200;

/** Dominant-resource fairness: the dominant shares grow together until something is used up. For demands that need some of everything. */
export const fluidDrf: FluidAllocator = (instance) => grownTogether(instance, taskShares(instance));

/**
 * Asset fairness, a control that gives up the sharing incentive: what everybody holds grows together in worth, where all there is of each
 * resource is worth the same.
 */
export const assetFairness: FluidAllocator = (instance) => {
  const total = totalOf(instance);
  return grownTogether(
    instance,
    instance.demands.map((need) => need.reduce((worth, amount, at) => worth + amount / (total[at] ?? 1), 0)),
  );
};

/**
 * Competitive equilibrium from equal incomes for two resources, a control that gives up strategy-proofness: prices at which everybody spends
 * the same and nothing that has a price is left. Found by halving the price of the first resource.
 */
export const equalIncomes: FluidAllocator = (instance) => {
  const [first = 1, second = 1] = totalOf(instance);
  const incomes = instance.demands.length;
  const bought = (price: number): readonly number[] => {
    const other = (incomes - price * first) / second;
    return instance.demands.map(([a = 0, b = 0]) => 1 / (a * price + b * other));
  };
  const excess = (price: number): number => used(instance.demands, bought(price), 0) - first;
  let low = 0;
  let high = incomes / first;
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (low + high) / 2;
    if (excess(middle) > 0) low = middle;
    else high = middle;
  }
  return bought(high);
};

/** How much of one resource so many tasks use. */
function used(demands: readonly Amounts[], tasks: readonly number[], resource: number): number {
  return demands.reduce((sum, need, framework) => sum + (need[resource] ?? 0) * (tasks[framework] ?? 0), 0);
}

/** Tasks in the inverse proportion of what one counts, as many as fit. */
function grownTogether(instance: Instance, counted: readonly number[]): readonly number[] {
  const level = Math.min(
    ...totalOf(instance).map((amount, resource) => {
      const perLevel = used(
        instance.demands,
        counted.map((each) => 1 / each),
        resource,
      );
      return amount / perLevel;
    }),
  );
  return counted.map((each) => level / each);
}
