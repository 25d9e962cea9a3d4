import type { OperatorAnswer, StateEntry } from '@parley/common/contract';
import type { AgentId, FrameworkId, TaskId } from '@parley/common/kernel';
import { GivenMaster } from '../testing/given-master';
import { taskOf } from '../testing/played-peers';
import type { PlayedAgent, PlayedGateway, PlayedSession } from '../testing/played-peers';

interface Stage {
  readonly given: GivenMaster;
  readonly gateway: PlayedGateway;
  readonly agent: PlayedAgent;
  readonly spark: PlayedSession;
}

function stage(): Stage {
  const given = new GivenMaster();
  const gateway = given.gateway();
  const agent = given.registerAgent();
  const spark = given.subscribe(gateway);
  given.allocatorReady();
  given.accept(spark, [given.offer(spark, agent, 'cpus:2;mem:1024').offerId], {
    tasks: [taskOf({ id: 't1', agent: agent.agentId })],
    refuseMs: 0,
  });
  return { given, gateway, agent, spark };
}

function entriesOf(answers: readonly OperatorAnswer[]): readonly StateEntry[] {
  return answers.flatMap((answer) => (answer.answer === 'state' || answer.answer === 'changes' ? answer.entries : []));
}

test('given a cluster, when its state is read, then everything comes in chunks between begin and end', () => {
  const { given, gateway, agent, spark } = stage();
  given.offer(spark, agent, 'cpus:1;mem:64');
  for (let number = 0; number < 120; number += 1) given.registerAgent({ id: `b${String(number)}` });

  const answers = given.query(gateway, { query: 'get-state' });

  const entries = entriesOf(answers);
  expect(answers.map((answer) => answer.answer)).toEqual([
    'state-begin',
    'state',
    'state',
    'state',
    'state-end',
    'done',
  ]);
  expect(answers.at(-2)).toMatchObject({ count: entries.length });
  expect(entries.map((entry) => entry.entry).filter((kind) => kind !== 'agent')).toEqual([
    'role',
    'framework',
    'task',
    'offer',
  ]);
  expect(entries.find((entry) => entry.entry === 'agent')).toMatchObject({
    agent: { agentId: 'a1', state: 'active', hostname: 'a1.test' },
  });
  expect(entries.find((entry) => entry.entry === 'task')).toMatchObject({
    task: { taskId: 't1', state: 'staging', agentId: 'a1' },
  });
});

test('given a watch, when something changes, then it is told; and one that goes on where it was hears only what it missed', () => {
  const { given, gateway, agent, spark } = stage();
  const requestId = 900;
  given.fromGateway(gateway, { item: 'operator-query', requestId, query: { query: 'watch', resumeAfter: 0 } });
  given.drain();
  const begun = given.answersTo(requestId);
  const end = begun.find((answer) => answer.answer === 'state-end');
  expect(end).toBeDefined();
  const launch = given.launchedOn(agent, 't1');

  given.update(agent, { framework: spark.frameworkId, id: 't1', launch, state: 'running' });

  const later = given.answersTo(requestId).slice(begun.length);
  expect(entriesOf(later)).toMatchObject([
    { entry: 'task', task: { taskId: 't1', state: 'running' } },
    { entry: 'agent' },
  ]);
  const resumed = given.query(gateway, { query: 'watch', resumeAfter: end?.answer === 'state-end' ? end.version : 0 });
  expect(resumed.map((answer) => answer.answer)).toEqual(['changes']);
  expect(entriesOf(resumed)).toEqual(entriesOf(later));
  given.fromGateway(gateway, { item: 'operator-cancel', requestId });
  const told = given.answersTo(requestId).length;
  given.update(agent, { framework: spark.frameworkId, id: 't1', launch, state: 'finished' });
  expect(given.answersTo(requestId)).toHaveLength(told);
});

test('given a version that is out of reach, when a watch goes on from it, then it begins with a snapshot', () => {
  const { given, gateway } = stage();

  const answers = given.query(gateway, { query: 'watch', resumeAfter: 17 });

  expect(answers[0]?.answer).toBe('state-begin');
});

