import type { CallId, FrameworkId, LaunchId } from '@parley/common/kernel';
import { GivenMaster } from '../testing/given-master';
import { reportedOf, taskOf } from '../testing/played-peers';
import type { PlayedAgent, PlayedSession } from '../testing/played-peers';
import { checkCluster } from '../testing/check-cluster';

interface Stage {
  readonly given: GivenMaster;
  readonly agent: PlayedAgent;
  readonly spark: PlayedSession;
}

function stage(): Stage {
  const given = new GivenMaster();
  const gateway = given.gateway();
  const agent = given.registerAgent();
  const spark = given.subscribe(gateway);
  given.allocatorReady();
  return { given, agent, spark };
}

function launched(now: Stage, ...ids: readonly string[]): readonly LaunchId[] {
  const { given, agent, spark } = now;
  const offer = given.offer(spark, agent, 'cpus:4;mem:4096');
  given.accept(spark, [offer.offerId], {
    tasks: ids.map((id) => taskOf({ id, agent: agent.agentId })),
    callId: `launch ${ids.join(' ')}`,
    refuseMs: 0,
  });
  return ids.map((id) => given.launchedOn(agent, id));
}

test('given an offer, when a task is launched, then the order carries the trace on and ok waits until the agent has it durably', () => {
  const now = stage();
  const [launch] = launched(now, 't1');
  const order = now.given.ordersTo(now.agent).find((item) => item.item === 'launch');

  expect(now.given.resultOf(now.spark, 'launch t1')).toBeUndefined();
  now.given.fromAgent(now.agent, { item: 'launch-stored', launchId: launch! });

  expect(now.given.resultOf(now.spark, 'launch t1')).toEqual({ outcome: 'ok' });
  const offer = now.given.offersTo(now.spark)[0]!;
  expect(order).toMatchObject({ order: { frameworkId: now.spark.frameworkId, launchId: launch, role: '*' } });
  expect(order?.item === 'launch' && order.order.traceparent.slice(3, 35)).toBe(offer.traceparent.slice(3, 35));
});

test('given an invalid task among valid ones, when they are launched, then it alone is answered with all its problems', () => {
  const { given, agent, spark } = stage();
  const offer = given.offer(spark, agent, 'cpus:4;mem:4096');
  const bad = taskOf({ id: 'bad', agent: agent.agentId });
  const broken = {
    task: { ...bad.task, agentId: 'a9' as typeof agent.agentId, command: { ...bad.task.command, value: '' } },
    problems: [],
  };

  given.accept(spark, [offer.offerId], {
    tasks: [taskOf({ id: 't1', agent: agent.agentId }), broken, taskOf({ id: 't2', agent: agent.agentId })],
    callId: 'c',
  });

  expect(given.statusesTo(spark)).toMatchObject([
    { taskId: 'bad', state: 'error', reason: 'task-invalid', source: 'master', uuid: '' },
  ]);
  for (const id of ['t1', 't2'])
    given.fromAgent(agent, { item: 'launch-stored', launchId: given.launchedOn(agent, id) });
  const result = given.resultOf(spark, 'c');
  expect(result).toMatchObject({ outcome: 'problem', reason: 'tasks-invalid' });
  expect(result?.outcome === 'problem' && result.problems.map((problem) => problem.field)).toEqual([
    'operations[0].tasks[1].agent_id',
    'operations[0].tasks[1].command.value',
  ]);
});

test('given tasks that need more than is left, when they are launched in order, then the first that fit run', () => {
  const { given, agent, spark } = stage();
  const offer = given.offer(spark, agent, 'cpus:2;mem:1024');
  const task = (id: string, resources: string) => taskOf({ id, agent: agent.agentId, resources });

  given.accept(spark, [offer.offerId], {
    tasks: [task('t1', 'cpus:1.5'), task('t2', 'cpus:1'), task('t3', 'cpus:0.5')],
  });

  expect(given.ordersTo(agent).map((item) => item.item === 'launch' && item.order.task.taskId)).toEqual(['t1', 't3']);
  expect(checkCluster(given.core)).toEqual([]);
});

test('given a call that is sent twice, when the second arrives, then it has no second effect and the same result', () => {
  const now = stage();
  const [launch] = launched(now, 't1');
  now.given.fromAgent(now.agent, { item: 'launch-stored', launchId: launch! });
  const offerId = now.given.offersTo(now.spark)[0]!.offerId;

  now.given.accept(now.spark, [offerId], {
    tasks: [taskOf({ id: 't1', agent: now.agent.agentId })],
    callId: 'launch t1',
  });

  expect(now.given.resultsOf(now.spark, 'launch t1')).toEqual([{ outcome: 'ok' }, { outcome: 'ok' }]);
  expect(now.given.statusesTo(now.spark)).toEqual([]);
});

