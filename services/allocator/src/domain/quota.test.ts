import {
  agentItem,
  allocationItem,
  BEGIN,
  filterItem,
  frameworkItem,
  GivenAllocator,
  held,
  roleItem,
} from '../testing';

describe('quota', () => {
  test('given a limit, when agents are offered, then only as much as it allows, and the rest to others', () => {
    const given = new GivenAllocator().withSnapshot([
      roleItem('x', { limit: 'cpus:3' }),
      agentItem('a1', 'cpus:2;mem:10'),
      agentItem('a2', 'cpus:2;mem:10'),
      frameworkItem('f1', ['x']),
    ]);
    expect(given.amountsProposed()).toEqual(['f1/x/a1 cpus:2;mem:10', 'f1/x/a2 cpus:1;mem:10']);

    given.deliver([frameworkItem('f2', ['y'])]);

    expect(given.amountsProposed(3)).toEqual(['f2/y/a2 cpus:1']);
  });

  test('given a limit that leaves nothing of what counts, when an agent has ports that are worth an offer by themselves, then it is offered', () => {
    const given = new GivenAllocator()
      .open()
      .deliver([
        { ...BEGIN, minAllocatable: [held('cpus:1'), held('ports:[1-1]')] },
        roleItem('x', { limit: 'cpus:0' }),
        agentItem('a1', 'cpus:4'),
        agentItem('a2', 'cpus:4'),
        agentItem('a3', 'cpus:4;ports:[1-9]'),
        frameworkItem('f1', ['x']),
        { item: 'end', count: 5 },
        { item: 'credits', credits: 9 },
      ]);

    expect(given.amountsProposed()).toEqual(['f1/x/a3 ports:[1-9]']);
  });

  test('given a limit of a role above, when a nested role takes, then it cannot escape it', () => {
    const given = new GivenAllocator().withSnapshot([
      roleItem('eng', { limit: 'cpus:1' }),
      agentItem('a1', 'cpus:4'),
      frameworkItem('f1', ['eng/backend']),
    ]);

    expect(given.amountsProposed()).toEqual(['f1/eng/backend/a1 cpus:1']);
  });

  test('given a limit that is reached, when its role gives something back, then it is offered at once, on whichever agent', () => {
    const given = new GivenAllocator().withSnapshot([
      roleItem('x', { limit: 'cpus:1' }),
      agentItem('a1', 'cpus:1'),
      agentItem('a2', 'cpus:1'),
      allocationItem('f1/x/a1', { allocated: 'cpus:1' }),
      frameworkItem('f1', ['x']),
    ]);
    expect(given.proposals()).toEqual([]);

    given.deliver([filterItem('f1/x/a1', 'cpus:1', 60_000), allocationItem('f1/x/a1', {})]);

    expect(given.amountsProposed()).toEqual(['f1/x/a2 cpus:1']);
  });

  test('given a limit that leaves less than what is refused, when it is raised by something given back elsewhere, then the agent is looked at again', () => {
    const given = new GivenAllocator().withSnapshot([
      roleItem('x', { limit: 'cpus:3' }),
      agentItem('a1', 'cpus:2'),
      agentItem('a2', 'cpus:4'),
      allocationItem('f1/x/a1', { allocated: 'cpus:2' }),
      frameworkItem('f1', ['x']),
      filterItem('f1/x/a1', 'cpus:2', 60_000),
      filterItem('f1/x/a2', 'cpus:1', 60_000),
    ]);
    expect(given.proposals()).toEqual([]);

    given.deliver([allocationItem('f1/x/a1', {})]);

    expect(given.amountsProposed()).toEqual(['f1/x/a2 cpus:3']);
  });

  test('given a guarantee that nobody uses yet, when others want offers, then as much is kept back as it needs', () => {
    const given = new GivenAllocator().withSnapshot([
      roleItem('x', { guarantee: 'cpus:3' }),
      agentItem('a1', 'cpus:2'),
      agentItem('a2', 'cpus:2'),
      frameworkItem('f2', ['y']),
    ]);
    expect(given.amountsProposed()).toEqual(['f2/y/a1 cpus:1']);

    given.deliver([frameworkItem('f1', ['x'])]);

    expect(given.amountsProposed(2)).toEqual(['f1/x/a1 cpus:1', 'f1/x/a2 cpus:2']);
  });

  test('given a guarantee, when its role holds much of the cluster already, then it still comes before fair shares', () => {
    const given = new GivenAllocator().withSnapshot([
      roleItem('x', { guarantee: 'cpus:4' }),
      agentItem('a1', 'cpus:3'),
      agentItem('a2', 'cpus:1'),
      allocationItem('f1/x/a1', { allocated: 'cpus:3' }),
      frameworkItem('f1', ['x']),
      frameworkItem('f2', ['y']),
    ]);

    expect(given.amountsProposed()).toEqual(['f1/x/a2 cpus:1']);
  });

  test('given guarantees of nested roles, when the parent has one too, then what is kept for a sibling is not given away', () => {
    const given = new GivenAllocator().withSnapshot([
      roleItem('eng', { guarantee: 'cpus:4' }),
      roleItem('eng/a', { guarantee: 'cpus:3' }),
      agentItem('a1', 'cpus:4'),
      frameworkItem('f1', ['eng/b']),
    ]);

    expect(given.amountsProposed()).toEqual(['f1/eng/b/a1 cpus:1']);
  });

  test('given quota that is lifted, when nothing else happens, then what it held back is offered', () => {
    const given = new GivenAllocator().withSnapshot([
      roleItem('x', { limit: 'cpus:0' }),
      agentItem('a1', 'cpus:1'),
      frameworkItem('f1', ['x']),
    ]);
    expect(given.proposals()).toEqual([]);

    given.deliver([roleItem('x')]);

    expect(given.amountsProposed()).toEqual(['f1/x/a1 cpus:1']);
  });
});
