import { Chance } from '../worlds/simulated/chance';
import { assetFairness, equalIncomes, fluidDrf } from './control-allocators';
import type { FluidAllocator } from './control-allocators';
import { cluster, E1, E4, E5, E5_LIE } from './given-clusters';
import type { Amounts, Instance } from './instance';

const SEEDS = 2_000;
/** What rounding may add to a quotient. */
const ROUNDING = 1e-6;

/** A random cluster of two resources and two or three frameworks. */
function randomCluster(seed: number): Instance {
  const chance = Chance.of(seed, 'controls');
  const amounts = (most: number): Amounts => [chance.between(1, most), chance.between(1, most)];
  return cluster(amounts(100), ...Array.from({ length: chance.between(2, 3) }, () => amounts(20)));
}

/** How many tasks each could run alone on its part. */
function alone({ agents, demands }: Instance): readonly number[] {
  const [capacity = []] = agents;
  return demands.map((need) => Math.min(...need.map((amount, at) => (capacity[at] ?? 0) / demands.length / amount)));
}

/** Whether everybody runs as much as alone on its part. */
function isIncentive(allocate: FluidAllocator, instance: Instance): boolean {
  const assured = alone(instance);
  return allocate(instance).every((tasks, framework) => tasks >= (assured[framework] ?? 0) - ROUNDING);
}

/** Whether the first framework gains by asking for more of one resource. */
function gainsByLying(allocate: FluidAllocator, instance: Instance, chance: Chance): boolean {
  const [first = [], ...others] = instance.demands;
  const raised = chance.between(0, 1);
  const lie = first.map((need, at) => (at === raised ? need + chance.between(1, 10) : need));
  const truth = allocate(instance)[0] ?? 0;
  return (allocate({ ...instance, demands: [lie, ...others] })[0] ?? 0) > truth + ROUNDING;
}

function seeds(): readonly number[] {
  return Array.from({ length: SEEDS }, (_, seed) => seed);
}

/** Each number to 9 places. */
function near(numbers: readonly number[]): readonly unknown[] {
  return numbers.map((number): unknown => expect.closeTo(number, 9));
}

describe('asset fairness, a control', () => {
  test('E2: given the inputs of E1, when it divides, then A has 2.52 tasks and B 2.16', () => {
    expect(assetFairness(E1)).toEqual(near([2.52, 2.16]));
  });

  test('E4: given <30, 30>, when it divides, then B runs 12 tasks where half of the cluster would run 15: no sharing incentive', () => {
    expect(assetFairness(E4)).toEqual(near([6, 12]));
    expect(alone(E4)[1]).toBe(15);
    expect(isIncentive(assetFairness, E4)).toBe(false);
  });

  test('given random clusters, when they are divided, then it breaks the sharing incentive again and again, and dominant-resource fairness never', () => {
    const instances = seeds().map(randomCluster);

    expect(instances.filter((instance) => !isIncentive(assetFairness, instance)).length).toBeGreaterThan(SEEDS / 100);
    expect(instances.filter((instance) => !isIncentive(fluidDrf, instance))).toEqual([]);
  });
});

describe('equal incomes, a control', () => {
  test('E3: given the inputs of E1, when it divides, then A has 45/11 tasks and B 18/11', () => {
    expect(equalIncomes(E1)).toEqual(near([45 / 11, 18 / 11]));
  });

  test('E5: given <100, 100>, when A asks for more than it needs, then A gains and B pays: not strategy-proof', () => {
    expect(equalIncomes(E5)).toEqual(near([100 / 31, 1_500 / 31]));
    expect(equalIncomes(E5_LIE)).toEqual(near([25 / 6, 100 / 3]));
  });

  test('given random clusters, when one framework lies, then it gains again and again, and with dominant-resource fairness never', () => {
    const liarsGain = (allocate: FluidAllocator): number =>
      seeds().filter((seed) => gainsByLying(allocate, randomCluster(seed), Chance.of(seed, 'lie'))).length;

    expect(liarsGain(equalIncomes)).toBeGreaterThan(SEEDS / 100);
    expect(liarsGain(fluidDrf)).toBe(0);
  });

  test('given random clusters, when they are divided, then everybody runs at least what its part alone would run', () => {
    expect(
      seeds()
        .map(randomCluster)
        .filter((instance) => !isIncentive(equalIncomes, instance)),
    ).toEqual([]);
  });
});

describe('dominant-resource fairness for tasks that can be cut', () => {
  test('given E1, E5 and the lie in E5, when it divides, then the tasks are those of the paper', () => {
    expect(fluidDrf(E1)).toEqual(near([3, 2]));
    expect(fluidDrf(E5)).toEqual(near([25 / 6, 100 / 3]));
    expect(fluidDrf(E5_LIE)).toEqual(near([25 / 6, 100 / 3]));
  });

  test.each([
    [[1, 10], [1, 1], 0.7407],
    [[2, 4], [1, 3], 0.5],
    [[1, 7], [1, 4], 0.5],
  ])(
    'E7: given 48 nodes and the needs %j and %j, when it divides, then both have the dominant share %d',
    (a, b, share) => {
      const [tasks = 0] = fluidDrf(cluster([192, 672], a, b));

      expect(tasks * Math.max((a[0] ?? 0) / 192, (a[1] ?? 0) / 672)).toBeCloseTo(share, 4);
    },
  );
});
