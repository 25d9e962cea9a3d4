import fc from 'fast-check';

import { IndexedHeap, OUTSIDE } from './indexed-heap';

const SEED = 7;

interface Runner {
  readonly name: number;
  rank: number;
  heapIndex: number;
}

const compare = (a: Runner, b: Runner): number => a.rank - b.rank || a.name - b.name;

test('whatever is added, moved and removed, members are found in order and none twice', () => {
  const deed = fc.record({
    act: fc.constantFrom('add', 'remove', 'move', 'scramble'),
    name: fc.nat(15),
    rank: fc.nat(9),
  });
  const holds = fc.property(fc.array(deed, { maxLength: 80 }), (deeds) => {
    const runners: readonly Runner[] = Array.from({ length: 16 }, (_, name) => ({ name, rank: 0, heapIndex: OUTSIDE }));
    const inside = new Set<Runner>();
    const heap = new IndexedHeap<Runner>(compare);
    for (const { act, name, rank } of deeds) {
      const runner = runners[name]!;
      if (act === 'scramble') {
        for (const each of runners) each.rank = (each.rank * 7 + rank) % 11;
        heap.rebuild();
      } else if (act === 'remove') {
        heap.remove(runner);
        inside.delete(runner);
      } else if (act === 'add') {
        runner.rank = rank;
        heap.add(runner);
        inside.add(runner);
      } else {
        runner.rank = rank;
        heap.moved(runner);
      }
    }

    const seen: Runner[] = [];
    const found = heap.find((runner) => {
      seen.push(runner);
      return false;
    });

    expect(found).toBeUndefined();
    expect(seen).toEqual([...inside].sort(compare));
    expect(heap.size).toBe(inside.size);
  });
  fc.assert(holds, { seed: SEED, numRuns: 300 });
});

test('given the first member is taken, when it is looked for, then no other is looked at', () => {
  const heap = new IndexedHeap<Runner>(compare);
  for (let name = 0; name < 100; name += 1) heap.add({ name, rank: 100 - name, heapIndex: OUTSIDE });
  let looks = 0;

  const found = heap.find(() => {
    looks += 1;
    return true;
  });

  expect(found?.name).toBe(99);
  expect(looks).toBe(1);
});
