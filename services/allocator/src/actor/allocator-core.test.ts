import { NumberedTraces, proposalIdOf, streamIdOf } from '@parley/common/kernel';
import type { AgentId, FrameworkId, OfferId } from '@parley/common/kernel';
import { formatResources } from '@parley/common/resources';
import { NO_QUOTA } from '@parley/common/roles';

import { strictPriority } from '../domain/policies/strict-priority/strict-priority';
import {
  agentItem,
  allocationItem,
  at,
  epochNumber,
  filterItem,
  frameworkItem,
  GivenAllocator,
  held,
} from '../testing';

const refused = (proposal: number, retryAfterMs: number) =>
  ({ item: 'refused', proposalId: proposalIdOf(proposal), reason: 'not-available', retryAfterMs }) as const;
const offered = (proposal: number) =>
  ({ item: 'offered', proposalId: proposalIdOf(proposal), offerId: `O-1-1-${proposal}` as OfferId }) as const;
const begin = { item: 'begin', minAllocatable: [], pingMs: 15_000, region: '' } as const;

describe('a session', () => {
  test('given a snapshot, when it ends, then the allocator proposes everything that is free, ranges and sets included', () => {
    const given = new GivenAllocator().withSnapshot([
      agentItem('a1', 'cpus:4;mem:4096;ports:[31000-31009];zones:{x,y}'),
      frameworkItem('f1', ['web']),
      allocationItem('f0/web/a1', { allocated: 'cpus:1;ports:[31002-31003]', offered: 'mem:96;zones:{x}' }),
    ]);

    expect(given.sent[0]?.item).toEqual({
      item: 'ready',
      name: 'parley-allocator',
      policy: 'drf',
      capabilities: ['explain', 'shares', 'audit'],
    });
    expect(given.placesProposed()).toEqual(['f1/web/a1']);
    expect(formatResources(given.proposals()[0]!.resources)).toBe(
      formatResources(held('cpus:3;mem:4000;ports:[31000-31001,31004-31009];zones:{y}')),
    );
  });

  test('given a session, when it proposes, then each proposal has the next number, what it is based on, and its own trace', () => {
    const given = new GivenAllocator().withSnapshot([
      agentItem('a1', 'cpus:1'),
      agentItem('a2', 'cpus:1'),
      frameworkItem('f1', ['web']),
    ]);

    expect(given.proposals().map(({ proposalId, basedOn }) => [proposalId, basedOn])).toEqual([
      [1, 1],
      [2, 1],
    ]);
    expect(given.proposals()[1]?.traceparent).toBe(new NumberedTraces('1-1/1').of(2));
  });

  test('given a snapshot with another count than announced, when it ends, then the stream is ended and says what to do', () => {
    const given = new GivenAllocator().open().deliver([begin, agentItem('a1', 'cpus:1'), { item: 'end', count: 2 }]);

    expect(given.ended[0]?.because).toEqual({
      kind: 'malformed',
      message: 'the snapshot holds 1 entities, 2 were announced; send it again on a new stream',
    });
    expect(given.core.session).toBeUndefined();
  });

  test.each([
    ['an entity before begin', [agentItem('a1', 'cpus:1')]],
    ['a ping before begin', [{ item: 'ping', ping: 1 }]],
    ['credits before begin', [{ item: 'credits', credits: 1 }]],
    ['end before begin', [{ item: 'end', count: 0 }]],
    ['begin twice', [begin, begin]],
    ['an answer before the end of the snapshot', [begin, offered(1)]],
  ] as const)('given %s, when it arrives, then the stream is ended as malformed', (_what, items) => {
    const given = new GivenAllocator().open().deliver(items);

    expect(given.ended.map(({ because }) => because.kind)).toEqual(['malformed']);
  });

  test('given a session, when a batch is missing, then the stream is ended as malformed', () => {
    const given = new GivenAllocator().withSnapshot([]).deliver([], { sequence: 3 });

    expect(given.ended.map(({ because }) => because.kind)).toEqual(['malformed']);
  });

  test('given a ping, when it arrives, then it is answered, even before the end of the snapshot', () => {
    const given = new GivenAllocator().open().deliver([begin, { item: 'ping', ping: 7 }]);

    expect(given.sent.slice(1).map(({ item }) => item)).toEqual([{ item: 'pong', ping: 7 }]);
  });

  test('given a master that falls silent, when five of its ping intervals have passed, then its session is ended', () => {
    const given = new GivenAllocator()
      .withSnapshot([])
      .advance(60_000)
      .deliver([{ item: 'ping', ping: 1 }]);

    given.advance(74_999);
    expect(given.ended).toEqual([]);
    given.advance(1);

    expect(given.ended.map(({ because }) => because.kind)).toEqual(['lost']);
    expect(given.core.wakeAt).toBeUndefined();
  });

  test('given a stream that says nothing, when ten seconds have passed, then it is ended', () => {
    const given = new GivenAllocator().open().advance(10_000);

    expect(given.ended.map(({ because }) => because.kind)).toEqual(['refused']);
  });

  test('given many silent streams, when one more opens, then it is refused as too many', () => {
    const given = new GivenAllocator();
    for (let stream = 1; stream <= 17; stream += 1) given.open(streamIdOf(stream));

    expect(given.ended).toMatchObject([{ stream: 17, because: { kind: 'overloaded' } }]);
  });
});