test('given a running task, when it ends, then its resources are free at once, and it is forgotten once acknowledged', () => {
  const now = stage();
  const { given, agent, spark } = now;
  const [launch] = launched(now, 't1');
  const { cluster } = given.core.term;

  given.update(agent, {
    framework: spark.frameworkId,
    id: 't1',
    launch: launch!,
    state: 'running',
    latest: 'finished',
  });

  expect(cluster.agents.get(agent.agentId)?.used.scalars.size).toBe(0);
  given.call(spark, {
    call: 'acknowledge',
    callId: '' as CallId,
    acknowledgements: [{ agentId: agent.agentId, taskId: 't1' as never, uuid: `${launch!}.running` }],
  });
  expect(cluster.frameworks.get(spark.frameworkId)?.tasks.size).toBe(1);
  given.update(agent, { framework: spark.frameworkId, id: 't1', launch: launch!, state: 'finished' });
  given.call(spark, {
    call: 'acknowledge',
    callId: '' as CallId,
    acknowledgements: [{ agentId: agent.agentId, taskId: 't1' as never, uuid: `${launch!}.finished` }],
  });
  expect(cluster.frameworks.get(spark.frameworkId)?.tasks.size).toBe(0);
  expect(given.ordersTo(agent).filter((item) => item.item === 'acknowledge')).toHaveLength(2);
});

test('given an update nobody acknowledged, when the framework subscribes again, then it is delivered again at once', () => {
  const now = stage();
  const { given, agent, spark } = now;
  const [launch] = launched(now, 't1');
  given.update(agent, { framework: spark.frameworkId, id: 't1', launch: launch!, state: 'running' });

  const again = given.subscribe(spark.gateway, { info: { frameworkId: spark.frameworkId } });
  given.drain();

  expect(given.statusesTo(again)).toMatchObject([{ state: 'running', uuid: `${launch!}.running` }]);
  expect(given.toGateways.map(({ item }) => item)).toContainEqual(
    expect.objectContaining({
      item: 'session-ended',
      session: spark.session,
      error: expect.objectContaining({ reason: 'session-replaced' }) as unknown,
    }),
  );
});

test('given a launch whose link broke, when the agent registers without it, then it is dropped, never sent again, and its call not ok', () => {
  const now = stage();
  const { given, agent, spark } = now;
  launched(now, 't1');
  given.loseAgent(agent);

  const back = given.registerAgent();

  expect(given.ordersTo(back)).toEqual([]);
  expect(given.statusesTo(spark)).toMatchObject([
    { taskId: 't1', state: 'dropped', reason: 'reconciliation', source: 'master' },
  ]);
  expect(given.resultOf(spark, 'launch t1')).toMatchObject({ outcome: 'problem', reason: 'launch-dropped' });
  expect(checkCluster(given.core)).toEqual([]);
});

test('given a launch whose link broke, when the agent reports it, then its call is ok and the task goes on', () => {
  const now = stage();
  const { given, agent, spark } = now;
  const [launch] = launched(now, 't1');
  given.loseAgent(agent);

  given.registerAgent({ tasks: [reportedOf({ framework: spark.frameworkId, id: 't1', launch: launch! })] });

  expect(given.resultOf(spark, 'launch t1')).toEqual({ outcome: 'ok' });
  expect(given.core.term.cluster.frameworks.get(spark.frameworkId)?.tasks.get('t1' as never)?.state).toBe('running');
});

test('given a task that ran, when its agent comes back without it, then it is gone', () => {
  const now = stage();
  const { given, agent, spark } = now;
  const [launch] = launched(now, 't1');
  given.update(agent, { framework: spark.frameworkId, id: 't1', launch: launch!, state: 'running' });
  given.loseAgent(agent);

  given.registerAgent();

  expect(given.statusesTo(spark).at(-1)).toMatchObject({
    taskId: 't1',
    launchId: launch,
    state: 'gone',
    reason: 'reconciliation',
  });
});

test('given two launches of one task, when both are reported, then the higher is the task and the other is killed by its launch id', () => {
  const { given, spark } = stage();
  const first = given.registerAgent({
    id: 'b1',
    tasks: [reportedOf({ framework: spark.frameworkId, id: 't1', launch: '1-3-1' })],
  });

  const second = given.registerAgent({
    id: 'b2',
    tasks: [reportedOf({ framework: spark.frameworkId, id: 't1', launch: '1-3-2' })],
  });
  const third = given.registerAgent({
    id: 'b3',
    tasks: [reportedOf({ framework: spark.frameworkId, id: 't1', launch: '1-2-9' })],
  });

  const killOf = (agent: PlayedAgent) => given.ordersTo(agent).filter((item) => item.item === 'kill');
  expect(killOf(first)).toMatchObject([{ taskId: 't1', launchId: '1-3-1' }]);
  expect(killOf(second)).toEqual([]);
  expect(killOf(third)).toMatchObject([{ taskId: 't1', launchId: '1-2-9' }]);
  given.update(third, { framework: spark.frameworkId, id: 't1', launch: '1-2-9' as LaunchId, state: 'killed' });
  expect(given.statusesTo(spark).at(-1)).toMatchObject({ launchId: '1-2-9', state: 'killed' });
  expect(given.core.term.cluster.frameworks.get(spark.frameworkId)?.tasks.get('t1' as never)?.launchId).toBe('1-3-2');
  expect(checkCluster(given.core)).toEqual([]);
});

