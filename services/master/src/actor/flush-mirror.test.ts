import type { AllocatorDown } from '@parley/common/contract';
import type { AgentId, CallId } from '@parley/common/kernel';
import { LIMITS } from '../domain/limits';
import { GivenMaster } from '../testing/given-master';
import { res } from '../testing/played-peers';
import type { PlayedAgent, PlayedSession } from '../testing/played-peers';
import { WAITING_FILTERS_MAX } from './allocator-mirror';

/** More agents than one slice tells. */
const AGENTS = 500;
/** What one slice tells at most, with what belongs to the last of it. */
const SLICE_MAX = 410;

interface Stage {
  readonly given: GivenMaster;
  readonly agents: readonly PlayedAgent[];
  readonly spark: PlayedSession;
}

function stage(count = AGENTS): Stage {
  const given = new GivenMaster();
  const spark = given.subscribe(given.gateway());
  const agents = Array.from({ length: count }, (_, index) => given.registerAgent({ id: `a${String(index)}` }));
  return { given, agents, spark };
}

/** A stage in which everything has been told. */
function open(count = AGENTS): Stage {
  const now = stage(count);
  now.given.allocatorReady();
  now.given.drain();
  return now;
}

/** Notes all agents as changed. */
function touchAll({ given }: Stage): void {
  const { mirror, cluster } = given.core.term;
  for (const agent of cluster.agents.values()) mirror.agent(agent);
}

const filterOf = ({ spark }: Stage, agentId: string): AllocatorDown => ({
  item: 'filter',
  filter: {
    frameworkId: spark.frameworkId,
    role: '*',
    agentId: agentId as AgentId,
    refused: res('cpus:1'),
    remainingMs: 1_000,
  },
});

test('given an allocator that has much to read, when it is ready, then its snapshot waits until it has read', () => {
  const { given } = stage();
  given.allocatorBacklogBytes = LIMITS.backlogBytesMax + 1;

  given.allocatorReady();
  given.advance(100);

  expect(given.toldAllocator('agent')).toEqual([]);
  expect(given.toldAllocator('end')).toEqual([]);
  given.allocatorBacklogBytes = LIMITS.backlogBytesMax;
  given.drain();
  expect(given.toldAllocator('agent')).toHaveLength(AGENTS);
  expect(given.toldAllocator('end')).toHaveLength(1);
});

test('given a snapshot under way, when much else goes on in the same moment, then it goes no faster, and its end counts everything', () => {
  const { given } = stage();

  given.allocatorReady();
  for (let settled = 0; settled < 10; settled += 1) given.settle();

  expect(given.toldAllocator('agent').length).toBeLessThan(SLICE_MAX);
  given.drain();
  const entities = (['role', 'agent', 'framework', 'allocation', 'filter'] as const).map(
    (kind) => given.toldAllocator(kind).length,
  );
  expect(entities).toEqual([1, AGENTS, 1, 0, 0]);
  expect(given.toldAllocator('end')).toEqual([{ item: 'end', count: AGENTS + 2 }]);
});

test('given many frameworks, which may say much, when the allocator is ready, then one slice tells few of them', () => {
  const given = new GivenMaster();
  const gateway = given.gateway();
  for (let framework = 0; framework < 100; framework += 1) given.subscribe(gateway);

  given.allocatorReady();

  expect(given.toldAllocator('framework').length).toBeLessThanOrEqual(40);
  given.drain();
  expect(given.toldAllocator('framework')).toHaveLength(100);
});

test('given agents on which something is held, when a snapshot is told, then each agent is followed at once by what is held there', () => {
  const now = open();
  const { given, agents, spark } = now;
  for (const agent of agents) given.offer(spark, agent, 'cpus:1;mem:64');
  given.loseAllocator();
  const before = given.toAllocator.length;

  given.advance(2_000);
  given.allocatorReady();
  given.drain();

  const told = given.toAllocator.slice(before);
  const followers = told.flatMap((item, index) => (item.item === 'agent' ? [told[index + 1]?.item] : []));
  expect(followers).toHaveLength(AGENTS);
  expect(new Set(followers)).toEqual(new Set(['allocation']));
});

