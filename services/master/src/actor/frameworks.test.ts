import type {
  AgentId,
  CallId,
  FrameworkId,
  GatewayId,
  LinkNumber,
  StreamId,
  TaskId,
  WallMs,
} from '@parley/common/kernel';
import { EMPTY_REGISTRY } from '../domain/registry';
import { GivenMaster } from '../testing/given-master';
import { EPOCH, reportedOf, taskOf } from '../testing/played-peers';
import type { PlayedSession } from '../testing/played-peers';
import { checkCluster } from '../testing/check-cluster';

const DAY = 86_400_000;

function ended(given: GivenMaster, session: number): unknown {
  return given.toGateways
    .map(({ item }) => item)
    .find((item) => item.item === 'session-ended' && item.session === session);
}

function stateOf(given: GivenMaster, { frameworkId }: Pick<PlayedSession, 'frameworkId'>): string | undefined {
  return given.core.term.cluster.frameworks.get(frameworkId)?.lifecycle.state;
}

test('given a new framework, when it subscribes, then its session begins once the registry has it', () => {
  const given = new GivenMaster();
  const gateway = given.gateway();
  given.holdWrites = true;

  const session = given.sendSubscribe(gateway, { subscribeId: 's1' });

  expect(given.toGateways.filter(({ item }) => item.item === 'session-subscribed')).toEqual([]);
  expect(given.written).toMatchObject([
    [{ change: 'put-framework', record: { subscribeId: 's1', expiresAt: undefined } }],
  ]);
  given.finishWrites();
  expect(given.toGateways.at(-1)?.item).toMatchObject({
    item: 'session-subscribed',
    session,
    frameworkId: expect.stringMatching(/^F-1-7-\d+$/) as string,
    stamp: { epoch: EPOCH },
  });
});

test('given a lost answer, when the client subscribes again with its subscribe id, then no second framework exists', () => {
  const given = new GivenMaster();
  const gateway = given.gateway();
  const first = given.subscribe(gateway, { subscribeId: 's1' });

  const second = given.subscribe(gateway, { subscribeId: 's1' });

  expect(second.frameworkId).toBe(first.frameworkId);
  expect(given.core.term.cluster.frameworks.size).toBe(1);
});

test('given a description with many faults, when it subscribes, then all of them are named and the stream is ended', () => {
  const given = new GivenMaster();
  const gateway = given.gateway();

  const session = given.sendSubscribe(gateway, {
    info: { roles: ['a', 'a', '-b'], failoverTimeoutMs: -1 },
    subscribeId: '',
  });

  const message = expect.stringMatching(
    /info\.roles\[2\] .*info\.roles .*twice.*info\.failover_timeout_ms .*subscribe_id /,
  ) as string;
  expect(ended(given, session)).toMatchObject({ error: { reason: 'invalid', message } });
});

test('given two schedulers with one id, when the second subscribes, then the first is replaced for good and its calls have no effect', () => {
  const given = new GivenMaster();
  const gateway = given.gateway();
  const agent = given.registerAgent();
  const first = given.subscribe(gateway);
  given.allocatorReady();
  const offer = given.offer(first, agent, 'cpus:1;mem:64');

  const second = given.subscribe(given.gateway({ id: 'g2' }), { info: { frameworkId: first.frameworkId } });

  expect(ended(given, first.session)).toMatchObject({ error: { reason: 'session-replaced' } });
  given.accept(first, [offer.offerId], { tasks: [taskOf({ id: 't1', agent: agent.agentId })], callId: 'c' });
  expect(given.resultOf(first, 'c')).toMatchObject({ outcome: 'problem', reason: 'session-replaced' });
  expect(given.ordersTo(agent)).toEqual([]);
  expect(given.core.term.cluster.offers.size).toBe(0);
  expect(stateOf(given, second)).toBe('connected');
});