test('given a task of a framework that is finished, when its agent reports it, then the agent is told to end it, and what it holds is not offered', () => {
  const { given } = stage();
  const ghost = given.registerAgent({
    id: 'b1',
    tasks: [reportedOf({ framework: 'F-1-1-1' as FrameworkId, id: 't1', launch: '1-3-1' })],
  });

  expect(given.ordersTo(ghost)).toEqual([{ item: 'shutdown-framework', frameworkId: 'F-1-1-1' }]);
  expect(given.core.term.cluster.agents.get(ghost.agentId)?.used.scalars.get('cpus')).toBe(1_000);
  given.update(ghost, {
    framework: 'F-1-1-1' as FrameworkId,
    id: 't1',
    launch: '1-3-1' as LaunchId,
    state: 'killed',
    uuid: 'u1',
  });
  expect(given.ordersTo(ghost).at(-1)).toMatchObject({ item: 'acknowledge', uuid: 'u1' });
  expect(given.core.term.cluster.agents.get(ghost.agentId)?.used.scalars.size).toBe(0);
});

test('given a task on an agent that is there, when it is killed, then ok comes once the agent has the kill', () => {
  const now = stage();
  const { given, agent, spark } = now;
  const [launch] = launched(now, 't1');

  given.call(spark, { call: 'kill', callId: 'k' as CallId, taskId: 't1' as never, agentId: undefined, graceMs: 10 });

  expect(given.ordersTo(agent).at(-1)).toEqual({
    item: 'kill',
    frameworkId: spark.frameworkId,
    taskId: 't1',
    launchId: launch,
    graceMs: 10,
  });
  expect(given.resultOf(spark, 'k')).toBeUndefined();
  given.fromAgent(agent, { item: 'kill-stored', frameworkId: spark.frameworkId, taskId: 't1' as never });
  expect(given.resultOf(spark, 'k')).toEqual({ outcome: 'ok' });
});

test('given a task on an agent that is away, when it is killed, then the kill is deferred and sent when the agent is back', () => {
  const now = stage();
  const { given, agent, spark } = now;
  const [launch] = launched(now, 't1');
  given.update(agent, { framework: spark.frameworkId, id: 't1', launch: launch!, state: 'running' });
  given.loseAgent(agent);

  given.call(spark, {
    call: 'kill',
    callId: 'k' as CallId,
    taskId: 't1' as never,
    agentId: undefined,
    graceMs: undefined,
  });
  const back = given.registerAgent({
    tasks: [reportedOf({ framework: spark.frameworkId, id: 't1', launch: launch! })],
  });

  expect(given.resultOf(spark, 'k')).toEqual({ outcome: 'deferred' });
  expect(given.ordersTo(back)).toMatchObject([{ item: 'kill', taskId: 't1', launchId: launch }]);
});

test('given a kill that was sent, when the link breaks before the agent has it, then it is deferred', () => {
  const now = stage();
  launched(now, 't1');
  now.given.call(now.spark, {
    call: 'kill',
    callId: 'k' as CallId,
    taskId: 't1' as never,
    agentId: undefined,
    graceMs: undefined,
  });

  now.given.loseAgent(now.agent);

  expect(now.given.resultOf(now.spark, 'k')).toEqual({ outcome: 'deferred' });
});

test('given a task id nobody knows, when it is killed, then the answer is that of a question about it', () => {
  const { given, spark } = stage();

  given.call(spark, {
    call: 'kill',
    callId: 'k' as CallId,
    taskId: 'nope' as never,
    agentId: undefined,
    graceMs: undefined,
  });

  expect(given.statusesTo(spark)).toMatchObject([{ taskId: 'nope', state: 'unknown', reason: 'reconciliation' }]);
  expect(given.resultOf(spark, 'k')).toEqual({ outcome: 'ok' });
});

test('given a launch that two agents claim, when the second registers, then it is killed there, and nobody hears of it', () => {
  const { given, spark } = stage();
  const reported = reportedOf({ framework: spark.frameworkId, id: 't1', launch: '1-3-1' });
  given.registerAgent({ id: 'b1', tasks: [reported] });
  const heard = given.statusesTo(spark).length;

  const copy = given.registerAgent({ id: 'b2', tasks: [reported] });
  given.update(copy, {
    framework: spark.frameworkId,
    id: 't1',
    launch: reported.launchId,
    state: 'killed',
    uuid: 'u1',
  });

  expect(given.ordersTo(copy).map((item) => item.item)).toEqual(['kill', 'acknowledge']);
  expect(given.statusesTo(spark)).toHaveLength(heard);
  expect(given.core.term.cluster.frameworks.get(spark.frameworkId)?.tasks.get('t1' as never)?.state).toBe('running');
  expect(checkCluster(given.core)).toEqual([]);
});
