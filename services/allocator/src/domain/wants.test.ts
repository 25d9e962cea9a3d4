import type { AgentId, FrameworkId, MonotonicMs } from '@parley/common/kernel';

import {
  agentItem,
  allocationItem,
  at,
  filterItem,
  frameworkItem,
  GivenAllocator,
  held,
  offeredItem,
} from '../testing';

describe('who wants nothing', () => {
  const snapshot = [agentItem('a1', 'cpus:4;mem:100'), frameworkItem('f1', ['web'])];

  test('given a filter, when what is free is part of what was refused, then it is not proposed before the filter ends', () => {
    const given = new GivenAllocator()
      .withSnapshot([...snapshot, filterItem('f1/web/a1', 'cpus:4;mem:100', 5_000)])
      .advance(4_999);
    expect(given.placesProposed()).toEqual([]);

    given.advance(1);

    expect(given.placesProposed()).toEqual(['f1/web/a1']);
  });

  test('given a filter that is told between two milliseconds, when its time is almost over, then it holds to the end', () => {
    const given = new GivenAllocator();
    given.now = 0.5 as MonotonicMs;
    given.withSnapshot([...snapshot, filterItem('f1/web/a1', 'cpus:4;mem:100', 5_000)]).advance(4_999.75);
    expect(given.placesProposed()).toEqual([]);

    given.advance(1);

    expect(given.placesProposed()).toEqual(['f1/web/a1']);
  });

  test('given a filter, when more is free than was refused, then it is proposed', () => {
    const given = new GivenAllocator().withSnapshot([
      ...snapshot,
      allocationItem('f0/web/a1', { allocated: 'cpus:1' }),
      filterItem('f1/web/a1', 'cpus:3;mem:100', 60_000),
    ]);
    expect(given.placesProposed()).toEqual([]);

    given.deliver([allocationItem('f0/web/a1', {})]);

    expect(given.placesProposed()).toEqual(['f1/web/a1']);
  });

  test('given a filter for some ports, when other ports are free, then they are proposed', () => {
    const given = new GivenAllocator().withSnapshot([
      agentItem('a1', 'cpus:4;ports:[1-9]'),
      frameworkItem('f1', ['web']),
      filterItem('f1/web/a1', 'cpus:4;ports:[1-8]', 60_000),
    ]);

    expect(given.placesProposed()).toEqual(['f1/web/a1']);
  });

  test.each([
    ['on every agent', undefined],
    ['on that agent', 'a1' as AgentId],
  ])('given a filter, when it is cleared %s, then the agent is proposed at once', (_where, agentId) => {
    const given = new GivenAllocator().withSnapshot([...snapshot, filterItem('f1/web/a1', 'cpus:4;mem:100', 60_000)]);

    given.deliver([{ item: 'filters-cleared', frameworkId: 'f1' as FrameworkId, role: 'web', agentId }]);

    expect(given.placesProposed()).toEqual(['f1/web/a1']);
  });

  test('given a filter, when it is repeated with nothing remaining, then it has ended', () => {
    const given = new GivenAllocator().withSnapshot([...snapshot, filterItem('f1/web/a1', 'cpus:4;mem:100', 60_000)]);

    given.deliver([filterItem('f1/web/a1', 'cpus:4;mem:100', 0)]);

    expect(given.placesProposed()).toEqual(['f1/web/a1']);
  });

  test('given ever new filters of one framework on one agent, when they pile up, then their number stays bounded', () => {
    const given = new GivenAllocator().withSnapshot(snapshot);

    for (let tenths = 1; tenths <= 40; tenths += 1)
      given.deliver([filterItem('f1/web/a1', `cpus:${tenths / 10}`, 60_000 + tenths)]);

    expect(given.core.session?.mirror?.refusals.size).toBe(10);
  });

  test.each([
    ['is suppressed', frameworkItem('f1', ['web'], { suppressed: ['web'] })],
    ['is disconnected', frameworkItem('f1', ['web'], { active: false })],
    ['has left the role', frameworkItem('f1', ['batch'], { suppressed: ['batch'] })],
  ])(
    'given a framework that %s, when it comes back, then everything is proposed at once, and not before',
    (_what, away) => {
      const given = new GivenAllocator().withSnapshot([agentItem('a1', 'cpus:4'), away]).advance(10_000);
      expect(given.placesProposed()).toEqual([]);

      given.deliver([frameworkItem('f1', ['web'])]);

      expect(given.placesProposed()).toEqual(['f1/web/a1']);
    },
  );

  test('given an inactive agent, when it is active again, then it is proposed, and not before', () => {
    const given = new GivenAllocator()
      .withSnapshot([agentItem('a1', 'cpus:4', { standing: 'disconnected' }), frameworkItem('f1', ['web'])])
      .advance(10_000);
    expect(given.placesProposed()).toEqual([]);

    given.deliver([agentItem('a1', 'cpus:4')]);

    expect(given.placesProposed()).toEqual(['f1/web/a1']);
  });

  test('given minimum quantities, when none of the groups is free, then nothing is proposed', () => {
    const given = new GivenAllocator()
      .open()
      .deliver([
        { item: 'begin', minAllocatable: [held('cpus:1'), held('mem:32')], pingMs: 15_000, region: '' },
        agentItem('a1', 'cpus:0.9;mem:31'),
        agentItem('a2', 'cpus:0.9;mem:32'),
        agentItem('a3', 'cpus:1'),
        frameworkItem('f1', ['web']),
        { item: 'end', count: 4 },
        { item: 'credits', credits: 9 },
      ]);

    expect(given.placesProposed()).toEqual(['f1/web/a2', 'f1/web/a3']);
  });

  test('given an agent that shrank under its tasks, when it is looked at, then nothing of what is over-used is proposed', () => {
    const given = new GivenAllocator().withSnapshot([
      agentItem('a1', 'cpus:2;mem:100'),
      allocationItem('f0/web/a1', { allocated: 'cpus:3;mem:40' }),
      frameworkItem('f1', ['web']),
    ]);

    expect(given.proposals()[0]?.resources).toEqual(held('mem:60'));
  });
});

