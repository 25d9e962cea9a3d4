import type { CallId, TaskId } from '@parley/common/kernel';
import { GivenMaster } from '../testing/given-master';
import { reportedOf, taskOf } from '../testing/played-peers';

const T1 = 't1' as TaskId;

function runningTask() {
  const given = new GivenMaster();
  const agent = given.registerAgent();
  const spark = given.subscribe(given.gateway());
  given.allocatorReady();
  given.accept(spark, [given.offer(spark, agent, 'cpus:4;mem:4096').offerId], {
    tasks: [taskOf({ id: 't1', agent: agent.agentId })],
  });
  const launch = given.launchedOn(agent, 't1');
  given.update(agent, { framework: spark.frameworkId, id: 't1', launch, state: 'running' });
  const kill = (callId: string, graceMs: number): void => {
    given.call(spark, { call: 'kill', callId: callId as CallId, taskId: T1, agentId: undefined, graceMs });
  };
  const stored = (): void => {
    given.fromAgent(agent, { item: 'kill-stored', frameworkId: spark.frameworkId, taskId: T1 });
  };
  return { given, agent, spark, launch, kill, stored };
}

test('given a kill that was escalated, when the agent confirms the first order, then the second call waits for its own', () => {
  const { given, spark, kill, stored } = runningTask();
  kill('k1', 60_000);
  kill('k2', 0);

  stored();

  expect(given.resultOf(spark, 'k1')).toEqual({ outcome: 'ok' });
  expect(given.resultOf(spark, 'k2')).toBeUndefined();
  stored();
  expect(given.resultOf(spark, 'k2')).toEqual({ outcome: 'ok' });
});

test('given a kill that was escalated, when the link breaks before the agent confirms that, then it is deferred and sent again as escalated', () => {
  const { given, agent, spark, launch, kill, stored } = runningTask();
  kill('k1', 60_000);
  kill('k2', 0);
  stored();

  given.loseAgent(agent);
  const tasks = [reportedOf({ framework: spark.frameworkId, id: 't1', launch })];
  const back = given.registerAgent({ tasks });

  expect(given.resultOf(spark, 'k2')).toEqual({ outcome: 'deferred' });
  expect(given.ordersTo(back)).toMatchObject([{ item: 'kill', launchId: launch, graceMs: 0 }]);
  given.fromAgent(back, { item: 'kill-stored', frameworkId: spark.frameworkId, taskId: T1 });
  given.loseAgent(back);
  expect(given.ordersTo(given.registerAgent({ tasks }))).toEqual([]);
});

test('given an agent that confirms nothing, when a task is killed over and over, then that is refused at the stated bound', () => {
  const { given, spark, kill } = runningTask();
  for (let n = 0; n < 100; n += 1) kill(`k${String(n)}`, 0);

  kill('one more', 0);

  expect(given.resultOf(spark, 'one more')).toMatchObject({ outcome: 'problem', reason: 'kills-full' });
});
