import type { AllocatorDown, Explanation, ExplainScope } from '@parley/common/contract';
import type { AgentId, FrameworkId } from '@parley/common/kernel';

import {
  agentItem,
  allocationItem,
  demandOf,
  filterItem,
  frameworkItem,
  GivenAllocator,
  held,
  roleItem,
  withoutCredits,
} from '../testing';

const ALL: ExplainScope = { frameworkId: undefined, role: undefined, agentId: undefined };

/** Everything that is explained in answer to one question. */
function explain(given: GivenAllocator, scope: Partial<ExplainScope> = {}): readonly Explanation[] {
  const before = given.sent.length;
  given.deliver([{ item: 'explain', requestId: 7, ...ALL, ...scope }]).advance(0);
  const parts = given.sent.slice(before).flatMap(({ item }) => (item.item === 'explained' ? [item] : []));
  expect(parts.map(({ last }) => last)).toEqual([...parts.slice(1).map(() => false), true]);
  return parts.flatMap(({ explanations }) => explanations);
}

/** Reasons with their counts, and how many agents are offerable, of one framework. */
function reasonsOf(given: GivenAllocator, frameworkId: string): Readonly<Record<string, number>> {
  const [explanation] = explain(given, { frameworkId: frameworkId as FrameworkId });
  const { offerable = -1, reasons = [] } = explanation ?? {};
  return { offerable, ...Object.fromEntries(reasons.map(({ reason, agents }) => [reason, agents])) };
}

