import type { AllocatorDown } from '@parley/common/contract';

import { agentItem, allocationItem, demandOf, frameworkItem, GivenAllocator, held } from '../testing';

/** A framework that waits for one piece of something in role `x`. */
const waitsFor = (frameworkId: string, piece: string): AllocatorDown =>
  frameworkItem(frameworkId, ['x'], { settings: { demand: demandOf(`1 ${piece}`) } });

describe('names of resources that only clients know', () => {
  test('given demands and minima with invented names, when they are stated, then no vector grows by them', () => {
    const given = new GivenAllocator().withSnapshot([agentItem('a1', 'cpus:1;mem:1')]);
    const before = given.core.session?.mirror?.names.size;

    for (let round = 0; round < 50; round += 1) {
      const name = `invented-${String(round)}`;
      const settings = { demand: demandOf(`1 cpus:1;${name}:1`), minAllocatable: [held(`${name}-too:1`)] };
      given.deliver([frameworkItem(`f${String(round % 5)}`, ['x'], { settings })]);
    }

    expect(given.core.session?.mirror?.names.size).toBe(before);
    expect(given.proposals()).toEqual([]);
  });

  test('given a demand with a name that no agent has, when an agent brings it, then the agent is offered', () => {
    const given = new GivenAllocator().withSnapshot([agentItem('a1', 'cpus:4'), waitsFor('f1', 'cpus:1;lasers:2')]);
    expect(given.proposals()).toEqual([]);

    given.deliver([agentItem('a2', 'cpus:4;lasers:2')]);

    expect(given.placesProposed()).toEqual(['f1/x/a2']);
  });

  test('given a minimum with a name that no agent has, when an agent brings it, then the agent is offered', () => {
    const settings = { minAllocatable: [held('lasers:2')] };
    const given = new GivenAllocator().withSnapshot([
      agentItem('a1', 'cpus:4'),
      frameworkItem('f1', ['x'], { settings }),
    ]);
    expect(given.proposals()).toEqual([]);

    given.deliver([agentItem('a2', 'cpus:4;lasers:1'), agentItem('a3', 'cpus:4;lasers:2')]);

    expect(given.placesProposed()).toEqual(['f1/x/a3']);
  });
});

describe('offers that are open when a demand is stated', () => {
  const agents = Array.from({ length: 20 }, (_, index) => agentItem(`a${String(index)}`, 'cpus:1'));

  test('given many agents, when a demand is stated, then only what the framework has open is gone through', () => {
    const given = new GivenAllocator().withSnapshot([...agents, frameworkItem('f1', ['x'], { suppressed: ['x'] })], 0);
    const book = given.core.session?.mirror?.agents;
    if (book === undefined) throw new Error('the session has no agents');
    let walks = 0;
    const all = book.all.bind(book);
    book.all = () => {
      walks += 1;
      return all();
    };

    given.deliver([waitsFor('f1', 'cpus:1')]);

    expect(walks).toBe(0);
  });

  test('given an open offer and an open proposal made without a demand, when one is stated, then both meet it', () => {
    const given = new GivenAllocator().withSnapshot(
      [
        agentItem('a1', 'cpus:1'),
        agentItem('a2', 'cpus:1'),
        frameworkItem('f1', ['x']),
        allocationItem('f1/x/a1', { offered: 'cpus:1' }),
      ],
      1,
    );
    expect(given.placesProposed()).toEqual(['f1/x/a2']);

    const settings = { demand: demandOf('3 cpus:1') };
    given.deliver([frameworkItem('f1', ['x'], { settings }), ...agents, { item: 'credits', credits: 100 }]);

    expect(given.placesProposed(2)).toHaveLength(1);
  });
});
