import type { CallId, FrameworkId } from '@parley/common/kernel';
import { allocatorStage, numberedProposal, sessionsBegun } from '../testing/allocator-stage';
import type { AllocatorStage } from '../testing/allocator-stage';
import { checkCluster } from '../testing/check-cluster';
import { GivenMaster } from '../testing/given-master';
import { EPOCH, taskOf } from '../testing/played-peers';

describe('conduct', () => {
  /** Sends proposals that cannot become offers until `count` were answered or the session was cut. */
  function flood({ given }: AllocatorStage, count: number, from = 0): number {
    const before = given.ended.length;
    for (let number = 1; number <= count; number += 1) {
      given.fromAllocator(numberedProposal(from + number, 'nobody'));
      if (given.ended.length > before) return number;
    }
    return count;
  }

  test('given 1,000 refusals within 10 s, when one more follows, then the session is cut; spread over more time they may go on', () => {
    const now = allocatorStage();
    expect(flood(now, 600)).toBe(600);
    now.given.advance(10_000);
    expect(flood(now, 600, 600)).toBe(600);
    expect(now.given.ended).toEqual([]);

    expect(flood(now, 600, 1_200)).toBe(401);
    expect(now.given.events.at(-1)).toMatchObject({ event: 'allocator-lost', how: 'cut' });
  });

  test('given as many offers as refusals, when both are many, then the session goes on', () => {
    const now = allocatorStage();
    const { given, agent, spark } = now;
    for (let round = 0; round < 1_100; round += 1) {
      const offer = given.offer(spark, agent, 'cpus:1');
      given.call(spark, { call: 'decline', callId: '' as CallId, offerIds: [offer.offerId], filters: { refuseMs: 0 } });
      given.propose({ framework: 'nobody' as FrameworkId, agent: agent.agentId, resources: 'cpus:1' });
    }

    expect(given.ended).toEqual([]);
  });

  test('given sessions that are cut again and again, when they follow, then the pauses double from 1 s to 60 s, and a minute of good conduct resets them', () => {
    const now = allocatorStage();
    const { given } = now;
    /** Misbehaves, and says how long it took until the next dial. */
    const pauseAfterCut = (): number => {
      given.fromAllocator(numberedProposal(77, 'nobody'));
      const dials = sessionsBegun(given);
      const cutAt = given.now;
      while (sessionsBegun(given) === dials) given.advance(50);
      given.fromAllocator({ item: 'ready', name: 'test', policy: 'none', capabilities: [] });
      return given.now - cutAt;
    };

    const pauses = Array.from({ length: 8 }, pauseAfterCut);
    given.advance(60_000);
    pauses.push(pauseAfterCut());

    // Three quarters of the full pause, by the chance of this test.
    expect(pauses).toEqual([750, 1_500, 3_000, 6_000, 12_000, 24_000, 45_000, 45_000, 750]);
  });

  test.each([
    ['malformed', 'cut'],
    ['overloaded', 'cut'],
    ['lost', 'lost'],
  ] as const)(
    'given a stream that ends as %s, when the master hears of it, then the session counts as %s',
    (kind, how) => {
      const { given } = allocatorStage();

      given.loseAllocator(kind);

      expect(given.events.at(-1)).toMatchObject({ event: 'allocator-lost', how, again: false });
    },
  );

  test('given an allocator that speaks in a later epoch, when it does, then its session is cut and the master leads on', () => {
    const { given } = allocatorStage();

    given.fromAllocatorIn({ ...EPOCH, revision: 99 }, numberedProposal(1, 'nobody'));

    expect(given.abandoned).toEqual([]);
    expect(given.ended).toHaveLength(1);
    expect(given.toldAllocator('refused')).toEqual([]);
  });

  test('given an allocator that answers no ping, when five were missed, then its session is cut, and open offers stay', () => {
    const now = allocatorStage();
    const { given, agent, spark } = now;
    given.allocatorSilent = true;
    given.advance(75_000);
    const offer = given.offer(spark, agent, 'cpus:1;mem:64');
    expect(given.ended).toEqual([]);

    given.advance(15_000);

    expect(given.ended).toHaveLength(1);
    given.accept(spark, [offer.offerId], { tasks: [taskOf({ id: 't1', agent: agent.agentId })] });
    expect(given.launchedOn(agent, 't1')).toBeDefined();
    expect(checkCluster(given.core)).toEqual([]);
  });

  test('given an allocator that answers pings and nothing else, or has a name without end, when it does, then its session is cut', () => {
    const given = new GivenMaster();
    given.advance(74_999);
    expect(given.ended).toEqual([]);
    given.advance(1);
    expect(given.ended).toHaveLength(1);
    given.advance(1_000);

    given.fromAllocator({ item: 'ready', name: 'x'.repeat(256), policy: 'none', capabilities: [] });

    expect(given.ended).toHaveLength(2);
    expect(given.events.filter((event) => event.event === 'allocator-ready')).toEqual([]);
  });

  test('given an allocator that cannot be reached, when dial after dial fails, then the first failure and the others are told apart', () => {
    const given = new GivenMaster();
    for (let round = 0; round < 3; round += 1) {
      given.advance(20_000);
      given.loseAllocator();
    }

    const lost = given.events.filter((event) => event.event === 'allocator-lost');
    expect(lost.map(({ again }) => again)).toEqual([false, true, true]);
  });
});
