import type { CallId } from '@parley/common/kernel';
import { checkCluster } from '../testing/check-cluster';
import { GivenMaster } from '../testing/given-master';
import { reportedOf, taskOf } from '../testing/played-peers';

/** A framework with a task, whose end the registry has yet to hear of. */
function finishing() {
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
  return { given, agent, spark, framework: spark.frameworkId, launch };
}

test('given a framework that is being finished, when its task ends, then the agent is not acknowledged before the registry has the word', () => {
  const { given, agent, framework, launch } = finishing();
  const before = given.ordersTo(agent).length;

  given.update(agent, { framework, id: 't1', launch, state: 'finished', uuid: 'u1' });

  expect(given.ordersTo(agent)).toHaveLength(before);
  given.finishWrites();
  given.update(agent, { framework, id: 't1', launch, state: 'finished', uuid: 'u1' });
  expect(given.ordersTo(agent).slice(before)).toMatchObject([
    { item: 'shutdown-framework', frameworkId: framework },
    { item: 'acknowledge', uuid: 'u1' },
  ]);
  expect(given.core.term.cluster.agents.get(agent.agentId)?.used.scalars.size).toBe(0);
  expect(checkCluster(given.core)).toEqual([]);
});

test('given a framework that is being finished, when its agent registers again, then its tasks are held once and shut down once the registry has the word', () => {
  const { given, agent, framework, launch } = finishing();
  given.loseAgent(agent);

  const back = given.registerAgent({ tasks: [reportedOf({ framework, id: 't1', launch })] });

  expect(given.ordersTo(back)).toEqual([]);
  const known = given.core.term.cluster.agents.get(agent.agentId);
  expect(known?.used.scalars.get('cpus')).toBe(1_000);
  expect(checkCluster(given.core)).toEqual([]);
  given.finishWrites();
  expect(given.ordersTo(back)).toEqual([{ item: 'shutdown-framework', frameworkId: framework }]);
  expect(known?.used.scalars.get('cpus')).toBe(1_000);
  expect(checkCluster(given.core)).toEqual([]);
});

test('given a framework that is being finished, when it calls meanwhile, then nothing final is said before the registry has the word', () => {
  const { given, spark } = finishing();

  given.call(spark, { call: 'revive', callId: 'r' as CallId, roles: [] });
  given.call(spark, { call: 'teardown', callId: 't2' as CallId });

  expect(given.resultOf(spark, 'r')).toMatchObject({ outcome: 'problem', reason: 'framework-ending' });
  expect(given.resultsOf(spark, 't2')).toEqual([]);
  expect(JSON.stringify(given.toGateways)).not.toContain('framework-removed');
  given.finishWrites();
  expect(given.resultOf(spark, 't')).toEqual({ outcome: 'ok' });
  expect(given.resultOf(spark, 't2')).toEqual({ outcome: 'ok' });
  expect(given.toGateways.at(-1)?.item).toMatchObject({
    item: 'session-ended',
    error: { reason: 'framework-removed' },
  });
  given.call(spark, { call: 'revive', callId: 'late' as CallId, roles: [] });
  expect(given.resultOf(spark, 'late')).toMatchObject({ reason: 'framework-removed' });
});
