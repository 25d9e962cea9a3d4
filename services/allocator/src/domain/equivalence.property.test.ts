import fc from 'fast-check';

import { held } from '../testing';
import type { ReferenceSettings } from '../testing';
import { crowd } from '../testing/arbitrary-entities';
import { move, RefereedMaster } from '../testing/refereed-master';

const SEED = 20_261;

const history = (maxLength: number) =>
  fc.array(fc.array(move, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength });

const settings: fc.Arbitrary<ReferenceSettings> = fc.record({
  minAllocatable: fc.constantFrom([], [held('cpus:2'), held('mem:2')], [held('cpus:1;mem:1')]),
  region: fc.constantFrom('', 'here'),
  fairnessExclude: fc.constantFrom([], ['mem']),
});

describe.each([
  ['drf', new Map()],
  [
    'strict-priority',
    new Map([
      ['s', 1],
      ['r/x', 2],
    ]),
  ],
  ['random', new Map()],
] as const)('policy %s', (policy, priorities: ReadonlyMap<string, number>) => {
  test('whatever the master says, each decision is the one that a slow and obviously right allocator makes, and none is left unmade', () => {
    const holds = fc.property(history(20), settings, (batches, given) => {
      const master = new RefereedMaster(policy, { ...given, priorities });
      for (const moves of batches) {
        master.play(moves);
        expect(master.differences).toEqual([]);
      }
    });
    fc.assert(holds, { seed: SEED, numRuns: 150 });
  });

  test('whoever waits for pieces of the same agents, each decision gives as many of them as a slow and obviously right allocator gives', () => {
    const holds = fc.property(crowd, history(4), settings, (items, batches, given) => {
      const master = new RefereedMaster(policy, { ...given, priorities });
      for (const moves of [items.map((item) => ({ move: 'tell', item }) as const), ...batches]) {
        master.play(moves);
        expect(master.differences).toEqual([]);
      }
    });
    fc.assert(holds, { seed: SEED, numRuns: 100 });
  });

  test('whatever the master says, the safety pass finds nothing that was missed', () => {
    const holds = fc.property(history(10), settings, (batches, given) => {
      const master = new RefereedMaster(policy, { ...given, priorities });
      for (const moves of batches) master.play(moves);
      const before = master.given.proposals().length;
      master.given.advance(1_000);
      expect(master.given.proposals()).toHaveLength(before);
    });
    fc.assert(holds, { seed: SEED, numRuns: 75 });
  });
});