test('given two gateways that subscribe again for one framework, when the older stamp comes second, then it is refused', () => {
  const frameworkId = 'F-1-2-1' as FrameworkId;
  const info = new GivenMaster().info({ frameworkId });
  const given = new GivenMaster({
    snapshot: {
      ...EMPTY_REGISTRY,
      frameworks: new Map([[frameworkId, { info, subscribeId: 's', expiresAt: undefined }]]),
    },
  });
  const stamp = (counter: number) => ({ epoch: { ...EPOCH, revision: 2 }, counter });
  const newest = given.subscribe(given.gateway(), { info: { frameworkId }, stamp: stamp(5) });

  const late = given.sendSubscribe(given.gateway({ id: 'g2' }), { info: { frameworkId }, stamp: stamp(4) });

  expect(ended(given, late)).toMatchObject({ error: { reason: 'session-replaced' } });
  expect(newest.stamp).toEqual(stamp(5));
  expect(ended(given, newest.session)).toBeUndefined();
});

test('given a gateway whose link is replaced, when it subscribes again with the same stamp, then the session goes on and tasks are told', () => {
  const given = new GivenMaster();
  const agent = given.registerAgent();
  const spark = given.subscribe(given.gateway({ link: 1 }));
  given.allocatorReady();
  given.accept(spark, [given.offer(spark, agent, 'cpus:1;mem:64').offerId], {
    tasks: [taskOf({ id: 't1', agent: agent.agentId })],
  });

  const again = given.subscribe(given.gateway({ link: 2 }), {
    info: { frameworkId: spark.frameworkId },
    stamp: spark.stamp,
    session: spark.session,
  });
  given.drain();

  expect(again.stamp).toEqual(spark.stamp);
  expect(ended(given, spark.session)).toBeUndefined();
  expect(given.statusesTo(again)).toMatchObject([{ taskId: 't1', state: 'staging', reason: 'reconciliation' }]);
  expect(given.heard(again).at(-1)).toEqual({ event: 'reconcile-end', callId: '', pending: [] });
});

test('given an older link of a gateway, when it greets, then it has no effect', () => {
  const given = new GivenMaster();
  const newer = given.gateway({ link: 8 });

  const older = given.gateway({ link: 7 });

  expect(given.ended).toMatchObject([{ stream: older.stream, because: { kind: 'superseded' } }]);
  expect(given.core.term.gateways.has(newer.stream)).toBe(true);
});

test('given a gateway that speaks before its greeting, when it does, then its stream is ended', () => {
  const given = new GivenMaster();
  const stream = 50 as StreamId;
  given.step({ input: 'gateway-stream', event: { event: 'opened', stream } });

  given.fromGateway(
    { gatewayId: 'g' as GatewayId, stream, link: 1 as LinkNumber },
    { item: 'operator-query', requestId: 1, query: { query: 'get-state' } },
  );

  expect(given.ended).toMatchObject([{ stream, because: { kind: 'malformed' } }]);
});

test('given a lost gateway, when it is not back within the grace, then its frameworks are disconnected, and torn down after their timeout', () => {
  const given = new GivenMaster();
  const gateway = given.gateway();
  const agent = given.registerAgent();
  const spark = given.subscribe(gateway, { info: { failoverTimeoutMs: 100_000 } });
  given.allocatorReady();
  given.offer(spark, agent, 'cpus:1;mem:64');

  given.loseGateway(gateway);
  expect(given.core.term.cluster.offers.size).toBe(0);
  given.advance(59_999);
  expect(stateOf(given, spark)).toBe('awaiting');
  given.advance(1);
  expect(stateOf(given, spark)).toBe('disconnected');
  given.advance(5_000);
  expect(given.written.at(-1)).toMatchObject([
    { change: 'put-framework', record: { expiresAt: 1_767_225_600_000 + given.now + 95_000 } },
  ]);
  given.advance(95_000);

  expect(stateOf(given, spark)).toBeUndefined();
  expect(given.written.at(-1)).toMatchObject([{ change: 'finish-framework', frameworkId: spark.frameworkId }]);
});