describe('refusals', () => {
  test('given many frameworks that refuse an agent, when one is left, then it is found; when none is, then nothing is proposed', () => {
    const names = Array.from({ length: 100 }, (_, index) => `f${String(index).padStart(3, '0')}`);
    const refusals = names.map((name) => filterItem(`${name}/x/a1`, 'cpus:1', 5_000));
    const given = new GivenAllocator().withSnapshot([
      agentItem('a1', 'cpus:1'),
      ...names.map((name) => frameworkItem(name, ['x'])),
      ...refusals.filter((_, index) => index !== 77),
    ]);
    expect(given.placesProposed()).toEqual(['f077/x/a1']);

    given.deliver([allocationItem('f077/x/a1', { offered: 'cpus:1' }), offeredItem(1)]);
    given.deliver([allocationItem('f077/x/a1', {}), filterItem('f077/x/a1', 'cpus:1', 9_000)]).advance(4_999);
    expect(given.proposals(2)).toEqual([]);
    given.advance(1);

    expect(given.proposals(2)).toHaveLength(1);
  });

  test('given agents, frameworks and filters that come and go, when all are gone, then nothing is remembered of them', () => {
    const given = new GivenAllocator().withSnapshot([]);
    for (let round = 0; round < 50; round += 1) {
      const agentId = `a${String(round)}` as AgentId;
      const name = `f${String(round)}`;
      given.deliver([
        agentItem(agentId, 'cpus:1'),
        frameworkItem(name, [`r/${name}`]),
        filterItem(`${name}/x/${agentId}`, 'cpus:1', 1e9),
      ]);
      const filter = { ...at(`${name}/r/${agentId}`), role: `r/${name}`, refused: held('cpus:1'), remainingMs: 1e9 };
      given.deliver([{ item: 'filter', filter }, offeredItem(round + 1)]);
      given.deliver([
        { item: 'agent-removed', agentId },
        { item: 'framework-removed', frameworkId: at(`${name}/r/a`).frameworkId },
      ]);
    }
    const mirror = given.core.session?.mirror;

    expect(mirror?.agents.size).toBe(0);
    expect(mirror?.frameworkCount).toBe(0);
    expect(mirror?.refusals.size).toBe(0);
    expect(mirror?.competition.roleCount).toBe(0);
    expect(mirror?.refusals.next).toBeUndefined();
  });
});
