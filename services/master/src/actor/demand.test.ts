import type { RoleDemand } from '@parley/common/contract';
import type { CallId, OfferId } from '@parley/common/kernel';
import { GivenMaster } from '../testing/given-master';
import { res, taskOf } from '../testing/played-peers';
import type { PlayedAgent, PlayedGateway, PlayedSession } from '../testing/played-peers';

interface Stage {
  readonly given: GivenMaster;
  readonly gateway: PlayedGateway;
  readonly agent: PlayedAgent;
  readonly spark: PlayedSession;
}

function stage(demands: readonly RoleDemand[] = []): Stage {
  const given = new GivenMaster();
  const gateway = given.gateway();
  const agent = given.registerAgent();
  const spark = given.subscribe(gateway, { info: { roles: ['dev', 'ops'] }, demands });
  given.allocatorReady();
  return { given, gateway, agent, spark };
}

const wants = (role: string, text: string, count: number): RoleDemand => ({
  role,
  shapes: [{ resources: res(text), count }],
});

function request({ given, spark }: Stage, ...demands: readonly RoleDemand[]): unknown {
  const callId = `r${String(given.now)}-${String(given.toGateways.length)}`;
  given.call(spark, { call: 'request', callId: callId as CallId, demands });
  return given.resultOf(spark, callId);
}

/** What the allocator was told last of what the framework waits for, by role. */
function mirrored({ given }: Stage): unknown {
  const { roles } = given.toldAllocator('framework').at(-1)!.framework;
  return Object.fromEntries(roles.map(({ role, demand }) => [role, demand]));
}

function decline({ given, spark }: Stage, offerId: OfferId, refuseMs?: number): void {
  given.call(spark, { call: 'decline', callId: '' as CallId, offerIds: [offerId], filters: { refuseMs } });
}

/** Offers and declines; returns for how long it was refused. */
function refused(now: Stage, refuseMs?: number, role = 'dev'): number | undefined {
  const { given, agent, spark } = now;
  decline(now, given.offer(spark, agent, { resources: 'cpus:1;mem:64', role }).offerId, refuseMs);
  return given.toldAllocator('filter').at(-1)?.filter.remainingMs;
}

function proposed({ given, agent, spark }: Stage, role = 'dev'): unknown {
  return given.propose({ framework: spark.frameworkId, agent: agent.agentId, resources: 'cpus:1;mem:64', role });
}

test('given demands in SUBSCRIBE and in requests, when they change, then the allocator is told what holds for each role', () => {
  const now = stage([wants('dev', 'cpus:1', 3)]);
  const { shapes } = wants('dev', 'cpus:1', 3);

  expect(mirrored(now)).toEqual({ dev: shapes, ops: undefined });
  expect(request(now, wants('ops', 'cpus:2', 1))).toEqual({ outcome: 'ok' });
  expect(mirrored(now)).toEqual({ dev: shapes, ops: wants('ops', 'cpus:2', 1).shapes });
  expect(request(now, { role: 'dev', shapes: [] }, { role: 'ops', shapes: undefined })).toEqual({ outcome: 'ok' });
  expect(mirrored(now)).toEqual({ dev: [], ops: undefined });
});

test('given demands that are not sound, when they are stated, then nothing changes and the problems name the fields', () => {
  const now = stage([wants('dev', 'cpus:1', 3)]);

  expect(request(now, wants('qa', 'cpus:1', 1), wants('dev', 'cpus:1', 0))).toMatchObject({
    outcome: 'problem',
    reason: 'demand-invalid',
    problems: [{ field: 'demands[0].role' }, { field: 'demands[1].demand.shapes[0].count' }],
  });
  expect(mirrored(now)).toEqual({ dev: wants('dev', 'cpus:1', 3).shapes, ops: undefined });
});