test.each([
  { how: 'closes cleanly', clean: true, failoverTimeoutMs: 0, state: undefined, later: undefined },
  { how: 'vanishes', clean: false, failoverTimeoutMs: 0, state: 'disconnected', later: undefined },
  { how: 'closes cleanly', clean: true, failoverTimeoutMs: undefined, state: 'disconnected', later: 'disconnected' },
])(
  'given a framework that $how with a timeout of $failoverTimeoutMs, when it does, then it is $state',
  ({ clean, failoverTimeoutMs, state, later }) => {
    const given = new GivenMaster();
    const spark = given.subscribe(given.gateway(), { info: { failoverTimeoutMs } });

    given.fromGateway(spark.gateway, { item: 'session-closed', ...spark, clean });

    expect(stateOf(given, spark)).toBe(state);
    given.advance(60_000);
    expect(stateOf(given, spark)).toBe(later);
  },
);

test('given a disconnected framework, when it is back in time, then its expiry is taken out of the registry and it goes on', () => {
  const given = new GivenMaster();
  const spark = given.subscribe(given.gateway());
  given.fromGateway(spark.gateway, { item: 'session-closed', ...spark, clean: true });
  given.advance(6_000);

  const back = given.subscribe(spark.gateway, { info: { frameworkId: spark.frameworkId } });

  expect(given.written.at(-1)).toMatchObject([{ change: 'put-framework', record: { expiresAt: undefined } }]);
  given.advance(8 * DAY);
  expect(stateOf(given, back)).toBe('connected');
});

test('given a framework with tasks, when it is torn down, then the registry knows first, its agents end its tasks, and what still runs is not offered', () => {
  const given = new GivenMaster();
  const agent = given.registerAgent();
  const spark = given.subscribe(given.gateway());
  given.allocatorReady();
  given.accept(spark, [given.offer(spark, agent, 'cpus:4;mem:4096').offerId], {
    tasks: [taskOf({ id: 't1', agent: agent.agentId })],
    refuseMs: 0,
  });
  const launch = given.launchedOn(agent, 't1');
  given.holdWrites = true;

  given.call(spark, { call: 'teardown', callId: 't' as CallId });
  expect(given.ordersTo(agent).filter((item) => item.item === 'shutdown-framework')).toEqual([]);
  given.finishWrites();

  expect(given.resultOf(spark, 't')).toEqual({ outcome: 'ok' });
  expect(ended(given, spark.session)).toMatchObject({ error: { reason: 'framework-removed' } });
  expect(given.ordersTo(agent).at(-1)).toEqual({ item: 'shutdown-framework', frameworkId: spark.frameworkId });
  expect(given.core.term.cluster.agents.get(agent.agentId)?.used.scalars.get('cpus')).toBe(1_000);
  given.update(agent, { framework: spark.frameworkId, id: 't1', launch, state: 'killed' });
  expect(given.core.term.cluster.agents.get(agent.agentId)?.used.scalars.size).toBe(0);
  expect(checkCluster(given.core)).toEqual([]);
});

test('given a finished framework, when it subscribes, then it is refused', () => {
  const frameworkId = 'F-1-2-1' as FrameworkId;
  const given = new GivenMaster({ snapshot: { ...EMPTY_REGISTRY, finished: new Map([[frameworkId, 0 as WallMs]]) } });

  const session = given.sendSubscribe(given.gateway(), { info: { frameworkId } });

  expect(ended(given, session)).toMatchObject({ error: { reason: 'framework-removed' } });
});

test('given a framework whose time ran out while there was no leader, when one is elected, then it still has its timeout', () => {
  const frameworkId = 'F-1-2-1' as FrameworkId;
  const info = new GivenMaster().info({ frameworkId, failoverTimeoutMs: 50_000 });
  const given = new GivenMaster({
    snapshot: {
      ...EMPTY_REGISTRY,
      frameworks: new Map([[frameworkId, { info, subscribeId: 's', expiresAt: 5 as WallMs }]]),
    },
  });

  given.advance(49_999);
  expect(stateOf(given, { frameworkId })).toBe('recovered');
  given.advance(1);

  expect(stateOf(given, { frameworkId })).toBeUndefined();
});

test('given a framework of the registry that was connected, when it does not return after an election, then its timeout runs after the grace', () => {
  const frameworkId = 'F-1-2-1' as FrameworkId;
  const info = new GivenMaster().info({ frameworkId, failoverTimeoutMs: 50_000 });
  const given = new GivenMaster({
    snapshot: {
      ...EMPTY_REGISTRY,
      frameworks: new Map([[frameworkId, { info, subscribeId: 's', expiresAt: undefined }]]),
    },
  });

  given.advance(109_999);
  expect(stateOf(given, { frameworkId })).toBe('disconnected');
  given.advance(1);

  expect(stateOf(given, { frameworkId })).toBeUndefined();
});