test('given a running task, when an operator kills it, then it is done once the agent has the kill', () => {
  const { given, gateway, agent, spark } = stage();
  const requestId = 900;
  const query = { query: 'kill', frameworkId: spark.frameworkId, taskId: 't1' as TaskId, graceMs: 0 } as const;

  given.fromGateway(gateway, { item: 'operator-query', requestId, query });

  expect(given.ordersTo(agent).at(-1)).toMatchObject({ item: 'kill', taskId: 't1', graceMs: 0 });
  given.fromAgent(agent, { item: 'kill-stored', frameworkId: spark.frameworkId, taskId: 't1' as TaskId });
  expect(given.answersTo(requestId)).toEqual([{ answer: 'done', deferred: false }]);
});

test('given what is not there, when an operator acts on it, then each refusal says what and what to do', () => {
  const { given, gateway, spark } = stage();
  const nobody = 'F-9-9-9' as FrameworkId;
  const task = { taskId: 'nope' as TaskId, graceMs: undefined };

  expect(given.query(gateway, { query: 'kill', frameworkId: nobody, ...task })).toMatchObject([
    { answer: 'refused', reason: 'framework-unknown' },
  ]);
  expect(given.query(gateway, { query: 'kill', frameworkId: spark.frameworkId, ...task })).toMatchObject([
    { answer: 'refused', reason: 'task-unknown' },
  ]);
  expect(given.query(gateway, { query: 'teardown', frameworkId: nobody })).toMatchObject([
    { answer: 'refused', reason: 'framework-unknown' },
  ]);
});

test('given a framework, when an operator tears it down, then it is done, twice does no harm, and its tasks can still be seen', () => {
  const { given, gateway, spark } = stage();
  const query = { query: 'teardown', frameworkId: spark.frameworkId } as const;

  expect(given.query(gateway, query)).toEqual([{ answer: 'done', deferred: false }]);
  expect(given.query(gateway, query)).toEqual([{ answer: 'done', deferred: false }]);
  const entries = entriesOf(given.query(gateway, { query: 'get-state' }));
  expect(entries).toContainEqual(
    expect.objectContaining({
      entry: 'framework',
      framework: expect.objectContaining({ state: 'completed' }) as unknown,
    }),
  );
  expect(entries).toContainEqual(
    expect.objectContaining({
      entry: 'task',
      task: expect.objectContaining({ taskId: 't1', state: 'killed' }) as unknown,
    }),
  );
});

test('given a question about files, when the agent answers, then the answer goes back; without agent or task it says so at once', () => {
  const { given, gateway, agent, spark } = stage();
  const requestId = 900;
  const query = { query: 'list-files', frameworkId: spark.frameworkId, taskId: 't1' as TaskId, path: '' } as const;

  given.fromGateway(gateway, { item: 'operator-query', requestId, query });

  const asked = given.ordersTo(agent).at(-1);
  if (asked?.item !== 'file-query') throw new Error('the agent was not asked');
  const answer = { answer: 'files', entries: [], truncated: false } as const;
  given.fromAgent(agent, { item: 'file-answer', requestId: asked.requestId, answer });
  expect(given.answersTo(requestId)).toEqual([answer]);
  expect(given.query(gateway, { ...query, taskId: 'nope' as TaskId })).toMatchObject([
    { answer: 'file-problem', kind: 'not-found' },
  ]);
  given.loseAgent(agent);
  expect(given.query(gateway, query)).toMatchObject([{ answer: 'file-problem', kind: 'agent-away' }]);
});

test('given questions that are under way, when the agent is lost or slow, then they are answered as away', () => {
  const { given, gateway, agent, spark } = stage();
  const query = {
    query: 'read-file',
    frameworkId: spark.frameworkId,
    taskId: 't1' as TaskId,
    path: 'stdout',
    offset: 0,
    lengthMax: 10,
  } as const;
  given.fromGateway(gateway, { item: 'operator-query', requestId: 901, query });
  given.advance(30_000);
  given.fromGateway(gateway, { item: 'operator-query', requestId: 902, query });

  given.loseAgent(agent);

  for (const requestId of [901, 902])
    expect(given.answersTo(requestId)).toMatchObject([{ answer: 'file-problem', kind: 'agent-away' }]);
  expect(given.core.term.fileQueries.size).toBe(0);
  expect(given.core.term.cluster.agents.get('a1' as AgentId)?.fileQueries.size).toBe(0);
});
