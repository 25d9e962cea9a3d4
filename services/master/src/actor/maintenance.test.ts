import type { MaintenanceWindow } from '@parley/common/contract';
import type { AgentId, WallMs } from '@parley/common/kernel';
import { NO_RESOURCES } from '@parley/common/resources';
import { LIMITS } from '../domain/limits';
import { EMPTY_REGISTRY } from '../domain/registry';
import { GivenMaster } from '../testing/given-master';
import { taskOf } from '../testing/played-peers';
import type { PlayedAgent, PlayedGateway, PlayedSession } from '../testing/played-peers';

const HOUR_MS = 3_600_000;
/** The wall time at the beginning of every test. */
const BEGIN = 1_767_225_601_000;

interface Stage {
  readonly given: GivenMaster;
  readonly gateway: PlayedGateway;
  readonly agent: PlayedAgent;
  readonly spark: PlayedSession;
}

function stage(maintenance: readonly MaintenanceWindow[] = []): Stage {
  const given = new GivenMaster({ snapshot: { ...EMPTY_REGISTRY, maintenance } });
  const gateway = given.gateway();
  const agent = given.registerAgent();
  const spark = given.subscribe(gateway);
  given.allocatorReady();
  return { given, gateway, agent, spark };
}

function windowOf(inMs: number, durationMs: number | undefined = HOUR_MS, host = 'a1.test'): MaintenanceWindow {
  return { hostnames: [host], unavailability: { startsAt: (BEGIN + inMs) as WallMs, durationMs } };
}

function standings(given: GivenMaster, agentId: AgentId): readonly string[] {
  return given.toAllocator.flatMap((item) =>
    item.item === 'agent' && item.agent.agentId === agentId ? [item.agent.standing] : [],
  );
}

test('given a window to come, when it is ordered, then open offers are taken back and new ones tell the unavailability', () => {
  const { given, gateway, agent, spark } = stage();
  const old = given.offer(spark, agent, 'cpus:1;mem:64');

  const answers = given.query(gateway, { query: 'update-maintenance', windows: [windowOf(HOUR_MS)] });

  expect(answers).toEqual([{ answer: 'done', deferred: false }]);
  expect(old.unavailability).toBeUndefined();
  expect(given.rescindedTo(spark)).toEqual([old.offerId]);
  const { unavailability } = windowOf(HOUR_MS);
  expect(given.offer(spark, agent, 'cpus:1;mem:64').unavailability).toEqual(unavailability);
  expect(given.query(gateway, { query: 'get-maintenance' })).toMatchObject([
    { answer: 'maintenance', windows: [windowOf(HOUR_MS)], answers: [] },
    { answer: 'done' },
  ]);
});

test('given windows for hosts without an agent, when they are ordered, then they are planned, and the answer says which they are', () => {
  const { given, gateway } = stage();
  const windows = [windowOf(HOUR_MS), windowOf(HOUR_MS, HOUR_MS, 'b1.test')];

  const answers = given.query(gateway, { query: 'update-maintenance', windows });

  const notes = ['no agent is known on b1.test; the order counts for agents that register from there'];
  expect(answers).toEqual([{ answer: 'done', deferred: false, notes }]);
  expect(given.query(gateway, { query: 'get-maintenance' })).toMatchObject([{ windows }, {}]);
});

test('given a window, when it begins, runs and ends, then the agent drains meanwhile and is offered as before in the end', () => {
  const { given, gateway, agent, spark } = stage();
  given.query(gateway, { query: 'update-maintenance', windows: [windowOf(60_000)] });
  const offer = given.offer(spark, agent, 'cpus:1;mem:64');

  given.advance(58_000);
  expect(given.rescindedTo(spark)).toEqual([]);
  given.advance(2_000);

  expect(given.rescindedTo(spark)).toEqual([offer.offerId]);
  expect(given.propose({ framework: spark.frameworkId, agent: agent.agentId, resources: 'cpus:1' })).toMatchObject({
    item: 'refused',
    reason: 'agent-inactive',
  });
  given.advance(HOUR_MS);
  const after = given.offer(spark, agent, 'cpus:1;mem:64');
  expect(after.unavailability).toBeUndefined();
  expect(standings(given, agent.agentId).filter((told, index, all) => told !== all[index - 1])).toEqual([
    'offerable',
    'draining',
    'offerable',
  ]);
});

test('given windows that have begun or ended, or never end, when they are ordered, then each counts as what it is', () => {
  const { given, gateway } = stage();
  for (const id of ['a2', 'a3', 'a4']) given.registerAgent({ id });
  const windows = [
    windowOf(-1_000, HOUR_MS, 'a1.test'),
    windowOf(-HOUR_MS, 1_000, 'a2.test'),
    { hostnames: ['a3.test'], unavailability: { ...windowOf(-HOUR_MS).unavailability, durationMs: undefined } },
    windowOf(5_000, 0, 'a4.test'),
  ];

  given.query(gateway, { query: 'update-maintenance', windows });
  given.advance(100 * HOUR_MS);

  const last = ['a1', 'a2', 'a3', 'a4'].map((id) => standings(given, id as AgentId).at(-1));
  expect(last).toEqual(['offerable', 'offerable', 'draining', 'offerable']);
});

