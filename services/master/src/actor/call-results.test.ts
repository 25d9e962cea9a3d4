import type { CallId, OfferId } from '@parley/common/kernel';
import { LIMITS } from '../domain/limits';
import { GivenMaster } from '../testing/given-master';
import { taskOf } from '../testing/played-peers';
import type { PlayedAgent, PlayedSession } from '../testing/played-peers';

function stage(): { readonly given: GivenMaster; readonly agent: PlayedAgent; readonly spark: PlayedSession } {
  const given = new GivenMaster();
  const spark = given.subscribe(given.gateway());
  const agent = given.registerAgent();
  given.allocatorReady();
  return { given, agent, spark };
}

const manyIds = (count: number): readonly OfferId[] =>
  Array.from({ length: count }, (_, index) => `O-1-7-${'9'.repeat(40)}${String(index)}` as OfferId);

test('given a call that names thousands of offers which are gone, when it is refused, then its result and the statuses of its tasks name few of them', () => {
  const { given, agent, spark } = stage();
  const tasks = [taskOf({ id: 't1', agent: agent.agentId })];

  given.accept(spark, manyIds(5_000), { tasks, callId: 'c1' });
  given.call(spark, {
    call: 'accept-inverse',
    callId: 'c2' as CallId,
    inverseOfferIds: manyIds(5_000),
    filters: { refuseMs: undefined },
  });

  const results = [given.resultOf(spark, 'c1'), given.resultOf(spark, 'c2')];
  const messages = results.map((result) => (result?.outcome === 'problem' ? result.message : ''));
  for (const message of [...messages, ...given.statusesTo(spark).map((status) => status.message)]) {
    expect(message).toMatch(/^(inverse )?offer O-1-7-9/);
    expect(message.length).toBeLessThanOrEqual(LIMITS.messageTextMax);
  }
});

test('given a call with more faulty tasks than a result tells of, when it is answered, then the result says how many faults are left out', () => {
  const { given, agent, spark } = stage();
  const { offerId } = given.offer(spark, agent, 'cpus:1;mem:64');
  const tasks = Array.from({ length: 300 }, (_, index) =>
    taskOf({ id: `t${String(index)}`, agent: agent.agentId, resources: 'cpus:2' }),
  );

  given.accept(spark, [offerId], { tasks, callId: 'c1' });

  const result = given.resultOf(spark, 'c1');
  const problems = result?.outcome === 'problem' ? result.problems : [];
  expect(problems).toHaveLength(LIMITS.callProblemsMax);
  expect(problems.at(-1)?.message).toMatch(/; 200 more faults are not listed$/);
});

test('given results that say much, when more of them are remembered than there is room for, then the oldest are forgotten', () => {
  const { given, spark } = stage();
  const { calls } = given.core.term.cluster.frameworks.get(spark.frameworkId)!;
  const roles = ['x'.repeat(2 * LIMITS.messageTextMax)];
  const callIds = Array.from({ length: LIMITS.callResultsMax }, (_, index) => `s${String(index)}` as CallId);

  for (const callId of callIds) given.call(spark, { call: 'suppress', callId, roles });

  const known = callIds.filter((callId) => calls.find(callId) !== undefined);
  const size = known.length * LIMITS.messageTextMax;
  expect(size).toBeLessThanOrEqual(LIMITS.callResultsTextMax);
  expect(size).toBeGreaterThan(LIMITS.callResultsTextMax / 2);
  expect(known).toEqual(callIds.slice(-known.length));
});
