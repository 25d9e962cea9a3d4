import type { Quota } from '../contract';
import { ResourceNames } from '../quantities';
import { NO_QUOTA } from './quota';
import { RoleTree } from './role-tree';

function quota(guarantee: Readonly<Record<string, number>>, limit: Readonly<Record<string, number>> = {}): Quota {
  return { guarantee: new Map(Object.entries(guarantee)), limit: new Map(Object.entries(limit)) };
}

/** cpus is number 0, mem number 1. */
function givenTree(): RoleTree {
  const names = new ResourceNames();
  names.numberOf('cpus');
  names.numberOf('mem');
  return new RoleTree(names);
}

test('given a limit on a role, when a nested role would exceed it, then the breach names the level, the resource and the amounts', () => {
  const tree = givenTree();
  tree.setQuota('eng', quota({}, { cpus: 4000 }));
  tree.charge('eng/a', [3000, 5]);

  expect(tree.limitBreach('eng/b/c', [1001, 1_000_000])).toEqual({
    role: 'eng',
    name: 'cpus',
    limitMilli: 4000,
    wouldBeMilli: 4001,
  });
  expect(tree.limitBreach('eng/b/c', [1000, 1_000_000])).toBeUndefined();
  expect(tree.limitBreach('ops', [9000])).toBeUndefined();
  expect(tree.limitLeft('eng/b/c')).toEqual([1000, Infinity]);
  expect(tree.limitLeft('ops')).toEqual([Infinity, Infinity]);
});

test('given a limit that was lowered, when what is held is looked at again, then it is found to be exceeded and nothing is left', () => {
  const tree = givenTree();
  tree.charge('eng/a', [3000]);
  tree.setQuota('eng', quota({}, { cpus: 1000, mem: 10 }));

  expect(tree.limitBreach('eng/a', [500])).toEqual({
    role: 'eng',
    name: 'cpus',
    limitMilli: 1000,
    wouldBeMilli: 3500,
  });
  expect(tree.limitBreach('eng/a', [0, 5])).toBeUndefined();
  expect(tree.limitLeft('eng/a')).toEqual([0, 10]);
});

test('given reservations, when they are not in use, then they count against the limit and towards the guarantee all the same', () => {
  const tree = givenTree();
  tree.setQuota('eng', quota({ cpus: 4000 }, { cpus: 5000 }));
  tree.reserve('eng/a', [1500]);

  expect(tree.requiredHeadroom).toEqual([2500]);
  expect(tree.limitLeft('eng')).toEqual([3500, Infinity]);
  expect(tree.get('eng')).toMatchObject({ held: [], reserved: [1500], consumed: [1500] });
});

test('given guarantees on two levels, when roles below hold something, then what is kept back is the larger want, never both', () => {
  const tree = givenTree();
  tree.setQuota('eng', quota({ cpus: 10_000 }));
  tree.setQuota('eng/a', quota({ cpus: 4000 }));
  tree.setQuota('ops', quota({ mem: 7 }));

  expect(tree.requiredHeadroom).toEqual([10_000, 7]);
  tree.charge('eng/b', [8000]); // eng wants 2000 more, eng/a still 4000
  expect(tree.requiredHeadroom).toEqual([4000, 7]);
  tree.charge('eng/a', [4000]); // eng holds more than it is assured of
  expect(tree.requiredHeadroom).toEqual([0, 7]);
  tree.discharge('eng/b', [8000]);
  expect(tree.requiredHeadroom).toEqual([6000, 7]);
});

test('given roles that were used, when nothing is left of them, then the tree forgets them with the levels above', () => {
  const tree = givenTree();
  tree.enter('a/b/c');
  tree.charge('a/b/c', [5]);
  tree.setWeight('a/b/c', 2);
  tree.setQuota('a', quota({}, { cpus: 0 }));

  tree.discharge('a/b/c', [5]);
  tree.leave('a/b/c');
  expect([...tree.all()].map((node) => node.name)).toEqual(['a', 'a/b', 'a/b/c']);
  tree.setWeight('a/b/c', 1);
  expect([...tree.all()].map((node) => node.name)).toEqual(['a']);
  tree.setQuota('a', NO_QUOTA);
  expect([[...tree.all()], tree.hasQuota, tree.root.children.size]).toEqual([[], false, 0]);
});

test('given a tree without quota, when limits are asked for, then there are none; with a guarantee alone there is quota but no limit', () => {
  const tree = givenTree();
  expect([tree.hasQuota, tree.hasGuarantees, tree.hasLimits]).toEqual([false, false, false]);

  tree.setQuota('eng', quota({ cpus: 1 }));

  expect([tree.hasQuota, tree.hasGuarantees, tree.hasLimits]).toEqual([true, true, false]);
  expect(tree.get('eng')).toMatchObject({ guaranteed: true, limited: false, weight: 1 });
});
