import {
  agentItem,
  agentItems,
  allocationItem,
  demandOf,
  filterItem,
  frameworkItem,
  frameworkRole,
  GivenAllocator,
  roleItem,
  offeredItem,
} from '../testing';

describe('demand', () => {
  const wanting = (frameworkId: string, role: string, ...shapes: readonly string[]) =>
    frameworkItem(frameworkId, [role], { settings: { demand: demandOf(...shapes) } });

  test('given a demand, when open offers meet it, then no more is offered until something of it is unmet again', () => {
    const given = new GivenAllocator().withSnapshot([...agentItems(3, 'cpus:1'), wanting('f1', 'x', '2 cpus:1')]);
    expect(given.placesProposed()).toEqual(['f1/x/a1', 'f1/x/a2']);

    given.deliver([allocationItem('f1/x/a1', { offered: 'cpus:1' }), offeredItem(1)]);
    expect(given.proposals(3)).toEqual([]);
    given.deliver([allocationItem('f1/x/a1', {}), filterItem('f1/x/a1', 'cpus:1', 60_000)]);

    expect(given.placesProposed(3)).toEqual(['f1/x/a3']);
  });

  test('given a demand for nothing, when something is free, then it is offered to others alone', () => {
    const given = new GivenAllocator().withSnapshot([
      agentItem('a1', 'cpus:1'),
      frameworkItem('f1', ['x'], { settings: { demand: [] } }),
      frameworkItem('f2', ['y']),
    ]);

    expect(given.placesProposed()).toEqual(['f2/y/a1']);
  });

  test('given a demand of large pieces, when only less is free on an agent, then it is not offered that agent', () => {
    const given = new GivenAllocator().withSnapshot([
      agentItem('a1', 'cpus:1'),
      agentItem('a2', 'cpus:2'),
      wanting('f1', 'x', '5 cpus:2'),
    ]);

    expect(given.placesProposed()).toEqual(['f1/x/a2']);
  });

  test('given split packing, when an agent has more than is waited for, then whole pieces are offered and the rest goes to others', () => {
    const given = new GivenAllocator().withSnapshot([
      roleItem('x', { packing: 'split' }),
      agentItem('a1', 'cpus:8;mem:64'),
      wanting('f1', 'x', '2 cpus:1;mem:4', '1 cpus:2'),
    ]);
    expect(given.amountsProposed()).toEqual(['f1/x/a1 cpus:4;mem:8']);

    given.deliver([frameworkItem('f2', ['y'])]);

    expect(given.amountsProposed(2)).toEqual(['f2/y/a1 cpus:4;mem:56']);
  });

  test.each([
    ['best-fit', 'f1/x/a2 cpus:2'],
    ['spread', 'f1/x/a3 cpus:2'],
  ] as const)('given %s packing, when several agents could do, then the right one is chosen', (packing, expected) => {
    const given = new GivenAllocator().withSnapshot([
      roleItem('x', { packing }),
      agentItem('a1', 'cpus:8'),
      agentItem('a2', 'cpus:8'),
      agentItem('a3', 'cpus:8'),
      allocationItem('f9/z/a1', { allocated: 'cpus:3' }),
      allocationItem('f9/z/a2', { allocated: 'cpus:6' }),
      wanting('f1', 'x', '1 cpus:2'),
    ]);

    expect(given.amountsProposed()).toEqual([expected]);
  });

  test('given spread packing, when several pieces are waited for, then each goes to the agent that has most left over', () => {
    const given = new GivenAllocator().withSnapshot([
      roleItem('x', { packing: 'spread' }),
      ...['a1', 'a2', 'a3'].map((agentId) => agentItem(agentId, 'cpus:8')),
      wanting('f1', 'x', '4 cpus:1'),
    ]);

    expect([...given.amountsProposed()].sort()).toEqual([
      'f1/x/a1 cpus:1',
      'f1/x/a1 cpus:1',
      'f1/x/a2 cpus:1',
      'f1/x/a3 cpus:1',
    ]);
  });

  test('given a demand that is stated anew, when it is unmet, then offers resume', () => {
    const given = new GivenAllocator().withSnapshot([agentItem('a1', 'cpus:1'), wanting('f1', 'x')]);
    expect(given.proposals()).toEqual([]);

    given.deliver([wanting('f1', 'x', '1 cpus:1')]);

    expect(given.placesProposed()).toEqual(['f1/x/a1']);
  });

  test('given a demand in one role, when the other role states none, then only the first is bounded by it', () => {
    const roles = [frameworkRole('x', { demand: [] }), frameworkRole('y')];
    const framework = { ...frameworkItem('f1', []).framework, roles };
    const given = new GivenAllocator().withSnapshot([agentItem('a1', 'cpus:1'), { item: 'framework', framework }]);

    expect(given.placesProposed()).toEqual(['f1/y/a1']);
  });
});