describe('explain', () => {
  test.each<readonly [string, string, readonly AllocatorDown[]]>([
    ['framework-inactive', 'the framework is away', [frameworkItem('f1', ['web'], { active: false })]],
    ['suppressed', 'it suppressed the role', [frameworkItem('f1', ['web'], { suppressed: ['web'] })]],
    ['no-demand', 'it waits for nothing', [frameworkItem('f1', ['web'], { settings: { demand: [] } })]],
    ['disconnected', 'the agent is away', [agentItem('a1', 'cpus:4', { standing: 'disconnected' })]],
    ['deactivated', 'an operator deactivated it', [agentItem('a1', 'cpus:4', { standing: 'deactivated' })]],
    ['draining', 'its maintenance has begun', [agentItem('a1', 'cpus:4', { standing: 'draining' })]],
    ['not-whitelisted', 'it is on no list', [agentItem('a1', 'cpus:4', { standing: 'not-whitelisted' })]],
    ['capability', 'it has GPUs', [agentItem('a1', 'cpus:4;gpus:1')]],
    ['capability', 'what is not for others is revocable', [agentItem('a1', 'cpus(ops):2;cpus<revocable>:2')]],
    ['reserved', 'all of it is for others', [agentItem('a1', 'cpus(ops):2')]],
    [
      'constraint',
      'constraints exclude it',
      [
        frameworkItem('f1', ['web'], {
          settings: {
            constraintGroups: [[{ selector: { select: 'hostname' }, predicate: { test: 'equals', text: 'other' } }]],
          },
        }),
      ],
    ],
    ['nothing-free', 'others hold everything', [allocationItem('f2/web/a1', { allocated: 'cpus:4' })]],
    ['quota-limit', 'the role has reached its limit', [roleItem('web', { limit: 'cpus:0' })]],
    [
      'headroom',
      'it is kept for a guarantee',
      [roleItem('kept', { guarantee: 'cpus:4' }), frameworkItem('f1', ['web'])],
    ],
    [
      'below-minimum',
      'nothing in it is worth an offer',
      [frameworkItem('f1', ['web'], { settings: { minAllocatable: [held('mem:1')] } })],
    ],
    ['refused', 'it was refused', [filterItem('f1/web/a1', 'cpus:4', 5_000)]],
  ])('given that %s applies since %s, when it is asked why, then that is the one reason', (reason, _what, more) => {
    const given = withoutCredits([agentItem('a1', 'cpus:4'), frameworkItem('f1', ['web']), ...more]);

    expect(reasonsOf(given, 'f1')).toEqual({ offerable: 0, [reason]: 1 });
  });

  test('given a framework that comes first, when others ask why, then they are told who comes before them, with the shares', () => {
    const given = withoutCredits([
      agentItem('a1', 'cpus:4'),
      agentItem('a2', 'cpus:4'),
      frameworkItem('f1', ['web']),
      frameworkItem('f2', ['web']),
      allocationItem('f2/web/a2', { allocated: 'cpus:2' }),
    ]);

    expect(reasonsOf(given, 'f1')).toEqual({ offerable: 2 });
    const [explanation] = explain(given, { frameworkId: 'f2' as FrameworkId });
    expect(explanation).toEqual({
      frameworkId: 'f2',
      role: 'web',
      share: 0.25,
      roleShare: 0.25,
      offerable: 0,
      lastProposedMs: undefined,
      reasons: [
        {
          reason: 'lower-share-first',
          agents: 2,
          examples: ['a1', 'a2'],
          untilMs: undefined,
          detail:
            'f1 in role web comes first, with a share of 0.000 (its role 0.250); this one has a share of 0.250 (its role 0.250)',
        },
      ],
    });
  });

  test.each<readonly [string, string, readonly AllocatorDown[]]>([
    ['lower-share-first', 'nothing', []],
    ['refused', 'a refusal', [filterItem('f1/web/a1', 'cpus:4', 5_000)]],
    ['quota-limit', 'a limit', [roleItem('web', { limit: 'cpus:0' })]],
    ['below-minimum', 'a minimum', [frameworkItem('f1', ['web'], { settings: { minAllocatable: [held('cpus:3')] } })]],
    [
      'below-minimum',
      'a demand too large',
      [frameworkItem('f1', ['web'], { settings: { demand: demandOf('1 cpus:3') } })],
    ],
  ])(
    'given that others are being offered an agent and %s tells of %s, when it is asked why, then so it is',
    (reason, _what, more) => {
      const given = withoutCredits([
        agentItem('a1', 'cpus:4'),
        frameworkItem('f1', ['web']),
        frameworkItem('f2', ['batch']),
        allocationItem('f3/batch/a1', { allocated: 'cpus:2' }),
        allocationItem('f2/batch/a1', { offered: 'cpus:2' }),
        ...more,
      ]);

      expect(reasonsOf(given, 'f1')).toEqual({ offerable: 0, [reason]: 1 });
      expect(reasonsOf(given, 'f2')).toEqual({ offerable: 1 });
    },
  );

  test('given that others are being offered an agent, when it is asked why, then the detail tells one of them and the shares', () => {
    const given = new GivenAllocator().withSnapshot([
      agentItem('a1', 'cpus:4'),
      frameworkItem('f1', ['web']),
      frameworkItem('f2', ['batch']),
    ]);
    expect(given.placesProposed()).toEqual(['f2/batch/a1']);

    expect(explain(given, { frameworkId: 'f1' as FrameworkId })[0]?.reasons[0]?.detail).toBe(
      'f2 in role batch has an open offer of it, with a share of 1.000 (its role 1.000); this one has a share of 0.000 (its role 0.000)',
    );
  });

  test('given several reasons at once, when it is asked why, then each agent counts behind the first that applies, a few by name', () => {
    const agents = Array.from({ length: 8 }, (_, index) => agentItem(`a${String(index + 1)}`, 'cpus:1'));
    const given = withoutCredits([
      ...agents,
      agentItem('b1', 'cpus:1', { standing: 'draining' }),
      frameworkItem('f1', ['web']),
      ...agents.map((_, index) => filterItem(`f1/web/a${String(index + 1)}`, 'cpus:1', 9_000 - index * 1_000)),
      filterItem('f1/web/b1', 'cpus:1', 500),
    ]);
    given.advance(250);

    const [explanation] = explain(given);

    expect(explanation?.reasons.map(({ reason, agents: count }) => [reason, count])).toEqual([
      ['draining', 1],
      ['refused', 8],
    ]);
    expect(explanation?.reasons[1]).toMatchObject({ examples: ['a1', 'a2', 'a3', 'a4', 'a5'], untilMs: 1_750 });
  });

  test('given a limit far above, when it is asked why, then the detail names whose it is and what would be', () => {
    const given = withoutCredits([
      agentItem('a1', 'cpus:4'),
      roleItem('eng', { limit: 'cpus:1.5' }),
      frameworkItem('f1', ['eng/web'], { settings: { minAllocatable: [held('cpus:2')] } }),
    ]);

    expect(explain(given)[0]?.reasons).toMatchObject([
      { reason: 'quota-limit', detail: 'role eng may have 1.5 of cpus and would have 4' },
    ]);
  });

  test('given what is kept for guarantees, when it is asked why, then the detail says how much is', () => {
    const given = withoutCredits([
      agentItem('a1', 'cpus:4'),
      roleItem('kept', { guarantee: 'cpus:4' }),
      frameworkItem('f1', ['web']),
    ]);

    expect(explain(given)[0]?.reasons[0]?.detail).toBe('still missing for guarantees: cpus:4');
  });

  test.each([
    [
      'a demand',
      { demand: demandOf('1 cpus:64') },
      'free is cpus:4: no piece of the stated demand fits, or it is less than the cluster asks of an offer',
    ],
    [
      'a minimum of its own',
      { minAllocatable: [held('cpus:64')] },
      'free is cpus:4, less than the framework asks of an offer',
    ],
  ])('given %s that no agent can meet, when it is asked why, then the detail says so', (_what, settings, detail) => {
    const given = withoutCredits([agentItem('a1', 'cpus:4'), frameworkItem('f1', ['web'], { settings })]);

    expect(explain(given)[0]?.reasons).toMatchObject([{ reason: 'below-minimum', detail }]);
  });

  test('given an agent of another region, when it is asked why, then the detail names the region', () => {
    const given = new GivenAllocator()
      .open()
      .deliver([
        { item: 'begin', minAllocatable: [], pingMs: 15_000, region: 'north' },
        agentItem('a1', 'cpus:4', { domain: { region: 'south', zone: 's1' } }),
        frameworkItem('f1', ['web']),
        { item: 'end', count: 2 },
      ]);

    expect(explain(given)[0]?.reasons).toMatchObject([{ reason: 'region', detail: 'the agent is in region south' }]);
  });

  test('given what is just being proposed, when it is asked why, then it counts as offerable, and when it was is told', () => {
    const given = new GivenAllocator().withSnapshot([agentItem('a1', 'cpus:4'), frameworkItem('f1', ['web'])]);
    given.advance(400);

    expect(explain(given)[0]).toMatchObject({ offerable: 1, lastProposedMs: 400, reasons: [] });
  });

  test('given a scope, when it is explained, then only what is in it is told', () => {
    const given = withoutCredits([
      agentItem('a1', 'cpus:4'),
      agentItem('a2', 'cpus:4'),
      frameworkItem('f1', ['web', 'batch']),
      frameworkItem('f2', ['web']),
    ]);
    const places = (scope: Partial<ExplainScope>): readonly string[] =>
      explain(given, scope).map(({ frameworkId, role }) => `${frameworkId}/${role}`);

    expect(places({})).toEqual(['f1/web', 'f2/web', 'f1/batch']);
    expect(places({ role: 'web' })).toEqual(['f1/web', 'f2/web']);
    expect(places({ frameworkId: 'f1' as FrameworkId })).toEqual(['f1/web', 'f1/batch']);
    expect(places({ frameworkId: 'f9' as FrameworkId })).toEqual([]);
    const [onOne] = explain(given, { agentId: 'a2' as AgentId, role: 'batch' });
    expect(onOne?.offerable).toBe(1);
    expect(explain(given, { agentId: 'a9' as AgentId, role: 'batch' })).toMatchObject([{ offerable: 0, reasons: [] }]);
  });

  test('given a large cluster, when it is explained, then it takes several slices, and changes meanwhile do no harm', () => {
    const agents = Array.from({ length: 5_000 }, (_, index) => agentItem(`a${String(index)}`, 'cpus:1'));
    const given = withoutCredits([...agents, frameworkItem('f1', ['web']), frameworkItem('f2', ['web'])]);

    given.deliver([{ item: 'explain', requestId: 1, ...ALL }]);
    expect(given.sent.map(({ item }) => item.item)).toEqual(['ready']);
    given.deliver([
      { item: 'agent-removed', agentId: 'a4999' as AgentId },
      { item: 'framework-removed', frameworkId: 'f1' as FrameworkId },
    ]);
    given.advance(0);

    const answers = given.sent.flatMap(({ item }) => (item.item === 'explained' ? [item] : []));
    expect(answers).toHaveLength(1);
    expect(answers[0]?.explanations.map(({ frameworkId }) => frameworkId)).toEqual(['f1', 'f2']);
    expect(given.core.wakeAt).toBeGreaterThan(given.now);
  });

  test('given more questions than may be open, when they arrive, then those in excess are answered at once with nothing', () => {
    const agents = Array.from({ length: 5_000 }, (_, index) => agentItem(`a${String(index)}`, 'cpus:1'));
    const given = withoutCredits([...agents, frameworkItem('f1', ['web'])]);

    given.deliver(Array.from({ length: 20 }, (_, index) => ({ item: 'explain', requestId: index + 1, ...ALL })));
    const atOnce = given.sent.flatMap(({ item }) => (item.item === 'explained' ? [item.requestId] : []));
    given.advance(0);

    expect(atOnce).toEqual([17, 18, 19, 20]);
    expect(given.sent.filter(({ item }) => item.item === 'explained')).toHaveLength(20);
    expect(given.events.filter((event) => event.event === 'asked' && event.declined)).toHaveLength(4);
  });
});
