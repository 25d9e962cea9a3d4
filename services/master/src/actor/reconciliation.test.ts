import type { AgentId, CallId, FrameworkId, TaskId, WallMs } from '@parley/common/kernel';
import { LIMITS } from '../domain/limits';
import { EMPTY_REGISTRY } from '../domain/registry';
import { GivenMaster } from '../testing/given-master';
import { reportedOf, res } from '../testing/played-peers';
import type { PlayedSession } from '../testing/played-peers';
import { PendingReconciliation } from './pending-reconciliation';

const A1 = 'a1' as AgentId;
const SPARK = 'F-1' as FrameworkId;

function manyTasks(count: number): readonly { readonly taskId: TaskId; readonly agentId: AgentId }[] {
  return Array.from({ length: count }, (_, n) => ({ taskId: `t${String(n)}` as TaskId, agentId: A1 }));
}

/** A framework with so many tasks on one agent, of all of which it was told. */
function withTasks(count: number) {
  const given = new GivenMaster();
  const spark = given.subscribe(given.gateway());
  const tasks = Array.from({ length: count }, (_, n) =>
    reportedOf({ framework: spark.frameworkId, id: `t${String(n)}`, launch: `1-1-${String(n)}` }),
  );
  given.registerAgent({ resources: 'cpus:90000;mem:9000000', tasks });
  given.drain();
  const heardBefore = given.heard(spark).length;
  const reconcile = (callId: string, named: ReturnType<typeof manyTasks> = []): void => {
    given.call(spark, { call: 'reconcile', callId: callId as CallId, tasks: named });
  };
  return { given, spark, reconcile, heardSince: () => given.heard(spark).slice(heardBefore) };
}

function endsOf(given: GivenMaster, played: PlayedSession): readonly string[] {
  return given.heard(played).flatMap((event) => (event.event === 'reconcile-end' ? [event.callId] : []));
}

test('given a call that names many tasks, when it is taken, then one slice answers some of them and the end marker follows the last', () => {
  const { given, spark, reconcile, heardSince } = withTasks(3);
  const answered = (): number =>
    heardSince().flatMap((event) => (event.event === 'status-updates' ? event.statuses : [])).length;

  reconcile('r', manyTasks(5_000));

  expect(answered()).toBeGreaterThan(0);
  expect(answered()).toBeLessThanOrEqual(1_000);
  expect(endsOf(given, spark)).toEqual([]);
  given.drain();
  expect(answered()).toBe(5_000);
  expect(heardSince().at(-1)).toEqual({ event: 'reconcile-end', callId: 'r', pending: [] });
});

test('given a framework that asks for everything over and over, when it does, then one work answers all who came while it was under way', () => {
  const { given, spark, reconcile, heardSince } = withTasks(3_000);

  for (let n = 0; n < 50; n += 1) reconcile(`r${String(n)}`);

  expect(given.core.term.jobs.count).toBe(1);
  given.drain();
  const statuses = heardSince().flatMap((event) => (event.event === 'status-updates' ? event.statuses : []));
  expect(statuses.length).toBeLessThanOrEqual(3 * 3_000);
  expect(endsOf(given, spark)).toHaveLength(50);
  expect(given.core.term.jobs.count).toBe(0);
});

test('given a gateway that reads slowly, when a framework asks for everything, then no more is said until it has caught up', () => {
  const { given, spark, reconcile, heardSince } = withTasks(10);
  given.backlogBytes = LIMITS.backlogBytesMax + 1;

  reconcile('r');
  given.drain();

  expect(heardSince().filter((event) => event.event === 'status-updates')).toEqual([]);
  given.backlogBytes = 0;
  given.drain();
  expect(endsOf(given, spark)).toEqual(['r']);
});

test('given a gateway that reads slowly, when an operator reads the state, then the snapshot pauses until it has caught up', () => {
  const { given, spark } = withTasks(500);
  given.backlogBytes = LIMITS.backlogBytesMax + 1;

  const answers = given.query(spark.gateway, { query: 'get-state' });

  expect(answers.map(({ answer }) => answer)).toEqual(['state-begin']);
  given.backlogBytes = 0;
  given.drain();
  expect(given.toGateways.at(-1)?.item).toMatchObject({ item: 'operator-answer', answer: { answer: 'done' } });
});

test('given a gateway that reads slowly, when calls that name tasks pile up, then they are refused at the stated bound', () => {
  const { given, spark, reconcile } = withTasks(1);
  given.backlogBytes = LIMITS.backlogBytesMax + 1;
  reconcile('under way', manyTasks(10_000));

  for (const callId of ['second', 'third', 'fourth']) reconcile(callId, manyTasks(10_000));

  expect(given.resultOf(spark, 'third')).toEqual({ outcome: 'ok' });
  expect(given.resultOf(spark, 'fourth')).toMatchObject({ outcome: 'problem', reason: 'reconciliations-full' });
});

test('given a question that waits for an agent, when it is asked again and the agent registers, then it is answered once', () => {
  const info = { agentId: A1, hostname: 'a1', resources: res('cpus:1'), attributes: [], domain: undefined };
  const agents = new Map([[A1, { info, state: 'admitted', since: 0 as WallMs, deactivated: false }] as const]);
  const given = new GivenMaster({ snapshot: { ...EMPTY_REGISTRY, agents } });
  const spark = given.subscribe(given.gateway());
  const asked = { call: 'reconcile', callId: '' as CallId, tasks: [{ taskId: 't1' as TaskId, agentId: A1 }] } as const;
  given.call(spark, asked);
  given.call(spark, asked);

  given.registerAgent();
  given.drain();

  expect(given.statusesTo(spark)).toMatchObject([{ taskId: 't1', state: 'gone' }]);
});

test('given questions that wait, when one framework fills its share, then another still finds room, and what is taken or forgotten makes room again', () => {
  const pending = new PendingReconciliation();
  const ask = (frameworkId: string, n: number): boolean =>
    pending.add({ frameworkId: frameworkId as FrameworkId, taskId: `t${String(n)}` as TaskId, agentId: A1 });
  for (let n = 0; n < LIMITS.pendingPerFrameworkMax; n += 1) expect(ask(SPARK, n)).toBe(true);

  expect(ask(SPARK, LIMITS.pendingPerFrameworkMax)).toBe(false);
  expect(ask(SPARK, 0)).toBe(true);
  expect(ask('F-2', 0)).toBe(true);
  pending.forget(SPARK);
  expect(ask(SPARK, 7)).toBe(true);
  expect(pending.take(A1).map(([frameworkId, tasks]) => [frameworkId, tasks.length])).toEqual([
    ['F-2', 1],
    [SPARK, 1],
  ]);
  expect(pending.take(A1)).toEqual([]);
});

test('given a task that is asked about with another agent, when the first agent is known, then the question waits for the second', () => {
  const pending = new PendingReconciliation();
  const taskId = 't1' as TaskId;
  pending.add({ frameworkId: SPARK, taskId, agentId: A1 });
  pending.add({ frameworkId: SPARK, taskId, agentId: undefined });

  expect(pending.take(A1)).toEqual([]);
  expect(pending.take(undefined)).toEqual([[SPARK, [{ frameworkId: SPARK, taskId, agentId: undefined }]]]);
});
