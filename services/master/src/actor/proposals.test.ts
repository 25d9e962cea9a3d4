import type { FrameworkCapability, FrameworkInfo, OfferSettings } from '@parley/common/contract';
import type { CallId } from '@parley/common/kernel';
import { NO_RESOURCES } from '@parley/common/resources';
import type { MasterSettings } from '../domain/settings';
import { checkCluster } from '../testing/check-cluster';
import { GivenMaster } from '../testing/given-master';
import { res, taskOf } from '../testing/played-peers';
import type { PlayedAgent, PlayedGateway, PlayedSession } from '../testing/played-peers';

interface Stage {
  readonly given: GivenMaster;
  readonly gateway: PlayedGateway;
  readonly agent: PlayedAgent;
  readonly spark: PlayedSession;
}

type AgentOptions = NonNullable<Parameters<GivenMaster['registerAgent']>[0]>;

function stage(options: {
  readonly agent?: AgentOptions;
  readonly info?: Partial<FrameworkInfo>;
  readonly settings?: Partial<MasterSettings>;
}): Stage {
  const given = new GivenMaster({ settings: options.settings ?? {} });
  const gateway = given.gateway();
  const agent = given.registerAgent(options.agent);
  const spark = given.subscribe(gateway, { info: { roles: ['eng'], ...options.info } });
  given.allocatorReady();
  return { given, gateway, agent, spark };
}

function proposed({ given, agent, spark }: Stage, resources: string, role = 'eng'): unknown {
  return given.propose({ framework: spark.frameworkId, agent: agent.agentId, resources, role });
}

const EVERYTHING: readonly FrameworkCapability[] = [
  'revocable-resources',
  'shared-resources',
  'gpu-resources',
  'region-aware',
];

const settingsFor = (settings: Partial<OfferSettings>): Partial<FrameworkInfo> => ({
  offerSettings: [{ role: 'eng', minAllocatable: undefined, constraintGroups: [], ...settings }],
});

test.each([
  { whose: 'for the role itself', role: 'eng', what: 'cpus(eng):1', reason: undefined },
  { whose: 'for a role above', role: 'eng/backend', what: 'cpus(eng):1', reason: undefined },
  { whose: 'for a role below', role: 'eng', what: 'cpus(eng,eng/backend):1', reason: 'reserved' },
  { whose: 'for another role', role: 'ops', what: 'cpus(eng):1', reason: 'reserved' },
])('given resources reserved $whose, when they are proposed, then they go to nobody else', ({ role, what, reason }) => {
  const now = stage({
    agent: { resources: 'cpus:1;mem:64;cpus(eng):1;cpus(eng,eng/backend):1' },
    info: { roles: [role] },
  });

  expect(proposed(now, `${what};mem:64`, role)).toMatchObject(
    reason === undefined ? { item: 'offered' } : { item: 'refused', reason, retryAfterMs: 10_000 },
  );
});

test.each<readonly [string, string, FrameworkCapability]>([
  ['revocable', 'cpus<revocable>:1', 'revocable-resources'],
  ['shared', 'disk(eng)<shared:data-1>:10;cpus:1', 'shared-resources'],
  ['on an agent with GPUs', 'cpus:1', 'gpu-resources'],
])(
  'given what is %s, when a framework cannot deal with it, then it is not offered, and else it is',
  (_what, what, capability) => {
    const gpus = capability === 'gpu-resources' ? ';gpus:2' : '';
    const agent = { resources: `cpus:4;mem:64;cpus<revocable>:2;disk(eng)<shared:data-1>:10${gpus}` };
    const others = EVERYTHING.filter((other) => other !== capability);

    expect(proposed(stage({ agent, info: { capabilities: others } }), what)).toMatchObject({ reason: 'capability' });
    expect(proposed(stage({ agent, info: { capabilities: EVERYTHING } }), what)).toMatchObject({ item: 'offered' });
  },
);

