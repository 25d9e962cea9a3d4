import type { WallMs } from '@parley/common/kernel';
import { GivenMaster } from '../testing/given-master';
import type { PlayedAgent } from '../testing/played-peers';

const AGENTS = 700;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** The wall time at the beginning of every test. */
const BEGIN = 1_767_225_601_000;

/** Agents that all have an open offer. */
function stage(): { readonly given: GivenMaster; readonly agents: readonly PlayedAgent[]; readonly last: PlayedAgent } {
  const given = new GivenMaster();
  const agents = Array.from({ length: AGENTS }, (_, index) => given.registerAgent({ id: `a${String(index)}` }));
  const last = agents[AGENTS - 1]!;
  return { given, agents, last };
}

test('given many agents with offers, when a whitelist leaves all of them out, then no slice takes back more than some hundred offers, nothing is offered meanwhile, and the answer follows the last', () => {
  const { given, agents, last } = stage();
  const gateway = given.gateway();
  const spark = given.subscribe(gateway);
  given.allocatorReady();
  given.drain();
  for (const agent of agents) given.offer(spark, agent, 'cpus:1;mem:64');
  const open = (): number => given.core.term.cluster.offers.size;
  expect(open()).toBe(AGENTS);

  const query = { query: 'update-whitelist', hostnames: ['elsewhere.test'] } as const;
  given.fromGateway(gateway, { item: 'operator-query', requestId: 7_777, query });

  expect(given.answersTo(7_777)).toEqual([]);
  const afterFirst = open();
  expect(AGENTS - afterFirst).toBeGreaterThan(0);
  expect(AGENTS - afterFirst).toBeLessThanOrEqual(520);
  given.propose({ framework: spark.frameworkId, agent: last.agentId, resources: 'cpus:1;mem:64' });
  // That one alone was brought in step ahead of its turn.
  expect(open()).toBe(afterFirst - 1);
  given.drain();
  expect(open()).toBe(0);
  expect(given.toldAllocator('refused')).toMatchObject([{ reason: 'agent-inactive' }]);
  expect(given.answersTo(7_777)).toMatchObject([{ answer: 'done', deferred: false }]);
});

test('given many agents with offers, when maintenance begins on all of them, then no slice takes back more than some hundred offers, and nothing is offered meanwhile', () => {
  const { given, agents, last } = stage();
  const gateway = given.gateway();
  const spark = given.subscribe(gateway);
  given.allocatorReady();
  const hostnames = agents.map((_, index) => `a${String(index)}.test`);
  const unavailability = { startsAt: (BEGIN + MINUTE_MS) as WallMs, durationMs: HOUR_MS };
  given.query(gateway, { query: 'update-maintenance', windows: [{ hostnames, unavailability }] });
  for (const agent of agents) given.offer(spark, agent, 'cpus:1;mem:64');
  const open = (): number => given.core.term.cluster.offers.size;
  expect(open()).toBe(AGENTS);

  given.advance(1_000 + MINUTE_MS - given.now);

  expect(AGENTS - open()).toBeGreaterThan(0);
  expect(AGENTS - open()).toBeLessThanOrEqual(520);
  given.propose({ framework: spark.frameworkId, agent: last.agentId, resources: 'cpus:1;mem:64' });
  given.drain();
  expect(open()).toBe(0);
  expect(given.toldAllocator('refused')).toMatchObject([{ reason: 'agent-inactive' }]);
});
