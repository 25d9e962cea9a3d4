import { streamIdOf } from '@parley/common/kernel';

import { agentItem, epochNumber, frameworkItem, GivenAllocator, BEGIN } from '../testing';

describe('of several sessions', () => {
  const second = streamIdOf(2);

  test('given a session, when one of a higher epoch begins, then the old one is ended and everything it proposed forgotten', () => {
    const given = new GivenAllocator().withSnapshot([agentItem('a1', 'cpus:1'), frameworkItem('f1', ['web'])]);

    given
      .open(second)
      .deliver(
        [
          BEGIN,
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
    const given = new GivenAllocator().withSnapshot([]).open(second).deliver([BEGIN], { stream: second, link: 2 });

    expect(given.ended).toMatchObject([{ stream: 1, because: { kind: 'superseded' } }]);
    expect(given.core.session?.link).toBe(2);
  });

  test.each([
    ['a lower epoch', { epoch: epochNumber(0) }, 'refused'],
    ['the same link again', {}, 'superseded'],
    ['another cluster', { epoch: epochNumber(9, 'c2') }, 'refused'],
  ])('given a session that ended, when %s dials, then it is turned away', (_what, stamp, kind) => {
    const given = new GivenAllocator().withSnapshot([]).close();

    given.open(second).deliver([BEGIN], { stream: second, ...stamp });

    expect(given.ended).toMatchObject([{ stream: 2, because: { kind } }]);
    expect(given.core.session).toBeUndefined();
  });

  test('given a replaced session, when its stream still delivers, then nothing of it has effect', () => {
    const given = new GivenAllocator().withSnapshot([frameworkItem('f1', ['web'])]);
    given
      .open(second)
      .deliver([BEGIN, { item: 'end', count: 0 }, { item: 'credits', credits: 9 }], { stream: second, link: 2 });

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