test('given a SUBSCRIBE with a demand and a suppression in roles that the framework is not in, when it comes from a client, then it is refused, and both fields and the remedy are told', () => {
  const { given, gateway } = stage();

  given.fromGateway(gateway, {
    item: 'subscribe',
    session: 77,
    subscribe: {
      call: 'subscribe',
      info: given.info({ roles: ['dev'] }),
      suppressedRoles: ['qa'],
      demands: [wants('dev', 'cpus:1', 1), wants('ops', 'cpus:1', 1)],
      subscribeId: 'another',
    },
    stamp: undefined,
  });

  expect(given.toGateways.at(-1)?.item).toMatchObject({
    item: 'session-ended',
    error: {
      reason: 'invalid',
      message:
        'the description of the framework is invalid: suppressed_roles[0] must be one of the roles of the framework; demands[1].role must be one of the roles of the framework',
      remedy: 'Correct the fields that the problems name and send the call again.',
    },
  });
});

/** Some 40,000 characters in 60 shapes, each with its own names. */
function much(role: string): RoleDemand {
  const shapes = Array.from({ length: 60 }, (_, shape) => {
    const names = Array.from({ length: 30 }, (_each, name) => `a-resource-${String(shape)}-${String(name)}:1`);
    return { resources: res(names.join(';')), count: 1 };
  });
  return { role, shapes };
}

test('given demands that are sound role by role, when they come to more than the bound over all roles, then they are refused, in requests and in SUBSCRIBE', () => {
  const now = stage([much('dev')]);
  const { given, gateway } = now;

  expect(request(now, much('ops'))).toMatchObject({
    outcome: 'problem',
    reason: 'demand-invalid',
    problems: [{ field: 'demands' }],
  });
  expect(mirrored(now)).toEqual({ dev: much('dev').shapes, ops: undefined });
  expect(request(now, much('ops'), { role: 'dev', shapes: [] })).toEqual({ outcome: 'ok' });
  given.sendSubscribe(gateway, { info: { roles: ['dev', 'ops'] }, demands: [much('dev'), much('ops')] });
  expect(given.toGateways.at(-1)?.item).toMatchObject({ item: 'session-ended', error: { reason: 'invalid' } });
});

test('given a gateway that repeats more than the bound, when it subscribes again, then the session goes on with what fits', () => {
  const now = stage();

  now.given.subscribe(now.gateway, {
    info: { frameworkId: now.spark.frameworkId, roles: ['dev', 'ops'] },
    stamp: now.spark.stamp,
    demands: [much('dev'), much('ops')],
  });

  expect(mirrored(now)).toEqual({ dev: much('dev').shapes, ops: undefined });
});

test('given a role that is left and entered again, when its demand is asked for, then it is gone', () => {
  const now = stage([wants('dev', 'cpus:1', 3), wants('ops', 'cpus:1', 1)]);
  const update = (...roles: readonly string[]): void =>
    now.given.call(now.spark, {
      call: 'update-framework',
      callId: '' as CallId,
      info: now.given.info({ roles }),
      suppressedRoles: [],
    });

  update('ops');
  update('ops', 'dev');

  expect(mirrored(now)).toEqual({ ops: wants('ops', 'cpus:1', 1).shapes, dev: undefined });
});

test('given another session of the framework, when it subscribes, then its demands replace all that were stated', () => {
  const now = stage([wants('dev', 'cpus:1', 3)]);

  now.given.subscribe(now.gateway, {
    info: { frameworkId: now.spark.frameworkId, roles: ['dev', 'ops'] },
    demands: [wants('ops', 'mem:64', 2)],
  });

  expect(mirrored(now)).toEqual({ dev: undefined, ops: wants('ops', 'mem:64', 2).shapes });
});

test('given a gateway that repeats a demand which no master would have taken, when it subscribes again, then the session goes on without it', () => {
  const { given, gateway, spark } = stage([wants('dev', 'cpus:1', 3)]);
  const info = { frameworkId: spark.frameworkId, roles: ['dev', 'ops'] };

  given.subscribe(gateway, {
    info,
    stamp: spark.stamp,
    demands: [wants('dev', 'cpus:1', 1), wants('ops', 'cpus:1', -1)],
  });

  expect(given.toldAllocator('framework').at(-1)).toMatchObject({
    framework: { active: true, roles: [{ demand: wants('dev', 'cpus:1', 1).shapes }, { demand: undefined }] },
  });
  given.sendSubscribe(gateway, { info, demands: [wants('ops', 'cpus:1', -1)] });
  expect(given.toGateways.at(-1)?.item).toMatchObject({ item: 'session-ended', error: { reason: 'invalid' } });
});

