import { formatResources } from '@parley/common/resources';
import type { AllocatorDown } from '@parley/common/contract';

import {
  agentItem,
  allocationItem,
  at,
  demandOf,
  filterItem,
  frameworkItem,
  GivenAllocator,
  held,
  roleItem,
} from '../testing';
import { policyOf } from './policies/policies';
import type { PolicyChoice } from './policies/policies';

/** A framework of the same name as its role, which waits for so many pieces. */
function waiting(role: string, pieces: string, minimum?: string): AllocatorDown {
  const minAllocatable = minimum === undefined ? undefined : [held(minimum)];
  return frameworkItem(role.replaceAll('/', '-'), [role], { settings: { demand: demandOf(pieces), minAllocatable } });
}

function given(items: readonly AllocatorDown[], choice: Partial<PolicyChoice> = {}): GivenAllocator {
  const policy = policyOf({ policy: 'drf', priorities: new Map(), ...choice });
  return new GivenAllocator({ policy }).withSnapshot(items).advance(0);
}

/** Every proposal as `role amounts`, in order. */
function proposed(allocator: GivenAllocator): readonly string[] {
  return allocator.proposals().map(({ role, resources }) => `${role} ${formatResources(resources)}`);
}

/** Cores proposed to each role. */
function cpus(allocator: GivenAllocator): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const { role, resources } of allocator.proposals()) {
    sums[role] = (sums[role] ?? 0) + (resources.scalars.get('cpus') ?? 0) / 1_000;
  }
  return sums;
}

/** What is held on agent a0 in a nested role. */
function nestedAllocation(framework: string, role: string, allocated: string): AllocatorDown {
  const place = { ...at(`${framework}//a0`), role };
  return { item: 'allocation', allocation: { ...place, allocated: held(allocated), offered: held('') } };
}

const split = (role: string, options: Parameters<typeof roleItem>[1] = {}): AllocatorDown =>
  roleItem(role, { packing: 'split', ...options });

const twoAgents = [agentItem('a1', 'cpus:4'), agentItem('a2', 'cpus:4')];

test('given roles of weight 1 and 3 that both wait for eight pieces, when two agents of four are free, then they are proposed two and six', () => {
  const allocator = given([
    split('light'),
    split('heavy', { weight: 3 }),
    waiting('light', '8 cpus:1'),
    waiting('heavy', '8 cpus:1'),
    ...twoAgents,
  ]);

  expect(cpus(allocator)).toEqual({ light: 2, heavy: 6 });
});

test.each(['best-fit', 'spread'] as const)(
  'given the packing %s, when two roles of one weight wait, then each is proposed half',
  (packing) => {
    const roles = ['one', 'two'];
    const allocator = given([
      ...roles.map((role) => split(role, { packing })),
      ...roles.map((role) => waiting(role, '8 cpus:1')),
      ...twoAgents,
    ]);

    expect(cpus(allocator)).toEqual({ one: 4, two: 4 });
  },
);

test('given the roles eng/dev, eng/ops and sales, when all wait, then sales gets half and the parts of eng a quarter each', () => {
  const roles = ['eng/dev', 'eng/ops', 'sales'];
  const allocator = given([
    ...roles.map((role) => split(role)),
    ...roles.map((role) => waiting(role, '8 cpus:1')),
    ...twoAgents,
  ]);

  expect(cpus(allocator)).toEqual({ 'eng/dev': 2, 'eng/ops': 2, sales: 4 });
});

test('given that its sibling holds much already, when a nested role is given pieces, then it stops where its parent is not first any more', () => {
  const allocator = given([
    ...['eng/dev', 'eng/ops', 'sales'].map((role) => split(role)),
    ...['eng/dev', 'eng/ops', 'sales'].map((role) => waiting(role, '8 cpus:1')),
    agentItem('a0', 'cpus:4'),
    allocationItem('sales/sales/a0', { allocated: 'cpus:1' }),
    nestedAllocation('eng-ops', 'eng/ops', 'cpus:3'),
    agentItem('a1', 'cpus:6'),
  ]);

  // eng holds 3 and sales 1: sales takes 2 to draw level, then they alternate, and all that eng gets is dev's.
  expect(cpus(allocator)).toEqual({ 'eng/dev': 2, sales: 4 });
});

