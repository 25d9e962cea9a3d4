import type { Division } from './division';
import { divide } from './engine-division';
import type { Setting } from './engine-division';
import { nothingIdle } from './fairness-forms';
import { cluster, E1, E4, E5, E5_LIE, machines } from './given-clusters';
import type { Amounts } from './instance';

/** Who was served, by letters. */
function letters({ order }: Division): string {
  return order.map((framework) => 'ABCDEFGH'.charAt(framework)).join('');
}

/** Tasks of each framework on each of so many agents. */
function tasksOn(division: Division, agents: number): readonly (readonly number[])[] {
  return Array.from({ length: agents }, (_, agent) => division.bundles.map((bundle) => bundle.get(agent) ?? 0));
}

const E6 = cluster([100, 10_000], [2, 300], [6, 100]);
const E8 = cluster([30, 30], [1, 1], [1, 1]);
const TWO_TO_ONE = { roles: ['heavy', 'light'], roleWeights: { heavy: 2, light: 1 } };

describe('the examples of the paper on dominant-resource fairness, through the allocator', () => {
  test('E1: given 9 CPUs and 18 GB, when A needs <1, 4> and B <3, 1>, then A runs 3 tasks and B 2, in the order of the paper when ties go to B', () => {
    const division = divide(E1, { ids: ['z-A', 'a-B'] });

    expect(division.tasks).toEqual([3, 2]);
    expect(letters(division)).toBe('BAABA');
    expect(division.left).toEqual([[0, 4]]);
    expect(division.misbooked).toEqual([]);
  });

  test('E1: given the same, when ties go to A, then the order is another and the division the same', () => {
    const division = divide(E1, { ids: ['a-A', 'z-B'] });

    expect(division.tasks).toEqual([3, 2]);
    expect(letters(division)).toBe('ABABA');
  });

  test('E1: given the same, when both state at once all the tasks that they want, then no decision takes more than a turn and the division is the same', () => {
    const division = divide(E1, { ids: ['z-A', 'a-B'], stated: 'all-tasks' });

    expect(division.tasks).toEqual([3, 2]);
    expect(division.left).toEqual([[0, 4]]);
    expect(division.misbooked).toEqual([]);
    expect(divide(E1, { ids: ['a-A', 'z-B'], stated: 'all-tasks' }).tasks).toEqual([3, 2]);
    expect(divide(E1, { ids: ['a-A', 'z-B'], stated: 'all-tasks', tasksMax: [3, 2] }).tasks).toEqual([3, 2]);
  });

  test('E6 and E8: given tasks that are stated all at once, when they are divided, then it is as when they are stated one by one', () => {
    expect(divide(E6, { stated: 'all-tasks' }).tasks).toEqual([20, 10]);
    expect(divide(E8, { ...TWO_TO_ONE, stated: 'all-tasks' }).tasks).toEqual([20, 10]);
  });

  test('E2 and E3: given the same, when it is divided, then it is neither as asset fairness nor as equal incomes would, but with equal dominant shares', () => {
    const { tasks } = divide(E1);

    expect([((tasks[0] ?? 0) * 4) / 18, ((tasks[1] ?? 0) * 3) / 9]).toEqual([2 / 3, 2 / 3]);
  });

  test('E4: given <30, 30>, when A needs <1, 3> and B <1, 1>, then B runs no less than with half of the cluster', () => {
    expect(divide(E4).tasks).toEqual([5, 15]);
  });

  test('E5: given <100, 100>, when A needs <16, 1> and B <1, 2>, then A gains nothing by asking for <16, 8>', () => {
    expect(divide(E5).tasks).toEqual([4, 36]);
    expect(divide(E5_LIE).tasks[0]).toBeLessThanOrEqual(4);
  });

  test('E6: given <100, 10000>, when A needs <2, 300> and B <6, 100>, then they run 20 and 10 containers', () => {
    expect(divide(E6).tasks).toEqual([20, 10]);
  });

  test('E8: given weights 2 and 1, when both need the same, then tasks are as the weights', () => {
    expect(divide(E8, TWO_TO_ONE).tasks).toEqual([20, 10]);
  });

  test('E8: given E1 with weight 3 for A, when it is divided, then dominant shares are as near to 3 to 1 as whole tasks allow', () => {
    const division = divide(E1, { roles: ['a', 'b'], roleWeights: { a: 3, b: 1 }, ids: ['A', 'B'] });

    expect(division.tasks).toEqual([4, 1]);
  });
});