test('given a schedule in the registry, when the next leader begins, then it is planned again from the wall time of that moment', () => {
  const { given, agent } = stage([windowOf(-1_000, 2_000)]);

  expect(standings(given, agent.agentId).at(-1)).toBe('draining');
  given.advance(1_000);
  expect(standings(given, agent.agentId).at(-1)).toBe('offerable');
});

test('given a schedule, when another one says the same of an agent, then its offers stay; when it is lifted, then they are made anew', () => {
  const { given, gateway, agent, spark } = stage();
  given.query(gateway, { query: 'update-maintenance', windows: [windowOf(HOUR_MS)] });
  const offer = given.offer(spark, agent, 'cpus:1;mem:64');

  given.query(gateway, {
    query: 'update-maintenance',
    windows: [windowOf(2 * HOUR_MS, 5, 'other'), windowOf(HOUR_MS)],
  });
  expect(given.rescindedTo(spark)).toEqual([]);
  given.query(gateway, { query: 'update-maintenance', windows: [] });

  expect(given.rescindedTo(spark)).toEqual([offer.offerId]);
  expect(given.offer(spark, agent, 'cpus:1;mem:64').unavailability).toBeUndefined();
  expect(given.written.at(-1)).toEqual([{ change: 'put-maintenance', windows: [] }]);
});

test('given a schedule that the registry does not have yet, when it is looked at, then it is neither answered nor in effect', () => {
  const { given, gateway, agent, spark } = stage();
  given.holdWrites = true;

  const answers = given.query(gateway, { query: 'update-maintenance', windows: [windowOf(-1)] });

  expect(answers).toEqual([]);
  given.offer(spark, agent, 'cpus:1;mem:64');
  given.finishWrites();
  expect(standings(given, agent.agentId).at(-1)).toBe('draining');
});

test('given a nonsensical schedule, when it is ordered, then every fault is told with its field, and nothing changes', () => {
  const { given, gateway, agent } = stage();
  const at = (startsAt: number, durationMs: number | undefined): MaintenanceWindow['unavailability'] => ({
    startsAt: startsAt as WallMs,
    durationMs,
  });
  const windows: readonly MaintenanceWindow[] = [
    { hostnames: [], unavailability: at(Number.NaN, -1) },
    { hostnames: ['a1.test', ''], unavailability: at(0, Infinity) },
    { hostnames: ['a1.test'], unavailability: at(1.5, undefined) },
  ];

  const answers = given.query(gateway, { query: 'update-maintenance', windows });

  const [answer] = answers;
  const problems = answer?.answer === 'refused' ? answer.problems : [];
  expect(answer).toMatchObject({ reason: 'maintenance-invalid' });
  expect(problems.map(({ field }) => field)).toEqual([
    'windows[0].hostnames',
    'windows[0].unavailability.starts_at_ms',
    'windows[0].unavailability.duration_ms',
    'windows[1].hostnames[1]',
    'windows[1].unavailability.starts_at_ms',
    'windows[1].unavailability.duration_ms',
    'windows[2].hostnames[0]',
    'windows[2].unavailability.starts_at_ms',
  ]);
  expect(standings(given, agent.agentId)).toEqual(['offerable']);
});

test.each([
  ['too many hosts', { length: LIMITS.hostnamesMax + 1, pad: 1 }],
  ['too much text', { length: 2_000, pad: 250 }],
])('given a schedule of %s, when it is ordered, then it is refused as a whole', (_what, { length, pad }) => {
  const { given, gateway } = stage();
  const hostnames = Array.from({ length }, (_, n) => `h${String(n).padStart(pad, '0')}`);

  const answers = given.query(gateway, {
    query: 'update-maintenance',
    windows: [{ hostnames, unavailability: windowOf(1).unavailability }],
  });

  expect(answers).toMatchObject([{ problems: [{ field: 'windows' }] }]);
});

test('given an agent in a window, when it returns from another host, then its new host’s plan counts', () => {
  const { given, gateway, agent, spark } = stage();
  given.query(gateway, { query: 'update-maintenance', windows: [windowOf(HOUR_MS)] });
  given.accept(spark, [given.offer(spark, agent, 'cpus:1;mem:64').offerId], {
    tasks: [taskOf({ id: 't1', agent: agent.agentId })],
  });
  given.loseAgent(agent);

  const stream = given.agentStream();
  const info = {
    agentId: agent.agentId,
    hostname: 'elsewhere',
    resources: given.core.term.cluster.agents.get(agent.agentId)?.total ?? NO_RESOURCES,
    attributes: [],
    domain: undefined,
  };
  given.fromAgent({ stream, link: 999 as PlayedAgent['link'] }, { item: 'register-begin', info, bootId: 'b' });
  given.fromAgent({ stream, link: 999 as PlayedAgent['link'] }, { item: 'register-end', count: 0 });

  expect(given.core.term.cluster.planned.size).toBe(0);
  expect(given.core.term.cluster.inverseOffers.size).toBe(0);
});