test('given an agent of another region, when a framework does not deal with regions, then it is not offered; without a region of the master it is', () => {
  const agent = { domain: { region: 'us', zone: 'us-1' } };

  expect(proposed(stage({ agent, settings: { region: 'eu' } }), 'cpus:1')).toMatchObject({ reason: 'region' });
  const aware = stage({ agent, settings: { region: 'eu' }, info: { capabilities: ['region-aware'] } });
  expect(proposed(aware, 'cpus:1')).toMatchObject({ item: 'offered' });
  expect(proposed(stage({ agent }), 'cpus:1')).toMatchObject({ item: 'offered' });
  expect(proposed(stage({ settings: { region: 'eu' } }), 'cpus:1')).toMatchObject({ item: 'offered' });
  expect(aware.given.toAllocator[0]).toMatchObject({ item: 'begin', region: 'eu' });
});

test('given constraints of a framework, when an agent does not meet them, then it is not offered until they are changed', () => {
  const rack = (text: string): Partial<FrameworkInfo> =>
    settingsFor({
      constraintGroups: [[{ selector: { select: 'attribute', name: 'rack' }, predicate: { test: 'equals', text } }]],
    });
  const now = stage({ agent: { attributes: [{ kind: 'text', name: 'rack', text: 'r1' }] }, info: rack('r2') });

  expect(proposed(now, 'cpus:1')).toMatchObject({ reason: 'constraint' });
  now.given.call(now.spark, {
    call: 'update-framework',
    callId: '' as CallId,
    info: now.given.info({ roles: ['eng'], ...rack('r1') }),
    suppressedRoles: [],
  });

  expect(proposed(now, 'cpus:1')).toMatchObject({ item: 'offered' });
  expect(now.given.toldAllocator('framework').at(-1)).toMatchObject({
    framework: { roles: [{ role: 'eng', constraintGroups: [[{ predicate: { text: 'r1' } }]] }] },
  });
});

test('given a minimum of a framework, when less, enough and enough by reservations is proposed, then its own minimum counts', () => {
  const own = stage({
    agent: { resources: 'cpus:4;mem:64;cpus(eng):1' },
    info: settingsFor({ minAllocatable: [res('cpus:2')] }),
  });

  expect(proposed(own, 'cpus:1;mem:64')).toMatchObject({ reason: 'below-minimum' });
  expect(proposed(own, 'cpus:1;cpus(eng):1')).toMatchObject({ item: 'offered' });
  const anything = stage({ info: settingsFor({ minAllocatable: [] }) });
  expect(proposed(anything, 'mem:1')).toMatchObject({ item: 'offered' });
});

test('given limits of a role above, when proposals come to more, then they are refused, whatever nested role they are for', () => {
  const now = stage({ agent: { resources: 'cpus:8;mem:64' }, info: { roles: ['eng/a', 'eng/b'] } });
  const quota = { guarantee: new Map<string, number>(), limit: new Map([['cpus', 3_000]]) };
  now.given.query(now.gateway, {
    query: 'update-roles',
    updates: [{ role: 'eng', weight: undefined, packing: undefined, quota }],
    force: false,
  });

  expect(proposed(now, 'cpus:2', 'eng/a')).toMatchObject({ item: 'offered' });
  expect(proposed(now, 'cpus:2', 'eng/b')).toMatchObject({ item: 'refused', reason: 'quota-limit' });
  expect(proposed(now, 'cpus:1', 'eng/b')).toMatchObject({ item: 'offered' });
  expect(proposed(now, 'mem:64', 'eng/b')).toMatchObject({ item: 'offered' });
  expect(now.given.toldAllocator('role').at(-1)).toMatchObject({ role: 'eng', quota });
  expect(checkCluster(now.given.core)).toEqual([]);
});

