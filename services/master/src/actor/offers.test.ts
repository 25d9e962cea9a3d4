import type { CallId, FrameworkId, OfferId, ProposalId } from '@parley/common/kernel';
import { GivenMaster } from '../testing/given-master';
import { EPOCH, res, taskOf } from '../testing/played-peers';
import type { PlayedAgent, PlayedSession } from '../testing/played-peers';
import { checkCluster } from '../testing/check-cluster';
import type { MasterSettings } from '../domain/settings';

interface Stage {
  readonly given: GivenMaster;
  readonly agent: PlayedAgent;
  readonly spark: PlayedSession;
}

function stage(settings: Partial<MasterSettings> = {}): Stage {
  const given = new GivenMaster({ settings });
  const gateway = given.gateway();
  const agent = given.registerAgent();
  const spark = given.subscribe(gateway);
  given.allocatorReady();
  return { given, agent, spark };
}

function proposed({ given, agent, spark }: Stage, resources: string): unknown {
  return given.propose({ framework: spark.frameworkId, agent: agent.agentId, resources });
}

function decline({ given, spark }: Stage, offerId: OfferId, refuseMs?: number): void {
  given.call(spark, { call: 'decline', callId: '' as CallId, offerIds: [offerId], filters: { refuseMs } });
}

test('given an agent and a framework, when the allocator proposes, then the framework is offered it and the proposal is answered after the amounts', () => {
  const { given, agent, spark } = stage();

  const offer = given.offer(spark, agent, 'cpus:4;mem:4096');

  expect(offer).toMatchObject({
    agentId: 'a1',
    hostname: 'a1.test',
    role: '*',
    offerId: expect.stringMatching(/^O-1-7-\d+$/) as string,
  });
  expect(offer.traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
  const items = given.toAllocator.map((item) => item.item);
  expect(items.lastIndexOf('allocation')).toBeLessThan(items.indexOf('offered'));
});

test('given resources that are offered, when the same are proposed again, then nothing is promised twice', () => {
  const now = stage();
  now.given.offer(now.spark, now.agent, 'cpus:3;mem:1024');

  expect(proposed(now, 'cpus:2;mem:64')).toMatchObject({ item: 'refused', reason: 'not-available' });
  expect(proposed(now, 'cpus:1;mem:64')).toMatchObject({ item: 'offered' });
});

test.each([
  ['nothing at all', '', 'empty'],
  ['less than the minimum', 'cpus:0.005;mem:1', 'below-minimum'],
  ['more than there is', 'cpus:5', 'not-available'],
])('given a proposal of %s, when it is checked, then it is refused', (_what, resources, reason) => {
  expect(proposed(stage(), resources)).toMatchObject({ item: 'refused', reason });
});

test('given proposals about what is not there, when they are checked, then each is refused for its own reason', () => {
  const { given, agent, spark } = stage();
  const propose = (change: object): unknown =>
    given.propose({ framework: spark.frameworkId, agent: agent.agentId, resources: 'cpus:1', ...change });

  expect(propose({ agent: 'nobody' })).toMatchObject({ reason: 'agent-unknown' });
  expect(propose({ framework: 'nobody' })).toMatchObject({ reason: 'framework-unknown' });
  expect(propose({ role: 'other' })).toMatchObject({ reason: 'role-not-subscribed' });
  given.call(spark, { call: 'suppress', callId: 's' as CallId, roles: [] });
  expect(propose({})).toMatchObject({ reason: 'role-suppressed' });
  given.call(spark, { call: 'revive', callId: 'r' as CallId, roles: ['*'] });
  expect(propose({})).toMatchObject({ item: 'offered' });
  given.loseAgent(agent);
  expect(propose({})).toMatchObject({ reason: 'agent-inactive' });
});

test('given a declined offer, when a subset is proposed, then the filter holds for its time, and lets a superset through', () => {
  const now = stage();
  decline(now, now.given.offer(now.spark, now.agent, 'cpus:2;mem:64').offerId);

  expect(proposed(now, 'cpus:2;mem:64')).toMatchObject({ item: 'refused', reason: 'filtered', retryAfterMs: 5_000 });
  expect(proposed(now, 'cpus:2;mem:65')).toMatchObject({ item: 'offered' });
  now.given.advance(5_000);
  expect(proposed(now, 'cpus:2;mem:64')).toMatchObject({ item: 'offered' });
});

test('given default refusals in a row, when they repeat, then they back off to the longest, and REVIVE resets them', () => {
  const now = stage();
  const lasts: number[] = [];
  for (let round = 0; round < 7; round += 1) {
    decline(now, now.given.offer(now.spark, now.agent, 'cpus:1').offerId);
    const filters = now.given.toAllocator.flatMap((item) => (item.item === 'filter' ? [item.filter.remainingMs] : []));
    lasts.push(filters.at(-1)!);
    now.given.advance(lasts.at(-1)!);
  }

  expect(lasts).toEqual([5_000, 10_000, 20_000, 40_000, 80_000, 120_000, 120_000]);
  now.given.call(now.spark, { call: 'revive', callId: '' as CallId, roles: [] });
  expect(now.given.toAllocator.at(-1)).toMatchObject({ item: 'filters-cleared', role: '*' });
  decline(now, now.given.offer(now.spark, now.agent, 'cpus:1').offerId);
  expect(now.given.toAllocator.findLast((item) => item.item === 'filter')).toMatchObject({
    filter: { remainingMs: 5_000 },
  });
});

test('given a decline without filter, when it is proposed again, then it is offered; a year is the longest, and less than nothing is refused', () => {
  const now = stage();
  decline(now, now.given.offer(now.spark, now.agent, 'cpus:1').offerId, 0);
  const second = now.given.offer(now.spark, now.agent, 'cpus:1');

  decline(now, second.offerId, -1);
  expect(now.given.core.term.cluster.offers.size).toBe(1);
  now.given.call(now.spark, {
    call: 'decline',
    callId: 'x' as CallId,
    offerIds: [second.offerId],
    filters: { refuseMs: -1 },
  });
  expect(now.given.resultOf(now.spark, 'x')).toMatchObject({ outcome: 'problem', reason: 'filter-invalid' });
  now.given.call(now.spark, {
    call: 'decline',
    callId: 'y' as CallId,
    offerIds: [second.offerId],
    filters: { refuseMs: 1e15 },
  });
  expect(proposed(now, 'cpus:1')).toMatchObject({ reason: 'filtered', retryAfterMs: 365 * 86_400_000 });
});

test('given an offer that nobody answers, when its time is up, then it is rescinded once, returned once, and its holder backed off', () => {
  const now = stage();
  const offer = now.given.offer(now.spark, now.agent, 'cpus:4;mem:4096');

  now.given.advance(60_000);

  expect(now.given.rescindedTo(now.spark)).toEqual([offer.offerId]);
  expect(now.given.events.filter((event) => event.event === 'offer-ended')).toEqual([
    { event: 'offer-ended', offerId: offer.offerId, frameworkId: now.spark.frameworkId, how: 'expired' },
  ]);
  expect(proposed(now, 'cpus:4;mem:4096')).toMatchObject({ reason: 'filtered' });
  expect(checkCluster(now.given.core)).toEqual([]);
});

test('given the example of the paper, when tasks run and finish, then what is left goes to the next framework and the cycle repeats', () => {
  const given = new GivenMaster();
  const gateway = given.gateway();
  const agent = given.registerAgent({ resources: 'cpus:4;mem:4096' });
  const one = given.subscribe(gateway);
  const two = given.subscribe(gateway);
  given.allocatorReady();
  const offer = given.offer(one, agent, 'cpus:4;mem:4096');

  given.accept(one, [offer.offerId], {
    tasks: [
      taskOf({ id: 't1', agent: agent.agentId, resources: 'cpus:2;mem:1024' }),
      taskOf({ id: 't2', agent: agent.agentId, resources: 'cpus:1;mem:2048' }),
    ],
  });

  const rest = given.offer(two, agent, 'cpus:1;mem:1024');
  expect(rest.resources).toEqual(res('cpus:1;mem:1024'));
  given.call(two, { call: 'decline', callId: '' as CallId, offerIds: [rest.offerId], filters: { refuseMs: 0 } });
  for (const id of ['t1', 't2'])
    given.update(agent, { framework: one.frameworkId, id, launch: given.launchedOn(agent, id), state: 'finished' });
  expect(given.offer(two, agent, 'cpus:4;mem:4096').resources).toEqual(res('cpus:4;mem:4096'));
});

test('given an allocator that floods, repeats or skips, when it does, then its session is ended and dialled again', () => {
  const { given, agent, spark } = stage();
  const proposal = {
    proposalId: 9 as ProposalId,
    basedOn: 0,
    frameworkId: spark.frameworkId,
    role: '*',
    agentId: agent.agentId,
    resources: res('cpus:1'),
    traceparent: '',
  };

  given.fromAllocator({ item: 'proposal', proposal });

  expect(given.ended.at(-1)?.because.kind).toBe('refused');
  given.loseAllocatorQuietly();
  given.advance(1_000);
  given.fromAllocator({ item: 'ready', name: 'test', policy: 'none', capabilities: [] });
  expect(given.toAllocator.filter((item) => item.item === 'end')).toHaveLength(2);
});

test('given open offers and filters, when the allocator comes back, then its snapshot holds them with the count of entities', () => {
  const now = stage();
  now.given.offer(now.spark, now.agent, 'cpus:1;mem:64');
  decline(now, now.given.offer(now.spark, now.agent, 'cpus:2;mem:128').offerId);
  now.given.loseAllocator();
  now.given.advance(400);
  const before = now.given.toAllocator.length;

  now.given.fromAllocator({ item: 'ready', name: 'test', policy: 'none', capabilities: [] });

  const told = now.given.toAllocator.slice(before);
  expect(told.map((item) => item.item)).toEqual([
    'role',
    'framework',
    'agent',
    'allocation',
    'filter',
    'end',
    'credits',
  ]);
  expect(told.find((item) => item.item === 'allocation')).toMatchObject({
    allocation: { offered: res('cpus:1;mem:64') },
  });
  expect(told.find((item) => item.item === 'end')).toEqual({ item: 'end', count: 5 });
});

test('given an offer that is declined for no time at all, when it is back, then nothing of the refusal is remembered', () => {
  const { given, agent, spark } = stage();
  const { offerId } = given.offer(spark, agent, 'cpus:1;mem:64');

  given.call(spark, { call: 'decline', callId: '' as CallId, offerIds: [offerId], filters: { refuseMs: 0 } });

  expect(given.core.term.cluster.frameworks.get(spark.frameworkId)?.filters.size).toBe(0);
});

test('given an offer of an older leader, when it is accepted, then the outcome is unknown and no status is made', () => {
  const { given, agent, spark } = stage();

  given.accept(spark, [`O-1-6-1` as OfferId], { tasks: [taskOf({ id: 't1', agent: agent.agentId })], callId: 'c1' });

  expect(given.resultOf(spark, 'c1')).toMatchObject({ outcome: 'outcome-unknown' });
  expect(given.statusesTo(spark)).toEqual([]);
  expect(EPOCH.revision).toBe(7);
});

test('given offers that cannot be used together, when they are accepted, then all tasks are dropped and what was still open is returned', () => {
  const { given, agent, spark } = stage();
  const other = given.registerAgent({ id: 'a2' });
  const first = given.offer(spark, agent, 'cpus:1;mem:64');
  const second = given.offer(spark, other, 'cpus:1;mem:64');

  given.accept(spark, [first.offerId, second.offerId], {
    tasks: [taskOf({ id: 't1', agent: agent.agentId })],
    callId: 'c1',
  });

  expect(given.resultOf(spark, 'c1')).toMatchObject({ outcome: 'problem', reason: 'offers-mixed-agents' });
  expect(given.statusesTo(spark)).toMatchObject([
    { taskId: 't1', state: 'dropped', reason: 'invalid-offers', source: 'master', uuid: '' },
  ]);
  expect(given.core.term.cluster.offers.size).toBe(0);
  expect(checkCluster(given.core)).toEqual([]);
});

test("given another framework's offer, when it is accepted, then it is as good as gone, and its owner keeps it", () => {
  const { given, agent, spark } = stage();
  const thief = given.subscribe(spark.gateway);
  const offer = given.offer(spark, agent, 'cpus:1;mem:64');

  given.accept(thief, [offer.offerId], { tasks: [taskOf({ id: 't1', agent: agent.agentId })], callId: 'c1' });

  expect(given.resultOf(thief, 'c1')).toMatchObject({ outcome: 'problem', reason: 'offer-gone' });
  expect(given.core.term.cluster.offers.has(offer.offerId)).toBe(true);
});

test('given a framework id nobody has, when it subscribes, then it is refused as finished', () => {
  const { given, spark } = stage();

  const session = given.sendSubscribe(spark.gateway, { info: { frameworkId: 'F-1-1-1' as FrameworkId } });

  expect(given.toGateways.at(-1)?.item).toMatchObject({
    item: 'session-ended',
    session,
    error: { reason: 'framework-removed' },
  });
});

test('given refusals of a scheduler, when another takes its place, then they do not bind it', () => {
  const now = stage();
  decline(now, now.given.offer(now.spark, now.agent, 'cpus:1').offerId);

  const next = now.given.subscribe(now.spark.gateway, { info: { frameworkId: now.spark.frameworkId } });

  expect(now.given.offer(next, now.agent, 'cpus:1')).toBeDefined();
});

test('given a framework that asks for refusals without end, when they pile up, then they stay bounded', () => {
  const now = stage();
  for (let round = 0; round < 40; round += 1) {
    const offer = now.given.offer(now.spark, now.agent, `cpus:1;mem:${String(100 + round)}`);
    decline(now, offer.offerId, 1_000 * (40 - round));
  }

  const buckets = [...now.given.core.term.cluster.frameworks.get(now.spark.frameworkId)!.filters.values()];
  expect(buckets.map((bucket) => bucket.filters.length)).toEqual([10]);
});
