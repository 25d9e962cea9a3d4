import type { Epoch, LinkNumber, StreamId } from '@parley/common/kernel';
import type { AgentRecord } from '../domain/agent-records';
import { amount, EPOCH, GivenAgent, launchId, order } from '../testing/given-agent';

const HIGHER: Epoch = { ...EPOCH, revision: 8 };
const LOWER: Epoch = { ...EPOCH, revision: 6 };

test('given a new agent, when it starts, then nobody is contacted before its name and run are durable', () => {
  const agent = new GivenAgent();

  agent.step({ input: 'begin' });
  agent.advance(1_000);
  expect(agent.effectsOf('ask')).toEqual([]);
  expect(agent.unstored).toMatchObject([{ record: 'identity', identity: { agentId: 'agent-1', run: 1 } }]);
  agent.store();
  agent.advance(1_000);

  expect(agent.effectsOf('ask')).toEqual([{ effect: 'ask', target: 'm1:5050' }]);
});

test('given a leader of a higher epoch, when it is found, then the epoch is durable before the link is opened', () => {
  const agent = new GivenAgent();
  agent.step({ input: 'begin' });
  agent.storeAll();
  agent.advance(5_000);

  agent.step({
    input: 'leader-answered',
    target: 'm1:5050',
    answer: { clusterId: 'c1', leading: true, epoch: EPOCH, address: 'm1:5050' },
  });
  expect(agent.dials).toEqual([]);
  expect(agent.unstored).toEqual([{ record: 'epoch', epoch: EPOCH }]);
  agent.store();

  expect(agent.dials).toMatchObject([{ address: 'm1:5050', link: 1_000_001 }]);
});

test('given an earlier run, when the agent starts again, then it keeps its name and its links are newer', () => {
  const first = new GivenAgent().registered();
  const domain = { region: 'eu', zone: 'eu-1' };
  const second = new GivenAgent(first.durable, { domain }).registered();

  expect(second.dials.at(-1)?.link).toBe(2_000_001);
  expect(first.sent[0]).toMatchObject({ item: 'register-begin', info: { agentId: 'agent-1', domain: undefined } });
  expect(second.sent[0]).toMatchObject({ item: 'register-begin', info: { agentId: 'agent-1', domain } });
});

test('given many launches, when the agent registers, then they are told in chunks with their number at the end', () => {
  const agent = new GivenAgent([], { resources: amount('cpus:200;mem:100000') }).registered();
  for (let counter = 1; counter <= 120; counter += 1) agent.running(counter);
  agent.loseLink();
  const before = agent.sent.length;

  agent.linked();

  const told = agent.sent.slice(before);
  expect(told.map((item) => item.item)).toEqual([
    'register-begin',
    'register-tasks',
    'register-tasks',
    'register-tasks',
    'register-end',
  ]);
  expect(told.at(-1)).toEqual({ item: 'register-end', count: 120 });
});

test('given a launch whose intent was being stored when the link was lost, when the agent registers, then it is told', () => {
  const agent = new GivenAgent().registered();
  agent.launch(order(1));
  agent.loseLink();

  agent.linked();

  expect(agent.sent.filter((item) => item.item === 'register-tasks')).toMatchObject([
    { tasks: [{ launchId: launchId(1), state: 'staging' }] },
  ]);
});

test.each([
  ['a lower epoch', { epoch: LOWER, link: 1_000_001, stream: 1 }],
  ['a higher epoch', { epoch: HIGHER, link: 1_000_001, stream: 1 }],
  ['another link', { epoch: EPOCH, link: 1_000_000, stream: 1 }],
  ['another stream', { epoch: EPOCH, link: 1_000_001, stream: 9 }],
])('given a message of %s, when it comes, then it has no effect', (_what, { epoch, link, stream }) => {
  const agent = new GivenAgent().registered();

  agent.hearFrom({ epoch, link: link as LinkNumber, stream: stream as StreamId }, { item: 'launch', order: order(1) });

  expect(agent.unstored).toEqual([]);
  expect(agent.effectsOf('observe').at(-1)?.event.event).toBe(epoch === HIGHER ? 'leader-lost' : 'batch-dropped');
});

test('given the link of a leader, when a higher epoch shows on it, then the link is given up and only that term or a later is followed', () => {
  const agent = new GivenAgent().registered();

  agent.hearFrom({ epoch: HIGHER, link: 1_000_001 as LinkNumber, stream: agent.stream }, { item: 'ping', ping: 1 });
  agent.linked(EPOCH);
  expect(agent.dials).toHaveLength(1);
  agent.advance(5_000);
  agent.registered(HIGHER);

  expect(agent.effectsOf('end-master-stream')).toHaveLength(1);
  expect(agent.dials).toHaveLength(2);
  expect(agent.book.epoch).toEqual(HIGHER);
});

test('given a silent leader, when its time is over, then the link is given up; pings keep it', () => {
  const agent = new GivenAgent().registered();

  agent.advance(70_000);
  agent.hear({ item: 'ping', ping: 3 });
  expect(agent.sent.at(-1)).toEqual({ item: 'pong', ping: 3 });
  agent.advance(74_999);
  expect(agent.effectsOf('end-master-stream')).toEqual([]);
  agent.advance(1);

  expect(agent.effectsOf('end-master-stream')).toMatchObject([{ because: { kind: 'lost' } }]);
});

test('given a registration that nobody answers, when its time is over, then the leader is looked for again', () => {
  const agent = new GivenAgent().linked();

  agent.advance(10_000);
  agent.registered();

  expect(agent.dials.map((dial) => dial.link)).toEqual([1_000_001, 1_000_002]);
});