test('given a role of higher priority, when both wait, then it is proposed all it waits for at once', () => {
  const items = [
    split('batch'),
    split('prod'),
    waiting('batch', '8 cpus:1'),
    waiting('prod', '3 cpus:1'),
    agentItem('a1', 'cpus:4'),
  ];
  const allocator = given(items, { policy: 'strict-priority', priorities: new Map([['prod', 1]]) });

  expect(proposed(allocator)).toEqual(['prod cpus:3', 'batch cpus:1']);
});

test('given lots, when both wait, then whose turn it is gets all pieces that fit', () => {
  const items = [split('one'), split('two'), waiting('one', '8 cpus:1'), waiting('two', '8 cpus:1'), ...twoAgents];
  const allocator = given(items, { policy: 'random' });

  expect(allocator.proposals().map(({ resources }) => formatResources(resources))).toEqual(['cpus:4', 'cpus:4']);
});

test('given only one that waits, when an agent is free, then it is proposed all pieces in one proposal', () => {
  expect(proposed(given([split('one'), waiting('one', '8 cpus:1'), agentItem('a1', 'cpus:6')]))).toEqual([
    'one cpus:6',
  ]);
});

test('given another that refuses the agent, when it is looked at, then the one that does not is proposed all pieces in one proposal', () => {
  const allocator = given([
    split('one'),
    split('two'),
    waiting('one', '8 cpus:1'),
    waiting('two', '8 cpus:1'),
    agentItem('a1', 'cpus:6'),
    filterItem('two/two/a1', 'cpus:6', 60_000),
  ]);

  expect(proposed(allocator)).toEqual(['one cpus:6']);
});

test('given a minimum of two cores, when pieces of one core are given in turns, then each proposal has two', () => {
  const allocator = given([
    split('one'),
    split('two'),
    waiting('one', '8 cpus:1', 'cpus:2'),
    waiting('two', '8 cpus:1', 'cpus:2'),
    ...twoAgents,
  ]);

  expect(proposed(allocator)).toEqual(['one cpus:2', 'two cpus:2', 'one cpus:2', 'two cpus:2']);
});

test('given a refusal of one core, when more can be offered, then as many pieces are given as are not refused', () => {
  const allocator = given([
    split('one'),
    split('two'),
    waiting('one', '8 cpus:1'),
    waiting('two', '8 cpus:1'),
    agentItem('a1', 'cpus:4'),
    filterItem('one/one/a1', 'cpus:1', 60_000),
  ]);

  expect(proposed(allocator)).toEqual(['one cpus:2', 'two cpus:2']);
});

test('given a guarantee, when its role holds nothing yet, then it is met first, and what is more is divided fairly', () => {
  const allocator = given([
    split('kept', { guarantee: 'cpus:3' }),
    split('other'),
    waiting('kept', '8 cpus:1'),
    waiting('other', '8 cpus:1'),
    agentItem('a1', 'cpus:8'),
  ]);

  expect(proposed(allocator)[0]).toBe('kept cpus:3');
  expect(cpus(allocator)).toEqual({ kept: 4, other: 4 });
});

test('given two shapes, when they are given in turns, then the first that was stated comes first', () => {
  const demand = demandOf('1 cpus:2;mem:1', '2 cpus:1');
  const allocator = given([
    split('one'),
    split('two'),
    frameworkItem('one', ['one'], { settings: { demand } }),
    waiting('two', '4 cpus:2'),
    agentItem('a1', 'cpus:8;mem:8'),
  ]);

  expect(proposed(allocator)).toEqual(['one cpus:2;mem:1', 'two cpus:2', 'one cpus:1', 'two cpus:2', 'one cpus:1']);
});

test('given far more small pieces than are given one by one, when two wait, then nothing is left over', () => {
  const allocator = given([
    split('one', { weight: 1_000 }),
    split('two'),
    waiting('one', '3000 cpus:0.001'),
    waiting('two', '3000 cpus:0.001'),
    allocationItem('two/two/a1', { allocated: 'cpus:1' }),
    agentItem('a1', 'cpus:3'),
  ]);

  expect(proposed(allocator)[0]).toBe('one cpus:1');
  expect(cpus(allocator)['one']).toBe(2);
});