test.each([
  ['more of the same', [wants('dev', 'cpus:1', 4)], 5_000],
  ['a new shape', [{ role: 'dev', shapes: [{ resources: res('cpus:2'), count: 1 }] }], 5_000],
  ['the same again', [wants('dev', 'cpus:1', 3)], 20_000],
  ['less', [wants('dev', 'cpus:1', 2)], 20_000],
  ['more in another role', [wants('ops', 'cpus:1', 9)], 20_000],
  ['no statement any more', [{ role: 'dev', shapes: undefined }], 20_000],
])(
  'given default refusals in a row, when %s is waited for, then only more than before ends the back-off',
  (_what, demands, next) => {
    const now = stage([wants('dev', 'cpus:1', 3)]);
    expect([refused(now), (now.given.advance(5_000), refused(now))]).toEqual([5_000, 10_000]);

    expect(request(now, ...demands)).toEqual({ outcome: 'ok' });

    const ended = next === 5_000;
    expect(proposed(now)).toMatchObject(ended ? { item: 'offered' } : { item: 'refused', reason: 'filtered' });
    if (!ended) {
      now.given.advance(10_000);
      proposed(now);
    }
    decline(now, now.given.offersTo(now.spark).at(-1)!.offerId);
    expect(now.given.toldAllocator('filter').at(-1)?.filter.remainingMs).toBe(next);
  },
);

test('given refusals by default and for a time, when more is waited for, then those for a time stay, and the allocator is told both', () => {
  const now = stage([wants('dev', 'cpus:1', 1)]);
  const { given, spark } = now;
  const other = given.registerAgent({ id: 'a2' });
  refused(now, 60_000);
  decline(now, given.offer(spark, other, { resources: 'cpus:2', role: 'dev' }).offerId);
  const before = given.toAllocator.length;

  request(now, wants('dev', 'cpus:1', 2));

  expect(proposed(now)).toMatchObject({ reason: 'filtered' });
  expect(given.offer(spark, other, { resources: 'cpus:2', role: 'dev' })).toBeDefined();
  const told = given.toAllocator.slice(before);
  expect(told.filter((item) => item.item === 'filters-cleared')).toMatchObject([{ role: 'dev', agentId: 'a2' }]);
  expect(told.filter((item) => item.item === 'filter')).toEqual([]);
});

test('given both kinds of refusals of one agent, when more is waited for, then what stays of them is told again', () => {
  const now = stage([wants('dev', 'cpus:1', 1)]);
  const { given, agent, spark } = now;
  refused(now, 60_000);
  decline(now, given.offer(spark, agent, { resources: 'cpus:3', role: 'dev' }).offerId);
  given.advance(1_000);
  const before = given.toAllocator.length;

  request(now, wants('dev', 'cpus:1', 2));

  expect(given.toAllocator.slice(before)).toMatchObject([
    { item: 'framework' },
    { item: 'filters-cleared', role: 'dev', agentId: 'a1' },
    { item: 'filter', filter: { refused: res('cpus:1;mem:64'), remainingMs: 59_000 } },
  ]);
  expect(given.offer(spark, agent, { resources: 'cpus:3', role: 'dev' })).toBeDefined();
});

test('given a launch from an offer, when the rest is refused by default, then the back-off begins anew, and more demand ends that refusal as well', () => {
  const now = stage([wants('dev', 'cpus:1', 1)]);
  const { given, agent, spark } = now;
  expect([refused(now), (given.advance(5_000), refused(now))]).toEqual([5_000, 10_000]);
  given.advance(10_000);

  given.accept(spark, [given.offer(spark, agent, { resources: 'cpus:4;mem:4096', role: 'dev' }).offerId], {
    tasks: [taskOf({ id: 't1', agent: agent.agentId })],
  });

  expect(given.toldAllocator('filter').at(-1)?.filter.remainingMs).toBe(5_000);
  expect(proposed(now)).toMatchObject({ reason: 'filtered' });
  request(now, wants('dev', 'cpus:1', 2));
  expect(refused(now)).toBe(5_000);
});
