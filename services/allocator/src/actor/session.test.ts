import { NumberedTraces, streamIdOf } from '@parley/common/kernel';
import { formatResources } from '@parley/common/resources';

import { agentItem, allocationItem, frameworkItem, GivenAllocator, held, BEGIN, offeredItem } from '../testing';

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
    const given = new GivenAllocator().open().deliver([BEGIN, agentItem('a1', 'cpus:1'), { item: 'end', count: 2 }]);

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
    ['begin twice', [BEGIN, BEGIN]],
    ['an answer before the end of the snapshot', [BEGIN, offeredItem(1)]],
  ] as const)('given %s, when it arrives, then the stream is ended as malformed', (_what, items) => {
    const given = new GivenAllocator().open().deliver(items);

    expect(given.ended.map(({ because }) => because.kind)).toEqual(['malformed']);
  });

  test('given a session, when a batch is missing, then the stream is ended as malformed', () => {
    const given = new GivenAllocator().withSnapshot([]).deliver([], { sequence: 3 });

    expect(given.ended.map(({ because }) => because.kind)).toEqual(['malformed']);
  });

  test('given a ping, when it arrives, then it is answered, even before the end of the snapshot', () => {
    const given = new GivenAllocator().open().deliver([BEGIN, { item: 'ping', ping: 7 }]);

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