describe('of several sessions', () => {
  const second = streamIdOf(2);

  test('given a session, when one of a higher epoch begins, then the old one is ended and everything it proposed forgotten', () => {
    const given = new GivenAllocator().withSnapshot([agentItem('a1', 'cpus:1'), frameworkItem('f1', ['web'])]);

    given
      .open(second)
      .deliver(
        [
          begin,
          agentItem('a1', 'cpus:1'),
          frameworkItem('f2', ['web']),
          { item: 'end', count: 2 },
          { item: 'credits', credits: 9 },
        ],
        {
          stream: second,
          epoch: epochNumber(2),
        },
      );

    expect(given.ended).toMatchObject([{ stream: 1, because: { kind: 'superseded' } }]);
    expect(given.placesProposed()).toEqual(['f1/web/a1', 'f2/web/a1']);
    expect(given.proposals()[1]?.proposalId).toBe(1);
    expect(given.core.epoch).toEqual(epochNumber(2));
  });

  test('given a session, when the same epoch dials with a higher link number, then the newer link takes over', () => {
    const given = new GivenAllocator().withSnapshot([]).open(second).deliver([begin], { stream: second, link: 2 });

    expect(given.ended).toMatchObject([{ stream: 1, because: { kind: 'superseded' } }]);
    expect(given.core.session?.link).toBe(2);
  });

  test.each([
    ['a lower epoch', { epoch: epochNumber(0) }, 'refused'],
    ['the same link again', {}, 'superseded'],
    ['another cluster', { epoch: epochNumber(9, 'c2') }, 'refused'],
  ])('given a session that ended, when %s dials, then it is turned away', (_what, stamp, kind) => {
    const given = new GivenAllocator().withSnapshot([]).close();

    given.open(second).deliver([begin], { stream: second, ...stamp });

    expect(given.ended).toMatchObject([{ stream: 2, because: { kind } }]);
    expect(given.core.session).toBeUndefined();
  });

  test('given a replaced session, when its stream still delivers, then nothing of it has effect', () => {
    const given = new GivenAllocator().withSnapshot([frameworkItem('f1', ['web'])]);
    given
      .open(second)
      .deliver([begin, { item: 'end', count: 0 }, { item: 'credits', credits: 9 }], { stream: second, link: 2 });

    given.deliver([agentItem('a1', 'cpus:1'), frameworkItem('f1', ['web']), { item: 'ping', ping: 1 }]);

    expect(given.core.session?.mirror?.agents.size).toBe(0);
    expect(given.sent.filter(({ item }) => item.item !== 'ready')).toEqual([]);
  });

  test('given a session, when a batch carries another link, then the stream is ended as malformed', () => {
    const given = new GivenAllocator().withSnapshot([]).deliver([], { link: 5 });

    expect(given.ended.map(({ because }) => because.kind)).toEqual(['malformed']);
  });

  test('given streams of every kind, when the allocator shuts down, then all are ended and nothing follows', () => {
    const given = new GivenAllocator().withSnapshot([]).open(second).shutDown();

    expect(given.ended.map(({ stream, because }) => [stream, because.kind])).toEqual([
      [1, 'shutting-down'],
      [2, 'shutting-down'],
    ]);
    expect(given.stopped).toBe(true);
    expect(given.core.wakeAt).toBeUndefined();
  });
});

