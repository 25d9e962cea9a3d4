import { NO_QUOTA } from '@parley/common/roles';

import { strictPriority } from '../domain/policies/strict-priority/strict-priority';
import {
  agentItem,
  agentItems,
  allocationItem,
  at,
  filterItem,
  frameworkItem,
  GivenAllocator,
  held,
  offeredItem,
  roleItem,
} from '../testing';

function countOf(given: GivenAllocator): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { frameworkId, role } of given.proposals()) {
    const name = `${frameworkId}/${role}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

describe('the tree of roles', () => {
  test('given a role with frameworks and children, when agents are shared out, then its own frameworks are one competitor beside its children', () => {
    const given = new GivenAllocator().withSnapshot([
      ...agentItems(12, 'cpus:1'),
      frameworkItem('f1', ['eng']),
      frameworkItem('f2', ['eng']),
      frameworkItem('f3', ['eng/backend']),
      frameworkItem('f4', ['ops']),
    ]);

    const counts = countOf(given);
    expect(counts).toEqual({ 'f1/eng': 2, 'f2/eng': 1, 'f3/eng/backend': 3, 'f4/ops': 6 });
  });

  test('given weights of nested roles, when agents are shared out, then they count among siblings', () => {
    const given = new GivenAllocator().withSnapshot([
      roleItem('eng/dev', { weight: 3 }),
      roleItem('ops', { weight: 2 }),
      ...agentItems(12, 'cpus:1'),
      frameworkItem('f1', ['eng/dev']),
      frameworkItem('f2', ['eng/qa']),
      frameworkItem('f3', ['ops']),
    ]);

    expect(countOf(given)).toEqual({ 'f1/eng/dev': 3, 'f2/eng/qa': 1, 'f3/ops': 8 });
  });

  test('given a name that is excluded from fairness, when it is what somebody holds most of, then it does not count', () => {
    const given = new GivenAllocator({ fairnessExclude: ['disk'] }).withSnapshot([
      agentItem('a1', 'cpus:1;disk:1'),
      agentItem('a2', 'cpus:1;disk:99'),
      allocationItem('f1/x/a2', { allocated: 'disk:99' }),
      allocationItem('f2/y/a2', { allocated: 'cpus:1' }),
      frameworkItem('f1', ['x']),
      frameworkItem('f2', ['y']),
    ]);

    expect(given.placesProposed()).toEqual(['f1/x/a1']);
  });
});

describe('what is not for everybody', () => {
  test('given reservations, when a role below the owner wants offers, then it gets them, and nobody else', () => {
    const given = new GivenAllocator().withSnapshot([
      agentItem('a1', 'cpus:1;cpus(eng):2;cpus(eng,eng/x):3;mem(ops):4'),
      frameworkItem('f1', ['eng/y']),
    ]);
    expect(given.amountsProposed()).toEqual(['f1/eng/y/a1 cpus:1;cpus(eng):2']);

    given.deliver([frameworkItem('f2', ['eng/x'])]);

    expect(given.amountsProposed(2)).toEqual(['f2/eng/x/a1 cpus(eng,eng/x):3']);
  });

  test('given revocable resources, when a framework deals with them, then it is offered them, and others are not', () => {
    const given = new GivenAllocator().withSnapshot([
      agentItem('a1', 'cpus:1;cpus<revocable>:5'),
      frameworkItem('f1', ['x']),
    ]);
    expect(given.amountsProposed()).toEqual(['f1/x/a1 cpus:1']);

    given.deliver([frameworkItem('f2', ['y'], { capabilities: ['revocable-resources'] })]);

    expect(given.amountsProposed(2)).toEqual(['f2/y/a1 cpus<revocable>:5']);
  });

  test('given a shared volume, when two frameworks are offered the agent in turn, then both are offered the volume, and never it alone', () => {
    const capabilities = ['shared-resources'] as const;
    const given = new GivenAllocator().withSnapshot([
      agentItem('a1', 'cpus:2;disk<shared:v>:5'),
      frameworkItem('f1', ['x'], { capabilities }),
      frameworkItem('f2', ['y'], { capabilities }),
    ]);
    expect(given.amountsProposed()).toEqual(['f1/x/a1 cpus:2;disk<shared:v>:5']);

    given.deliver([allocationItem('f1/x/a1', { allocated: 'cpus:1;disk<shared:v>:5' }), offeredItem(1)]);

    expect(given.amountsProposed(2)).toEqual(['f2/y/a1 cpus:1;disk<shared:v>:5']);
  });

  test.each([
    ['GPUs', agentItem('a1', 'cpus:1;gpus:1'), 'gpu-resources'],
    ['another region', agentItem('a1', 'cpus:1', { domain: { region: 'far', zone: 'z' } }), 'region-aware'],
  ] as const)(
    'given an agent with %s, when a framework can deal with that, then it is offered it, and others are not',
    (_what, agent, capability) => {
      const given = new GivenAllocator()
        .open()
        .deliver([
          { item: 'begin', minAllocatable: [], pingMs: 15_000, region: 'near' },
          agent,
          frameworkItem('f1', ['x']),
          { item: 'end', count: 2 },
          { item: 'credits', credits: 9 },
        ]);
      expect(given.proposals()).toEqual([]);

      given.deliver([frameworkItem('f2', ['y'], { capabilities: [capability] })]);

      expect(given.placesProposed()).toEqual(['f2/y/a1']);
    },
  );

  test('given constraints, when an agent changes so that they hold, then it is offered, and not before', () => {
    const rack = (text: string) => agentItem('a1', 'cpus:1', { attributes: [{ kind: 'text', name: 'rack', text }] });
    const constraint = {
      selector: { select: 'attribute', name: 'rack' },
      predicate: { test: 'equals', text: 'r2' },
    } as const;
    const settings = { constraintGroups: [[constraint]] };
    const given = new GivenAllocator().withSnapshot([rack('r1'), frameworkItem('f1', ['x'], { settings })]);
    expect(given.proposals()).toEqual([]);

    given.deliver([rack('r2')]);

    expect(given.placesProposed()).toEqual(['f1/x/a1']);
  });

  test('given a minimum of its own, when less than that is free, then others are offered it', () => {
    const settings = { minAllocatable: [held('cpus:2')] };
    const given = new GivenAllocator().withSnapshot([
      agentItem('a1', 'cpus:1'),
      agentItem('a2', 'cpus:2'),
      frameworkItem('f1', ['a'], { settings }),
      frameworkItem('f2', ['b']),
    ]);

    expect(given.placesProposed()).toEqual(['f2/b/a1', 'f1/a/a2']);
  });

  test.each(['draining', 'deactivated', 'not-whitelisted', 'disconnected'] as const)(
    'given an agent that is %s, when it has something free, then it is not offered',
    (standing) => {
      const given = new GivenAllocator().withSnapshot([
        agentItem('a1', 'cpus:1', { standing }),
        frameworkItem('f1', ['x']),
      ]);

      expect(given.proposals()).toEqual([]);
    },
  );
});

describe('fairness over whole agents', () => {
  test('given two roles, when equal agents come one by one, then they take turns', () => {
    const agents = ['a1', 'a2', 'a3', 'a4'].map((name) => agentItem(name, 'cpus:4'));
    const given = new GivenAllocator().withSnapshot([
      ...agents,
      frameworkItem('f1', ['x']),
      frameworkItem('f2', ['y']),
    ]);

    expect(given.placesProposed()).toEqual(['f1/x/a1', 'f2/y/a2', 'f1/x/a3', 'f2/y/a4']);
  });

  test('given weights, when equal agents are shared out, then shares follow them', () => {
    const agents = Array.from({ length: 6 }, (_, index) => agentItem(`a${index}`, 'cpus:4'));
    const roles = [{ item: 'role', role: 'x', weight: 2, quota: NO_QUOTA, packing: 'whole-agent' }] as const;
    const given = new GivenAllocator().withSnapshot([
      ...roles,
      ...agents,
      frameworkItem('f1', ['x']),
      frameworkItem('f2', ['y']),
    ]);

    expect(given.placesProposed().filter((place) => place.startsWith('f1'))).toHaveLength(4);
  });

  test('given strict priority, when the first role refuses, then the next one is served', () => {
    const policy = strictPriority(new Map([['y', 5]]));
    const given = new GivenAllocator({ policy }).withSnapshot([
      agentItem('a1', 'cpus:4'),
      agentItem('a2', 'cpus:4'),
      frameworkItem('f1', ['x']),
      frameworkItem('f2', ['y']),
      filterItem('f2/y/a2', 'cpus:4', 1_000),
    ]);

    expect(given.placesProposed()).toEqual(['f2/y/a1', 'f1/x/a2']);
  });

  test('given the published example of two frameworks on one agent, when tasks leave something over, then the second is offered it', () => {
    const given = new GivenAllocator().withSnapshot([
      agentItem('a1', 'cpus:4;mem:4096'),
      frameworkItem('f1', ['x']),
      frameworkItem('f2', ['y']),
    ]);
    expect(given.proposals()[0]).toMatchObject({ ...at('f1/x/a1'), resources: held('cpus:4;mem:4096') });

    given.deliver([allocationItem('f1/x/a1', { offered: 'cpus:4;mem:4096' }), offeredItem(1)]);
    given.deliver([allocationItem('f1/x/a1', { allocated: 'cpus:3;mem:3072' })]);

    expect(given.proposals(2)).toMatchObject([{ ...at('f2/y/a1'), resources: held('cpus:1;mem:1024') }]);
  });
});
