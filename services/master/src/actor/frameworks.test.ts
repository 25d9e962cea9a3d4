import type { AgentId, CallId, FrameworkId, TaskId, WallMs } from '@parley/common/kernel';
import { EMPTY_REGISTRY } from '../domain/registry';
import { GivenMaster } from '../testing/given-master';
import { reportedOf, taskOf } from '../testing/played-peers';
import { checkCluster } from '../testing/check-cluster';

const DAY = 86_400_000;

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
  expect(given.frameworkState(spark)).toBe('awaiting');
  given.advance(1);
  expect(given.frameworkState(spark)).toBe('disconnected');
  given.advance(5_000);
  expect(given.written.at(-1)).toMatchObject([
    { change: 'put-framework', record: { expiresAt: 1_767_225_600_000 + given.now + 95_000 } },
  ]);
  given.advance(95_000);

  expect(given.frameworkState(spark)).toBeUndefined();
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

    expect(given.frameworkState(spark)).toBe(state);
    given.advance(60_000);
    expect(given.frameworkState(spark)).toBe(later);
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
  expect(given.frameworkState(back)).toBe('connected');
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
  expect(given.sessionEnd(spark.session)).toMatchObject({ error: { reason: 'framework-removed' } });
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

  expect(given.sessionEnd(session)).toMatchObject({ error: { reason: 'framework-removed' } });
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
  expect(given.frameworkState({ frameworkId })).toBe('recovered');
  given.advance(1);

  expect(given.frameworkState({ frameworkId })).toBeUndefined();
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
  expect(given.frameworkState({ frameworkId })).toBe('disconnected');
  given.advance(1);

  expect(given.frameworkState({ frameworkId })).toBeUndefined();
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
