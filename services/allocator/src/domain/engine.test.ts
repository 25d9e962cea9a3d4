import type { AllocatorDown } from '@parley/common/contract';
import { proposalIdOf } from '@parley/common/kernel';
import type { AgentId, OfferId } from '@parley/common/kernel';
import { formatResources } from '@parley/common/resources';

import {
  agentItem,
  allocationItem,
  at,
  demandOf,
  filterItem,
  frameworkItem,
  frameworkRole,
  GivenAllocator,
  held,
  roleItem,
} from '../testing';

/** Everything that was proposed, as `framework/role/agent resources`, from number `from` on. */
function proposed(given: GivenAllocator, from = 1): readonly string[] {
  const text = (proposal: ReturnType<GivenAllocator['proposals']>[number]): string =>
    `${proposal.frameworkId}/${proposal.role}/${proposal.agentId} ${formatResources(proposal.resources)}`;
  return given.proposals(from).map(text);
}

const offered = (proposal: number): AllocatorDown => ({
  item: 'offered',
  proposalId: proposalIdOf(proposal),
  offerId: `O-1-1-${String(proposal)}` as OfferId,
});

const agents = (count: number, total: string) =>
  Array.from({ length: count }, (_, index) => agentItem(`a${String(index + 1)}`, total));

describe('the tree of roles', () => {
  test('given a role with frameworks and children, when agents are shared out, then its own frameworks are one competitor beside its children', () => {
    const given = new GivenAllocator().withSnapshot([
      ...agents(12, 'cpus:1'),
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
      ...agents(12, 'cpus:1'),
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

describe('quota', () => {
  test('given a limit, when agents are offered, then only as much as it allows, and the rest to others', () => {
    const given = new GivenAllocator().withSnapshot([
      roleItem('x', { limit: 'cpus:3' }),
      agentItem('a1', 'cpus:2;mem:10'),
      agentItem('a2', 'cpus:2;mem:10'),
      frameworkItem('f1', ['x']),
    ]);
    expect(proposed(given)).toEqual(['f1/x/a1 cpus:2;mem:10', 'f1/x/a2 cpus:1;mem:10']);

    given.deliver([frameworkItem('f2', ['y'])]);

    expect(proposed(given, 3)).toEqual(['f2/y/a2 cpus:1']);
  });

  test('given a limit of a role above, when a nested role takes, then it cannot escape it', () => {
    const given = new GivenAllocator().withSnapshot([
      roleItem('eng', { limit: 'cpus:1' }),
      agentItem('a1', 'cpus:4'),
      frameworkItem('f1', ['eng/backend']),
    ]);

    expect(proposed(given)).toEqual(['f1/eng/backend/a1 cpus:1']);
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

    expect(proposed(given)).toEqual(['f1/x/a2 cpus:1']);
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

    expect(proposed(given)).toEqual(['f1/x/a2 cpus:3']);
  });

  test('given a guarantee that nobody uses yet, when others want offers, then as much is kept back as it needs', () => {
    const given = new GivenAllocator().withSnapshot([
      roleItem('x', { guarantee: 'cpus:3' }),
      agentItem('a1', 'cpus:2'),
      agentItem('a2', 'cpus:2'),
      frameworkItem('f2', ['y']),
    ]);
    expect(proposed(given)).toEqual(['f2/y/a1 cpus:1']);

    given.deliver([frameworkItem('f1', ['x'])]);

    expect(proposed(given, 2)).toEqual(['f1/x/a1 cpus:1', 'f1/x/a2 cpus:2']);
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

    expect(proposed(given)).toEqual(['f1/x/a2 cpus:1']);
  });

  test('given guarantees of nested roles, when the parent has one too, then what is kept for a sibling is not given away', () => {
    const given = new GivenAllocator().withSnapshot([
      roleItem('eng', { guarantee: 'cpus:4' }),
      roleItem('eng/a', { guarantee: 'cpus:3' }),
      agentItem('a1', 'cpus:4'),
      frameworkItem('f1', ['eng/b']),
    ]);

    expect(proposed(given)).toEqual(['f1/eng/b/a1 cpus:1']);
  });

  test('given quota that is lifted, when nothing else happens, then what it held back is offered', () => {
    const given = new GivenAllocator().withSnapshot([
      roleItem('x', { limit: 'cpus:0' }),
      agentItem('a1', 'cpus:1'),
      frameworkItem('f1', ['x']),
    ]);
    expect(given.proposals()).toEqual([]);

    given.deliver([roleItem('x')]);

    expect(proposed(given)).toEqual(['f1/x/a1 cpus:1']);
  });
});

describe('what is not for everybody', () => {
  test('given reservations, when a role below the owner wants offers, then it gets them, and nobody else', () => {
    const given = new GivenAllocator().withSnapshot([
      agentItem('a1', 'cpus:1;cpus(eng):2;cpus(eng,eng/x):3;mem(ops):4'),
      frameworkItem('f1', ['eng/y']),
    ]);
    expect(proposed(given)).toEqual(['f1/eng/y/a1 cpus:1;cpus(eng):2']);

    given.deliver([frameworkItem('f2', ['eng/x'])]);

    expect(proposed(given, 2)).toEqual(['f2/eng/x/a1 cpus(eng,eng/x):3']);
  });

  test('given revocable resources, when a framework deals with them, then it is offered them, and others are not', () => {
    const given = new GivenAllocator().withSnapshot([
      agentItem('a1', 'cpus:1;cpus<revocable>:5'),
      frameworkItem('f1', ['x']),
    ]);
    expect(proposed(given)).toEqual(['f1/x/a1 cpus:1']);

    given.deliver([frameworkItem('f2', ['y'], { capabilities: ['revocable-resources'] })]);

    expect(proposed(given, 2)).toEqual(['f2/y/a1 cpus<revocable>:5']);
  });

  test('given a shared volume, when two frameworks are offered the agent in turn, then both are offered the volume, and never it alone', () => {
    const capabilities = ['shared-resources'] as const;
    const given = new GivenAllocator().withSnapshot([
      agentItem('a1', 'cpus:2;disk<shared:v>:5'),
      frameworkItem('f1', ['x'], { capabilities }),
      frameworkItem('f2', ['y'], { capabilities }),
    ]);
    expect(proposed(given)).toEqual(['f1/x/a1 cpus:2;disk<shared:v>:5']);

    given.deliver([allocationItem('f1/x/a1', { allocated: 'cpus:1;disk<shared:v>:5' }), offered(1)]);

    expect(proposed(given, 2)).toEqual(['f2/y/a1 cpus:1;disk<shared:v>:5']);
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

describe('demand', () => {
  const wanting = (frameworkId: string, role: string, ...shapes: readonly string[]) =>
    frameworkItem(frameworkId, [role], { settings: { demand: demandOf(...shapes) } });

  test('given a demand, when open offers meet it, then no more is offered until something of it is unmet again', () => {
    const given = new GivenAllocator().withSnapshot([...agents(3, 'cpus:1'), wanting('f1', 'x', '2 cpus:1')]);
    expect(given.placesProposed()).toEqual(['f1/x/a1', 'f1/x/a2']);

    given.deliver([allocationItem('f1/x/a1', { offered: 'cpus:1' }), offered(1)]);
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
    expect(proposed(given)).toEqual(['f1/x/a1 cpus:4;mem:8']);

    given.deliver([frameworkItem('f2', ['y'])]);

    expect(proposed(given, 2)).toEqual(['f2/y/a1 cpus:4;mem:56']);
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

    expect(proposed(given)).toEqual([expected]);
  });

  test('given spread packing, when several pieces are waited for, then each goes to the agent that has most left over', () => {
    const given = new GivenAllocator().withSnapshot([
      roleItem('x', { packing: 'spread' }),
      ...['a1', 'a2', 'a3'].map((agentId) => agentItem(agentId, 'cpus:8')),
      wanting('f1', 'x', '4 cpus:1'),
    ]);

    expect([...proposed(given)].sort()).toEqual([
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

    given.deliver([allocationItem('f077/x/a1', { offered: 'cpus:1' }), offered(1)]);
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
      given.deliver([{ item: 'filter', filter }, offered(round + 1)]);
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

function countOf(given: GivenAllocator): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { frameworkId, role } of given.proposals()) {
    const name = `${frameworkId}/${role}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
