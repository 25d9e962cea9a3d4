import type { AgentId, CallId, FrameworkId, LinkNumber, TaskId, WallMs } from '@parley/common/kernel';
import { NO_EPOCH } from '@parley/common/kernel';
import { EMPTY_REGISTRY } from '../domain/registry';
import type { AgentRecord, RegistrySnapshot } from '../domain/registry';
import { GivenMaster } from '../testing/given-master';
import { EPOCH, reportedOf, res, taskOf } from '../testing/played-peers';
import { checkCluster } from '../testing/check-cluster';

const A1 = 'a1' as AgentId;
const T1 = 't1' as TaskId;

function recorded(id: string, state: AgentRecord['state']): readonly [AgentId, AgentRecord] {
  const info = {
    agentId: id as AgentId,
    hostname: `${id}.test`,
    resources: res('cpus:4;mem:4096'),
    attributes: [],
    domain: undefined,
  };
  return [info.agentId, { info, state, since: 0 as WallMs, deactivated: false }];
}

function registryOf(...agents: readonly (readonly [AgentId, AgentRecord])[]): RegistrySnapshot {
  return { ...EMPTY_REGISTRY, agents: new Map(agents) };
}

test('given an unknown agent, when it registers, then it is admitted only once the registry has it', () => {
  const given = new GivenMaster();
  given.holdWrites = true;

  const agent = given.registerAgent();

  expect(given.heardByAgent(agent)).toEqual([]);
  expect(given.written).toMatchObject([[{ change: 'put-agent', agentId: 'a1', record: { state: 'admitted' } }]]);
  given.finishWrites();
  expect(given.heardByAgent(agent)).toEqual([{ item: 'registered', agentId: 'a1', pingMs: 15_000, pingsMissedMax: 5 }]);
});

test('given an agent that registers again while it is being admitted, when the registry has it, then its newest word counts', () => {
  const given = new GivenMaster();
  given.holdWrites = true;
  const first = given.registerAgent({ resources: 'cpus:1' });
  const second = given.registerAgent({ resources: 'cpus:2' });

  given.finishWrites();

  expect(given.heardByAgent(first)).toEqual([]);
  expect(given.ended).toMatchObject([{ stream: first.stream, because: { kind: 'superseded' } }]);
  expect(given.heardByAgent(second)).toMatchObject([{ item: 'registered' }]);
  expect(given.core.term.cluster.agents.get(A1)?.total).toEqual(res('cpus:2'));
});

test('given an agent of the registry, when it registers, then it counts at once', () => {
  const given = new GivenMaster({ snapshot: registryOf(recorded('a1', 'admitted')) });

  const agent = given.registerAgent();

  expect(given.heardByAgent(agent)).toMatchObject([{ item: 'registered' }]);
  expect(given.core.term.cluster.recovered.size).toBe(0);
});

test('given an agent that is gone, when it registers, then it is refused for good', () => {
  const given = new GivenMaster({ snapshot: registryOf(recorded('a1', 'gone')) });

  const agent = given.registerAgent();

  expect(given.heardByAgent(agent)).toMatchObject([{ item: 'refused', reason: 'gone' }]);
  expect(given.ended).toMatchObject([{ stream: agent.stream, because: { kind: 'refused' } }]);
});

test('given a registration that does not add up, when it ends, then the stream is ended as malformed', () => {
  const given = new GivenMaster();
  const peer = { stream: given.agentStream(), link: 1 as LinkNumber };
  const info = { agentId: A1, hostname: '', resources: res('cpus:1'), attributes: [], domain: undefined };

  given.fromAgent(peer, { item: 'register-begin', info, bootId: '' }, { item: 'register-end', count: 1 });

  expect(given.ended).toMatchObject([{ stream: peer.stream, because: { kind: 'malformed' } }]);
});

test('given a stream that never registers, when its time is up, then it is ended', () => {
  const given = new GivenMaster();
  const stream = given.agentStream();

  given.advance(60_000);

  expect(given.ended).toMatchObject([{ stream, because: { kind: 'malformed' } }]);
});

test('given two links of one agent, when the older speaks, then only the newer has effect', () => {
  const given = new GivenMaster();
  const newer = given.registerAgent({ link: 8 });

  const older = given.registerAgent({ link: 7, resources: 'cpus:1' });

  expect(given.ended).toMatchObject([{ stream: older.stream, because: { kind: 'superseded' } }]);
  expect(given.core.term.cluster.agents.get(A1)?.link?.stream).toBe(newer.stream);
  expect(given.events).toContainEqual({ event: 'batch-dropped', peer: 'agent', because: 'link' });
});