describe('a proposal', () => {
  const one = [agentItem('a1', 'cpus:4'), frameworkItem('f1', ['web']), frameworkItem('f2', ['web'])];

  test('given an open proposal, when nothing was answered, then its resources are not proposed again', () => {
    const given = new GivenAllocator().withSnapshot(one).advance(60_000);

    expect(given.placesProposed()).toEqual(['f1/web/a1']);
    expect(given.core.session?.openProposals).toBe(1);
  });

  test('given an offered proposal, when its allocation came before the answer, then its resources are counted once', () => {
    const given = new GivenAllocator().withSnapshot(one);

    given.deliver([allocationItem('f1/web/a1', { offered: 'cpus:4' }), offered(1)]);
    given.deliver([allocationItem('f1/web/a1', { allocated: 'cpus:1' })]);

    expect(given.core.session?.openProposals).toBe(1);
    expect(given.placesProposed(2)).toEqual(['f2/web/a1']);
    expect(given.proposals(2)[0]?.resources).toEqual(held('cpus:3'));
  });

  test('given a refused proposal, when the answer arrives, then the agent goes to the next, and back only after retry_after', () => {
    const given = new GivenAllocator().withSnapshot(one).deliver([refused(1, 5_000)]);
    expect(given.placesProposed(2)).toEqual(['f2/web/a1']);

    given.deliver([refused(2, 60_000)]).advance(4_999);
    expect(given.placesProposed(3)).toEqual([]);
    given.advance(1);

    expect(given.placesProposed(3)).toEqual(['f1/web/a1']);
  });

  test.each([
    ['the agent', agentItem('a1', 'cpus:4')],
    ['the framework', frameworkItem('f1', ['web'])],
    ['what is held on the agent', allocationItem('f9/web/a1', { allocated: 'cpus:1' })],
  ])('given a refused proposal, when a delta touches %s, then it may be repeated at once', (_what, delta) => {
    const given = new GivenAllocator().withSnapshot([agentItem('a1', 'cpus:4'), frameworkItem('f1', ['web'])]);
    given.deliver([refused(1, 60_000)]);

    given.deliver([delta]);

    expect(given.placesProposed(2)).toEqual(['f1/web/a1']);
  });

  test('given a master that refuses without a delay, when it does so again and again, then proposals do not turn into a flood', () => {
    const given = new GivenAllocator({ safetyPassMs: 10 }).withSnapshot([
      agentItem('a1', 'cpus:4'),
      frameworkItem('f1', ['web']),
    ]);

    for (let proposal = 1; proposal <= 3; proposal += 1) given.deliver([refused(proposal, 0)]).advance(100);

    expect(given.proposals()).toHaveLength(4);
  });

  test('given fewer credits than agents, when they are used up, then the rest waits for more', () => {
    const agents = ['a1', 'a2', 'a3'].map((name) => agentItem(name, 'cpus:1'));
    const given = new GivenAllocator().withSnapshot([...agents, frameworkItem('f1', ['web'])], 2).advance(10_000);
    expect(given.proposals()).toHaveLength(2);

    given.deliver([{ item: 'credits', credits: 1 }]);

    expect(given.placesProposed(3)).toEqual(['f1/web/a3']);
  });

  test('given an answer to a proposal that is not open, when it arrives, then it is reported and nothing else happens', () => {
    const given = new GivenAllocator().withSnapshot(one).deliver([offered(7)]);

    expect(given.events).toContainEqual({ event: 'answer-without-proposal', proposalId: 7 });
    expect(given.ended).toEqual([]);
  });

  test('given an agent that is removed while a proposal for it is open, when that is refused, then nothing of it is left', () => {
    const given = new GivenAllocator().withSnapshot(one).deliver([{ item: 'agent-removed', agentId: 'a1' as AgentId }]);
    expect(given.core.session?.mirror?.agents.size).toBe(1);

    given.deliver([refused(1, 1_000)]).advance(10_000);

    expect(given.core.session?.mirror?.agents.size).toBe(0);
    expect(given.placesProposed(2)).toEqual([]);
  });

  test('given a framework that is removed, when it held and was proposed something, then others get what it held', () => {
    const given = new GivenAllocator().withSnapshot([...one, allocationItem('f1/web/a1', { allocated: 'cpus:3' })]);
    expect(given.placesProposed()).toEqual(['f2/web/a1']);

    given.deliver([{ item: 'framework-removed', frameworkId: 'f1' as FrameworkId }]);

    expect(given.proposals(2)[0]).toMatchObject({ frameworkId: 'f2', resources: held('cpus:3') });
    expect(given.core.session?.mirror?.frameworkCount).toBe(1);
  });

  test('given many agents, when they are allocated, then slices leave room for other work and still get through', () => {
    const agents = Array.from({ length: 5_000 }, (_, index) => agentItem(`a${index}`, 'cpus:1'));
    const given = new GivenAllocator().withSnapshot([...agents, frameworkItem('f1', ['web'])], 10_000);
    const first = given.proposals().length;

    expect(first).toBeLessThan(5_000);
    expect(given.core.wakeAt).toBe(given.now);
    given.advance(0);

    expect(given.proposals()).toHaveLength(5_000);
  });
});