test('given a leader that hands over, when it says so, then what follows in its message has no effect and the next is looked for', () => {
  const agent = new GivenAgent().registered();
  const asked = agent.effectsOf('ask').length;

  agent.hear({ item: 'go-away' }, { item: 'launch', order: order(1) });
  agent.advance(0);

  expect(agent.unstored).toEqual([]);
  expect(agent.effectsOf('ask').length).toBe(asked + 1);
});

test('given a master of another cluster, when it answers, then it is not followed', () => {
  const agent = new GivenAgent().registered();
  agent.loseLink();

  agent.linked({ clusterId: 'c2', incarnation: 99, revision: 1 });

  expect(agent.dials).toHaveLength(1);
  expect(agent.effectsOf('observe').map((each) => each.event)).toContainEqual({
    event: 'foreign-cluster',
    clusterId: 'c2',
    expected: 'c1',
  });
});

test('given an agent that was declared gone, when it hears of it, then it ends its tasks and halts', () => {
  const agent = new GivenAgent().registered();
  agent.running(1);

  agent.hear({ item: 'refused', reason: 'gone', message: 'declared gone' });
  agent.storeAll();
  agent.exited(1, 143);
  agent.storeAll();
  agent.advance(3_600_000);

  expect(agent.effectsOf('halt')).toMatchObject([{ halt: { why: 'gone' } }]);
  expect(agent.dials).toHaveLength(1);
});

test('given a registered agent, when time passes, then it measures and reports its resources every 15 s', () => {
  const agent = new GivenAgent().registered();

  agent.advance(15_000);
  agent.step({ input: 'resources-measured', total: amount('cpus:8') });

  expect(agent.effectsOf('measure-resources')).toHaveLength(1);
  expect(agent.sent.at(-1)).toEqual({ item: 'resources', total: amount('cpus:8') });
});

describe('a new run of the agent', () => {
  const process = { pid: 77, startTime: 5, bootId: 'boot-1' };

  test('given a launch that never got its go-ahead, when the agent is back, then it is dropped and does not run', () => {
    const first = new GivenAgent().registered();
    first.launch(order(1));
    first.storeAll();

    const second = new GivenAgent(first.durable).registered();

    expect(second.told).toEqual(['1-7-1 dropped']);
    expect(second.statuses[0]).toMatchObject({ reason: 'agent-restarted' });
    expect(second.effectsOf('prepare-process')).toEqual([]);
    expect(second.book.used).toEqual(amount(''));
  });

  test('given a running task, when the agent is back, then it is looked for and reported as it was', () => {
    const first = new GivenAgent().registered();
    first.running(1);

    const second = new GivenAgent(first.durable).registered();
    second.started(1);
    second.storeAll();

    expect(second.effectsOf('adopt-process')).toMatchObject([
      { sandbox: { launchId: launchId(1) }, process: { pid: 1_001 } },
    ]);
    expect(second.told).toEqual(['1-7-1 running']);
    expect(second.book.used).toEqual(amount('cpus:1;mem:64'));
  });

  test('given a task that ended meanwhile, when the agent is back, then its end is reported once, over any number of runs', () => {
    const first = new GivenAgent().registered();
    first.running(1);
    const second = new GivenAgent(first.durable).registered();
    second.acknowledge(second.statuses.at(-1));
    second.exited(1, 7);
    second.storeAll();

    const third = new GivenAgent(second.durable).registered();
    third.exited(1, 7);
    third.storeAll();

    expect(second.told).toEqual(['1-7-1 running', '1-7-1 failed']);
    expect(third.told).toEqual(['1-7-1 failed']);
    expect(third.statuses[0]?.uuid).toBe(second.statuses[1]?.uuid);
    expect(third.effectsOf('adopt-process')).toEqual([]);
  });

  test('given a kill under way, when the agent is back, then the kill goes on', () => {
    const first = new GivenAgent().registered();
    first.running(1);
    first.kill(1);
    first.store();

    const second = new GivenAgent(first.durable).registered();

    expect(second.effectsOf('signal-process').map((each) => each.signal)).toEqual(['terminate', 'kill']);
  });

  test.each([
    [{ started: true, sameBoot: true }, 'failed', 'executor-terminated'],
    [{ started: true, sameBoot: false }, 'gone', 'agent-restarted'],
    [{ started: false, sameBoot: true }, 'gone', 'agent-restarted'],
  ])('given a launch of which only %p is left, when the agent is back, then its task is %s', (found, state, reason) => {
    const stored: AgentRecord[] = [
      ...new GivenAgent().registered().durable,
      { record: 'launch', launch: { ...summary(), launchId: launchId(1) } },
      { record: 'process', launchId: launchId(1), process },
    ];

    const agent = new GivenAgent(stored).registered();
    const data = new Uint8Array(0);
    agent.step({
      input: 'process',
      event: { event: 'ended', launchId: launchId(1), found: { end: 'vanished', ...found }, data },
    });
    agent.storeAll();

    expect(agent.statuses).toMatchObject([{ state, reason }]);
  });
});

function summary(): Extract<AgentRecord, { record: 'launch' }>['launch'] {
  const { frameworkId, frameworkName, role, launchId: id, task, traceparent } = order(1);
  const { taskId, name, resources } = task;
  return {
    launchId: id,
    frameworkId,
    frameworkName,
    role,
    taskId,
    taskName: name,
    resources,
    graceMs: undefined,
    traceparent,
  };
}