test('given batches of other epochs, when they arrive, then older ones have no effect and a newer one ends this master', () => {
  const given = new GivenMaster();
  const agent = given.registerAgent();
  const send = (epoch: typeof EPOCH): void => {
    const items = [{ item: 'resources', total: res('cpus:1') }] as const;
    const message = { epoch, link: agent.link, sequence: 1, items };
    given.step({ input: 'agent-stream', event: { event: 'message', stream: agent.stream, message } });
  };

  send(NO_EPOCH);
  expect(given.abandoned).toEqual([]);
  const back = given.registerAgent();
  const message = { epoch: { ...EPOCH, revision: 8 }, link: back.link, sequence: 1, items: [] };
  given.step({ input: 'agent-stream', event: { event: 'message', stream: back.stream, message } });

  expect(given.core.term.cluster.agents.get(A1)?.total).toEqual(res('cpus:4;mem:4096'));
  expect(given.abandoned).toHaveLength(1);
});

test('given an agent of another cluster, when it comes, then it is refused with what to do', () => {
  const given = new GivenMaster();
  const stream = given.agentStream();
  const message = {
    epoch: { clusterId: 'other', incarnation: 1, revision: 7 },
    link: 1 as LinkNumber,
    sequence: 1,
    items: [],
  };

  given.step({ input: 'agent-stream', event: { event: 'message', stream, message } });

  expect(given.heardByAgent({ stream })).toMatchObject([{ item: 'refused', reason: 'foreign-cluster' }]);
});

test('given an agent that falls silent, when five pings went unanswered, then it is unreachable through the registry, its tasks with it', () => {
  const given = new GivenMaster();
  const gateway = given.gateway();
  const agent = given.registerAgent();
  const spark = given.subscribe(gateway);
  given.allocatorReady();
  const offer = given.offer(spark, agent, 'cpus:4;mem:4096');
  given.accept(spark, [offer.offerId], { tasks: [taskOf({ id: 't1', agent: A1 })], callId: 'c', refuseMs: 0 });
  const open = given.offer(spark, agent, 'cpus:3;mem:4032');
  given.silent.add(agent.stream);

  given.advance(75_000);
  expect(given.statusesTo(spark)).toEqual([]);
  given.advance(15_000);

  expect(given.statusesTo(spark)).toMatchObject([
    { taskId: 't1', state: 'unreachable', reason: 'agent-removed', source: 'master', uuid: '' },
  ]);
  expect(given.rescindedTo(spark)).toContain(open.offerId);
  expect(given.heard(spark)).toContainEqual({ event: 'agent-lost', agentId: A1 });
  expect(given.resultOf(spark, 'c')).toMatchObject({ outcome: 'outcome-unknown' });
  expect(given.written.at(-1)).toMatchObject([{ change: 'put-agent', record: { state: 'unreachable' } }]);
  expect(given.toAllocator).toContainEqual({ item: 'agent-removed', agentId: A1 });
  expect(checkCluster(given.core)).toEqual([]);
});

test('given an unreachable agent, when it comes back, then it is readmitted through the registry and its tasks are as they were', () => {
  const given = new GivenMaster();
  const gateway = given.gateway();
  const agent = given.registerAgent();
  const spark = given.subscribe(gateway);
  given.allocatorReady();
  const offer = given.offer(spark, agent, 'cpus:4;mem:4096');
  given.accept(spark, [offer.offerId], { tasks: [taskOf({ id: 't1', agent: A1 })] });
  const launch = given.launchedOn(agent, 't1');
  given.update(agent, { framework: spark.frameworkId, id: 't1', launch, state: 'running' });
  given.silent.add(agent.stream);
  given.advance(90_000);
  given.holdWrites = true;

  const back = given.registerAgent({ tasks: [reportedOf({ framework: spark.frameworkId, id: 't1', launch })] });

  expect(given.heardByAgent(back)).toEqual([]);
  given.finishWrites();
  expect(given.heardByAgent(back)).toMatchObject([{ item: 'registered' }]);
  expect(given.statusesTo(spark).map((status) => [status.state, status.reason])).toEqual([
    ['running', undefined],
    ['unreachable', 'agent-removed'],
    ['running', 'agent-reregistered'],
  ]);
  expect(given.ordersTo(back)).toEqual([]);
});

test('given a master that was stalled itself, when it goes on, then nobody is blamed for the silence', () => {
  const given = new GivenMaster();
  const agent = given.registerAgent();
  given.silent.add(agent.stream);

  for (let round = 0; round < 10; round += 1) given.stall(80_000);

  expect(given.core.term.cluster.agents.get(A1)?.lifecycle.state).toBe('active');
});

test('given many silent agents, when they are due, then at most the share of the window is marked, and the others wait', () => {
  const given = new GivenMaster();
  for (let number = 0; number < 40; number += 1)
    given.silent.add(given.registerAgent({ id: `b${String(number)}` }).stream);

  given.advance(100_000);

  const states = () =>
    [...given.core.term.cluster.agents.values()].filter((agent) => agent.lifecycle.state === 'unreachable').length;
  expect(states()).toBe(2);
  given.advance(600_000);
  expect(states()).toBe(4);
});