test('given shared resources, when several frameworks hold them, then they stay in whole for the next, and parts of them are not offered', () => {
  const now = stage({
    agent: { resources: 'cpus:4;mem:64;disk(eng)<shared:data-1>:10' },
    info: { capabilities: EVERYTHING },
  });
  const { given, agent, spark } = now;
  const other = given.subscribe(now.gateway, { info: { roles: ['eng'], capabilities: EVERYTHING } });

  const first = given.offer(spark, agent, { resources: 'cpus:1;disk(eng)<shared:data-1>:10', role: 'eng' });
  const second = given.offer(other, agent, { resources: 'cpus:1;disk(eng)<shared:data-1>:10', role: 'eng' });

  expect(proposed(now, 'cpus:1;disk(eng)<shared:data-1>:5')).toMatchObject({ reason: 'not-available' });
  expect(given.toldAllocator('allocation').at(-1)?.allocation.offered).toEqual(res('cpus:1'));
  expect([first, second].map((offer) => [...offer.resources.scalars.keys()])).toEqual([
    ['cpus', 'disk(eng)<shared:data-1>'],
    ['cpus', 'disk(eng)<shared:data-1>'],
  ]);
  given.accept(spark, [first.offerId], {
    tasks: ['t1', 't2'].map((id) =>
      taskOf({ id, agent: agent.agentId, resources: 'cpus:0.5;disk(eng)<shared:data-1>:10' }),
    ),
  });
  expect(given.ordersTo(agent).filter((item) => item.item === 'launch')).toHaveLength(2);
  expect(given.core.term.cluster.agents.get(agent.agentId)?.used).toEqual(res('cpus:1'));
  expect(checkCluster(given.core)).toEqual([]);
});

test('given a limit that was lowered after an offer was made, when the offer is used for more, then the call is refused, its tasks dropped, and less of it may be used', () => {
  const now = stage({ agent: { resources: 'cpus:8;mem:640' }, info: { roles: ['eng/a'] } });
  const { given, agent, spark } = now;
  const { core } = given;
  const offer = given.offer(spark, agent, { resources: 'cpus:4;mem:64', role: 'eng/a' });
  const use = (id: string, offerId: typeof offer.offerId, resources: string): void =>
    given.accept(spark, [offerId], {
      tasks: [taskOf({ id, agent: agent.agentId, resources })],
      callId: id,
      refuseMs: 0,
    });
  // What an operator's order would do, without the offers being taken back first.
  core.term.cluster.roleTree.setQuota('eng', { guarantee: new Map(), limit: new Map([['cpus', 2_000]]) });

  use('large', offer.offerId, 'cpus:3;mem:64');

  expect(given.resultOf(spark, 'large')).toMatchObject({
    outcome: 'problem',
    reason: 'quota-limit',
    message: 'role eng would consume 3 cpus, its limit is 2',
  });
  expect(given.statusesTo(spark)).toMatchObject([{ taskId: 'large', state: 'dropped', reason: 'quota-limit' }]);
  expect(core.term.cluster.offers.size).toBe(0);
  expect(core.term.cluster.roleTree.get('eng')?.held.some((milli) => milli > 0)).toBe(false);
  core.term.cluster.roleTree.setQuota('eng', { guarantee: new Map(), limit: new Map() });
  const next = given.offer(spark, agent, { resources: 'cpus:4;mem:64', role: 'eng/a' });
  core.term.cluster.roleTree.setQuota('eng', { guarantee: new Map(), limit: new Map([['cpus', 2_000]]) });
  use('small', next.offerId, 'cpus:2;mem:64');
  given.fromAgent(agent, { item: 'launch-stored', launchId: given.launchedOn(agent, 'small') });
  expect(given.resultOf(spark, 'small')).toEqual({ outcome: 'ok' });
  expect(checkCluster(core)).toEqual([]);
});

test('given names of resources that no agent has, when they are proposed without end, then nothing is remembered of them', () => {
  const now = stage({});
  now.given.core.term.cluster.roleTree.setQuota('eng', { guarantee: new Map(), limit: new Map([['cpus', 1_000]]) });
  const before = now.given.core.term.cluster.names.size;

  for (let number = 0; number < 100; number += 1)
    expect(proposed(now, `thing-${String(number)}:1`)).toMatchObject({ reason: 'not-available' });

  expect(now.given.core.term.cluster.names.size).toBe(before);
  expect(now.given.core.term.cluster.agents.get(now.agent.agentId)?.offered).toEqual(NO_RESOURCES);
});