test('given more changes than one slice tells, when a proposal becomes an offer, then its answer comes after the amounts it brought about', () => {
  const now = open();
  const { given, agents, spark } = now;
  touchAll(now);
  const before = given.toAllocator.length;

  const answer = given.propose({
    framework: spark.frameworkId,
    agent: agents.at(-1)!.agentId,
    resources: 'cpus:1;mem:64',
  });

  expect(answer?.item).toBe('offered');
  const told = given.toAllocator.slice(before);
  const allocation = told.findIndex(({ item }) => item === 'allocation');
  expect(allocation).toBeGreaterThan(0);
  expect(told.findIndex(({ item }) => item === 'offered')).toBeGreaterThan(allocation);
});

test('given more filters than one slice tells, when they are told, then some hundred at a time and in order', () => {
  const now = open(1);
  const { given } = now;
  const ids = Array.from({ length: 1_000 }, (_, index) => `x${String(index)}`);
  for (const id of ids) given.core.term.mirror.filterItem(filterOf(now, id));

  given.settle();

  expect(given.toldAllocator('filter').length).toBeLessThan(SLICE_MAX);
  given.drain();
  expect(given.toldAllocator('filter').map(({ filter }) => filter.agentId)).toEqual(ids);
});

test('given an allocator that does not read, when more filters wait than may, then its session is given up', () => {
  const now = open(1);
  const { given } = now;
  given.allocatorBacklogBytes = LIMITS.backlogBytesMax + 1;
  const item = filterOf(now, 'a0');
  for (let filters = 0; filters <= WAITING_FILTERS_MAX; filters += 1) given.core.term.mirror.filterItem(item);

  given.settle();

  expect(given.ended.map(({ because }) => because.message)).toEqual([
    'it reads so slowly that too much waits to be told',
  ]);
});

test('given refusals from before the session, when a framework ends them while the snapshot is told, then they are not told', () => {
  const now = open();
  const { given, agents, spark } = now;
  for (const agent of agents) {
    const { offerId } = given.offer(spark, agent, 'cpus:1;mem:64');
    given.call(spark, {
      call: 'decline',
      callId: '' as CallId,
      offerIds: [offerId],
      filters: { refuseMs: 3_600_000 },
    });
  }
  given.drain();
  given.loseAllocator();
  given.advance(2_000);
  const before = given.toldAllocator('filter').length;

  given.fromAllocator({ item: 'ready', name: 'test', policy: 'none', capabilities: [] });
  given.call(spark, { call: 'revive', callId: '' as CallId, roles: [] });
  given.drain();

  expect(given.toldAllocator('end')).toHaveLength(2);
  expect(given.toldAllocator('filter')).toHaveLength(before);
});

test('given a framework that refuses nothing, when it revives again and again, then the allocator is told of no refusals that ended', () => {
  const { given, spark } = open(1);

  for (let revived = 0; revived < 3; revived += 1)
    given.call(spark, { call: 'revive', callId: '' as CallId, roles: [] });

  expect(given.toldAllocator('filters-cleared')).toEqual([]);
});

test('given refusals of an agent, when it is marked unreachable and comes back, then those that still hold are told again, after the agent', () => {
  const { given, agents, spark } = open(1);
  const [agent] = agents;
  if (agent === undefined) throw new Error('no agent');
  const { offerId } = given.offer(spark, agent, 'cpus:1;mem:64');
  const refuseMs = 3_600_000;
  given.call(spark, { call: 'decline', callId: '' as CallId, offerIds: [offerId], filters: { refuseMs } });
  given.loseAgent(agent);
  given.advance(120_000);
  const from = given.toAllocator.length;

  given.registerAgent({ id: agent.agentId });
  given.drain();

  const told = given.toAllocator.slice(from).filter(({ item }) => item === 'agent' || item === 'filter');
  expect(told.map(({ item }) => item)).toEqual(['agent', 'filter']);
  expect(told.at(-1)).toMatchObject({ filter: { agentId: agent.agentId, refused: res('cpus:1;mem:64') } });
});