test('given removals that are paused, when agents are silent, then none is marked', () => {
  const given = new GivenMaster({ settings: { removalsPaused: true } });
  given.silent.add(given.registerAgent().stream);

  given.advance(1_000_000);

  expect(given.core.term.cluster.agents.get(A1)?.lifecycle.state).toBe('active');
  expect(given.events).toContainEqual({ event: 'removal-held', agentId: A1, because: 'paused' });
});

test('given an agent whose link broke, when time passes without it, then it is unreachable just the same', () => {
  const given = new GivenMaster();
  given.loseAgent(given.registerAgent());

  expect(given.core.term.cluster.agents.get(A1)?.lifecycle.state).toBe('disconnected');
  given.advance(90_000);

  expect(given.core.term.cluster.agents.get(A1)?.lifecycle.state).toBe('unreachable');
});

test('given agents of the registry, when they do not register after an election, then they are unreachable, and questions about them are answered', () => {
  const given = new GivenMaster({ snapshot: registryOf(recorded('a1', 'admitted')) });
  const spark = given.subscribe(given.gateway());
  given.call(spark, {
    call: 'reconcile',
    callId: 'r' as CallId,
    tasks: [
      { taskId: T1, agentId: A1 },
      { taskId: 't2' as TaskId, agentId: undefined },
    ],
  });
  expect(given.heard(spark)).toContainEqual({ event: 'reconcile-end', callId: 'r', pending: ['t1', 't2'] });

  given.advance(600_000);

  expect(given.statusesTo(spark)).toMatchObject([
    { taskId: 't1', state: 'unreachable', reason: 'reconciliation' },
    { taskId: 't2', state: 'unknown', reason: 'reconciliation' },
  ]);
});

test.each([
  ['a registered agent', 'a1', 'gone'],
  ['an unreachable agent', 'u1', 'unreachable'],
  ['an agent that is gone', 'g1', 'gone-by-operator'],
  ['an agent nobody knows', 'x1', 'unknown'],
  ['no agent', undefined, 'unknown'],
])(
  'given an unknown task on %s, when it is asked about, then the answer is that of the table',
  (_what, agentId, state) => {
    const given = new GivenMaster({ snapshot: registryOf(recorded('u1', 'unreachable'), recorded('g1', 'gone')) });
    given.registerAgent();
    const spark = given.subscribe(given.gateway());

    given.call(spark, {
      call: 'reconcile',
      callId: 'r' as CallId,
      tasks: [{ taskId: T1, agentId: agentId as AgentId | undefined }],
    });

    expect(given.statusesTo(spark)).toMatchObject([
      { taskId: 't1', state, source: 'master', reason: 'reconciliation', uuid: '' },
    ]);
    expect(given.heard(spark)).toContainEqual({ event: 'reconcile-end', callId: 'r', pending: [] });
  },
);

test('given agents that report tasks, when the total of one shrinks, then its open offers are taken back', () => {
  const given = new GivenMaster();
  const agent = given.registerAgent();
  const spark = given.subscribe(given.gateway());
  given.allocatorReady();
  const offer = given.offer(spark, agent, 'cpus:4;mem:4096');

  given.fromAgent(agent, { item: 'resources', total: res('cpus:2;mem:4096') });

  expect(given.rescindedTo(spark)).toEqual([offer.offerId]);
  expect(given.toAllocator.findLast((item) => item.item === 'agent')).toMatchObject({
    agent: { total: res('cpus:2;mem:4096') },
  });
});

test('given a fenced write, when its outcome comes, then the master is over', () => {
  const given = new GivenMaster();
  given.holdWrites = true;
  given.registerAgent();

  given.finishWrites('fenced');

  expect(given.abandoned).toHaveLength(1);
});

test('given a task of a framework that is still away, when an agent reports it after an election, then it is kept for the framework', () => {
  const frameworkId = 'F-1-2-3' as FrameworkId;
  const info = new GivenMaster().info({ frameworkId });
  const snapshot = {
    ...EMPTY_REGISTRY,
    frameworks: new Map([[frameworkId, { info, subscribeId: 's', expiresAt: undefined }]]),
  };
  const given = new GivenMaster({ snapshot });
  given.registerAgent({ tasks: [reportedOf({ framework: frameworkId, id: 't1', launch: '1-2-9' })] });

  const spark = given.subscribe(given.gateway(), {
    info: { frameworkId },
    stamp: { epoch: { ...EPOCH, revision: 2 }, counter: 4 },
  });
  given.drain();

  expect(given.statusesTo(spark)).toMatchObject([{ taskId: 't1', state: 'running', reason: 'reconciliation' }]);
  expect(given.heard(spark).at(-1)).toEqual({ event: 'reconcile-end', callId: '', pending: [] });
});