test('given an update of a framework, when it leaves a role, then the offers of that role are rescinded and ok comes with the registry', () => {
  const given = new GivenMaster();
  const agent = given.registerAgent();
  const spark = given.subscribe(given.gateway(), { info: { roles: ['a', 'b'] } });
  given.allocatorReady();
  given.propose({ framework: spark.frameworkId, agent: agent.agentId, resources: 'cpus:1', role: 'a' });
  given.holdWrites = true;

  given.call(spark, {
    call: 'update-framework',
    callId: 'u' as CallId,
    info: given.info({ roles: ['b'] }),
    suppressedRoles: ['b'],
  });

  expect(given.rescindedTo(spark)).toHaveLength(1);
  expect(given.resultOf(spark, 'u')).toBeUndefined();
  given.finishWrites();
  expect(given.resultOf(spark, 'u')).toEqual({ outcome: 'ok' });
  expect(given.toAllocator.findLast((item) => item.item === 'framework')).toMatchObject({
    framework: { roles: [{ role: 'b', suppressed: true }], active: true },
  });
});

test('given a role the framework has not, when it is revived, then the whole call is refused', () => {
  const given = new GivenMaster();
  const spark = given.subscribe(given.gateway());

  given.call(spark, { call: 'suppress', callId: 's' as CallId, roles: ['*', 'x'] });

  expect(given.resultOf(spark, 's')).toMatchObject({ outcome: 'problem', reason: 'role-not-subscribed' });
  expect(given.core.term.cluster.frameworks.get(spark.frameworkId)?.suppressed.size).toBe(0);
});

test('given everything that is known, when nothing is named, then all tasks are told and an end marker', () => {
  const given = new GivenMaster();
  const spark = given.subscribe(given.gateway());
  given.registerAgent({
    tasks: [1, 2, 3].map((number) =>
      reportedOf({ framework: spark.frameworkId, id: `t${String(number)}`, launch: `1-1-${String(number)}` }),
    ),
  });
  const before = given.statusesTo(spark).length;

  given.call(spark, { call: 'reconcile', callId: 'r' as CallId, tasks: [] });
  given.drain();

  expect(
    given
      .statusesTo(spark)
      .slice(before)
      .map((status) => status.taskId),
  ).toEqual(['t1', 't2', 't3']);
  expect(given.heard(spark).at(-1)).toEqual({ event: 'reconcile-end', callId: 'r', pending: [] });
});

test('given a task that was dropped while its framework was away, when it is back, then it hears of it', () => {
  const given = new GivenMaster();
  const agent = given.registerAgent();
  const spark = given.subscribe(given.gateway());
  given.allocatorReady();
  given.accept(spark, [given.offer(spark, agent, 'cpus:1;mem:64').offerId], {
    tasks: [taskOf({ id: 't1', agent: 'a1' as AgentId })],
  });
  given.loseAgent(agent);
  given.loseGateway(spark.gateway);
  given.registerAgent();

  const back = given.subscribe(given.gateway(), { info: { frameworkId: spark.frameworkId }, stamp: spark.stamp });

  expect(given.statusesTo(back)).toMatchObject([{ taskId: 't1' as TaskId, state: 'dropped' }]);
});

test('given peers and a hand-over, when it is said, then everybody is sent on and nothing has effect any more', () => {
  const given = new GivenMaster();
  const agent = given.registerAgent();
  const gateway = given.gateway();

  given.step({ input: 'hand-over' });

  expect(given.heardByAgent(agent).at(-1)).toEqual({ item: 'go-away' });
  expect(given.toGateways.at(-1)?.item).toEqual({ item: 'go-away' });
  given.sendSubscribe(gateway);
  expect(given.written).toHaveLength(1);
  const late = given.agentStream();
  expect(given.ended.at(-1)).toMatchObject({ stream: late, because: { kind: 'shutting-down' } });
  expect(given.core.wakeAt).toBeUndefined();
});