describe('a sweep over all agents', () => {
  test('given a sweep that has passed some agents, when another framework comes, then these are looked at again', () => {
    const names = Array.from({ length: 5_000 }, (_, index) => `a${index}`);
    const away = frameworkItem('f1', ['web'], { suppressed: ['web'] });
    const given = new GivenAllocator().withSnapshot([...names.map((name) => agentItem(name, 'cpus:1')), away], 10_000);
    given.advance(0).deliver(names.slice(0, 10).map((name) => filterItem(`f1/web/${name}`, 'cpus:1', 60_000)));
    given.deliver([frameworkItem('f1', ['web'])]);
    expect(given.proposals().length).toBeLessThan(4_990);
    expect(given.placesProposed()).not.toContain('f1/web/a0');

    given.deliver([frameworkItem('f2', ['other'])]).advance(0);

    expect(given.proposals()).toHaveLength(5_000);
    expect(given.placesProposed()).toContain('f2/other/a0');
  });

  test('given nothing changed, when the safety pass is over, then nothing is left to do until the next', () => {
    const given = new GivenAllocator().withSnapshot([agentItem('a1', 'cpus:1'), frameworkItem('f1', ['web'])]);

    given.advance(1_000);

    expect(given.core.wakeAt).toBe(2_000);
    expect(given.events.at(-1)).toEqual({ event: 'agents-considered', considered: 1, proposed: 0, left: 0 });
  });
});

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

    given.deliver([allocationItem('f1/x/a1', { offered: 'cpus:4;mem:4096' }), offered(1)]);
    given.deliver([allocationItem('f1/x/a1', { allocated: 'cpus:3;mem:3072' })]);

    expect(given.proposals(2)).toMatchObject([{ ...at('f2/y/a1'), resources: held('cpus:1;mem:1024') }]);
  });
});