describe('E7: dynamic sharing on 48 nodes of 4 CPUs and 14 GB, phase by phase, nodes filled one after another', () => {
  const phase = (a: Amounts, b: Amounts): Division => divide(machines(48, [4, 14], a, b), { packing: 'best-fit' });

  test('given <1, 10> and <1, 1>, when the first phase is divided, then each node runs one task of A and three of B', () => {
    const division = phase([1, 10], [1, 1]);

    expect(division.tasks).toEqual([48, 144]);
    expect(new Set(tasksOn(division, 48).map(String))).toEqual(new Set(['1,3']));
  });

  test('given <2, 4> and <1, 3>, when the second phase is divided, then both have half of the CPUs', () => {
    expect(phase([2, 4], [1, 3]).tasks).toEqual([48, 96]);
  });

  test('given <1, 7> and <1, 4>, when the third phase is divided, then nothing is idle and shares differ by no more than a task a node', () => {
    const division = phase([1, 7], [1, 4]);
    const [a = 0, b = 0] = division.tasks;

    expect(Math.abs(a * 7 - b * 4)).toBeLessThanOrEqual(48 * 4);
    expect(nothingIdle(division)).toBeUndefined();
  });
});

describe('weights and trees of roles', () => {
  /** Tasks of three frameworks that all want the same, of so much of everything. */
  const threeAlike = (amount: number, setting: Setting): readonly number[] =>
    divide(cluster([amount, amount], [1, 1], [1, 1], [1, 1]), setting).tasks;

  test('given weights 1, 2 and 3, when all want the same, then 60 tasks are divided 10, 20 and 30', () => {
    const setting = { roles: ['one', 'two', 'three'], roleWeights: { one: 1, two: 2, three: 3 } };

    expect(threeAlike(60, setting)).toEqual([10, 20, 30]);
  });

  test('given the roles eng/dev, eng/ops and sales, when all want the same, then sales has half and the parts of eng a quarter each', () => {
    expect(threeAlike(40, { roles: ['eng/dev', 'eng/ops', 'sales'] })).toEqual([10, 10, 20]);
  });

  test('given weights inside eng, when it competes with sales, then weights count among siblings only', () => {
    const setting = { roles: ['eng/dev', 'eng/ops', 'sales'], roleWeights: { 'eng/dev': 3 } };

    expect(threeAlike(40, setting)).toEqual([15, 5, 20]);
  });

  test('given a role with frameworks and children, when it is divided, then its own frameworks together count as one more child', () => {
    expect(threeAlike(60, { roles: ['eng', 'eng', 'eng/dev'] })).toEqual([15, 15, 30]);
  });

  test('given different bottlenecks in a tree, when it is divided, then each level has equal dominant shares of its own', () => {
    const division = divide(cluster([30, 30], [1, 3], [3, 1], [2, 2]), { roles: ['r/a', 'r/b', 's'] });
    const [a = 0, b = 0, s = 0] = division.tasks;

    expect(Math.abs(a - b)).toBeLessThanOrEqual(1);
    expect(Math.abs(Math.max(a + 3 * b, 3 * a + b) - 2 * s)).toBeLessThanOrEqual(3);
    expect(nothingIdle(division)).toBeUndefined();
  });

  test('given a framework that has all the tasks it wants, when the rest is divided, then the others have what it leaves', () => {
    expect(threeAlike(40, { tasksMax: [4, Infinity, Infinity] })).toEqual([4, 18, 18]);
  });
});

describe('whole agents', () => {
  test('given ten agents and three frameworks that take all of each, when agents are offered whole, then shares differ by no more than one agent', () => {
    const division = divide(machines(10, [8, 32], [8, 32], [8, 32], [8, 32]), { packing: 'whole-agent' });

    expect([...division.tasks].sort()).toEqual([3, 3, 4]);
  });
});
