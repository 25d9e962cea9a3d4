import type { InverseOffer, MaintenanceWindow, SessionCall } from '@parley/common/contract';
import { NO_CALL } from '@parley/common/kernel';
import type { AgentId, CallId, OfferId, WallMs } from '@parley/common/kernel';
import { GivenMaster } from '../testing/given-master';
import { taskOf } from '../testing/played-peers';
import type { PlayedAgent, PlayedGateway, PlayedSession } from '../testing/played-peers';

const HOUR_MS = 3_600_000;
const WINDOW: MaintenanceWindow = {
  hostnames: ['a1.test'],
  unavailability: { startsAt: (1_767_225_601_000 + HOUR_MS) as WallMs, durationMs: HOUR_MS },
};

interface Stage {
  readonly given: GivenMaster;
  readonly gateway: PlayedGateway;
  readonly agent: PlayedAgent;
  /** Runs a task on the agent. */
  readonly tenant: PlayedSession;
  /** Runs nothing. */
  readonly guest: PlayedSession;
}

function stage(): Stage {
  const given = new GivenMaster();
  const gateway = given.gateway();
  const agent = given.registerAgent();
  const tenant = given.subscribe(gateway);
  const guest = given.subscribe(gateway);
  given.allocatorReady();
  given.accept(tenant, [given.offer(tenant, agent, 'cpus:1;mem:64').offerId], {
    tasks: [taskOf({ id: 't1', agent: agent.agentId })],
  });
  return { given, gateway, agent, tenant, guest };
}

function planned(): Stage & { readonly asked: InverseOffer } {
  const set = stage();
  set.given.query(set.gateway, { query: 'update-maintenance', windows: [WINDOW] });
  const [asked] = inverseTo(set.given, set.tenant);
  if (asked === undefined) throw new Error('the tenant was not asked');
  return { ...set, asked };
}

function inverseTo(given: GivenMaster, played: PlayedSession): readonly InverseOffer[] {
  return given.heard(played).flatMap((event) => (event.event === 'inverse-offers' ? event.inverseOffers : []));
}

function takenBackFrom(given: GivenMaster, played: PlayedSession): readonly OfferId[] {
  return given.heard(played).flatMap((event) => (event.event === 'rescind-inverse' ? event.inverseOfferIds : []));
}

function reply(
  call: 'accept-inverse' | 'decline-inverse',
  ids: readonly OfferId[],
  refuseMs?: number,
): Extract<SessionCall, { call: 'accept-inverse' | 'decline-inverse' }> {
  return { call, callId: 'i' as CallId, inverseOfferIds: ids, filters: { refuseMs } };
}

function answersOf({ given, gateway }: Pick<Stage, 'given' | 'gateway'>): readonly string[] {
  return given
    .query(gateway, { query: 'get-maintenance' })
    .flatMap((answer) => (answer.answer === 'maintenance' ? answer.answers.map((each) => each.answer) : []));
}

test('given a planned maintenance, when it takes effect, then whoever runs something on the agent is asked once to leave it', () => {
  const set = planned();
  const { given, agent, tenant, guest, asked } = set;

  expect(asked).toMatchObject({
    frameworkId: tenant.frameworkId,
    agentId: agent.agentId,
    hostname: 'a1.test',
    unavailability: WINDOW.unavailability,
  });
  given.offer(guest, agent, 'cpus:1;mem:64');
  given.advance(60_000);
  expect(inverseTo(given, tenant)).toHaveLength(1);
  expect(inverseTo(given, guest)).toEqual([]);
  expect(answersOf(set)).toEqual(['asked']);
});

test.each([
  ['accept-inverse', 'accepted'],
  ['decline-inverse', 'declined'],
] as const)(
  'given an inverse offer, when it is answered by %s, then operators see it, and it is made again when the filter ends',
  (call, said) => {
    const set = planned();
    const { given, tenant, asked } = set;

    given.call(tenant, reply(call, [asked.inverseOfferId], 30_000));

    expect(given.resultOf(tenant, 'i')).toEqual({ outcome: 'ok' });
    expect(answersOf(set)).toEqual([said]);
    given.advance(28_000);
    expect(inverseTo(given, tenant)).toHaveLength(1);
    given.advance(2_000);
    const [, again] = inverseTo(given, tenant);
    expect(again?.inverseOfferId).not.toBe(asked.inverseOfferId);
    expect(answersOf(set)).toEqual([said]);
  },
);

test('given answers that name no time, when they repeat, then the question comes back later each time; and never at once', () => {
  const { given, tenant } = planned();
  const asked: number[] = [];
  let heard = 0;
  const answerAll = (refuseMs?: number): void => {
    const open = inverseTo(given, tenant).slice(heard);
    heard += open.length;
    if (open.length > 0) asked.push(given.now);
    for (const { inverseOfferId } of open)
      given.call(tenant, { ...reply('accept-inverse', [inverseOfferId], refuseMs), callId: NO_CALL });
  };
  for (let second = 0; second < 300; second += 1) {
    answerAll();
    given.advance(1_000);
  }

  expect(asked.map((at, index) => at - (asked[index - 1] ?? at))).toEqual([
    0, 5_000, 10_000, 20_000, 40_000, 80_000, 120_000,
  ]);
  given.advance(120_000);
  answerAll(0);
  expect(inverseTo(given, tenant)).toHaveLength(heard);
  given.advance(1_000);
  expect(inverseTo(given, tenant)).toHaveLength(heard + 1);
});

test('given ids that are unknown, somebody else’s or repeated, when they are answered, then that is a problem, and the rest counts', () => {
  const set = planned();
  const { given, tenant, guest, asked } = set;

  given.call(guest, reply('decline-inverse', [asked.inverseOfferId]));
  given.call(tenant, { ...reply('accept-inverse', []), callId: 'none' as CallId });
  given.call(tenant, { ...reply('accept-inverse', [asked.inverseOfferId], -1), callId: 'filter' as CallId });
  expect(answersOf(set)).toEqual(['asked']);
  const unknown = 'nonsense' as OfferId;
  given.call(tenant, reply('accept-inverse', [unknown, asked.inverseOfferId, asked.inverseOfferId]));

  expect(given.resultOf(guest, 'i')).toMatchObject({ outcome: 'problem', reason: 'inverse-offer-gone' });
  expect(given.resultOf(tenant, 'none')).toMatchObject({ outcome: 'problem', reason: 'inverse-offers-missing' });
  expect(given.resultOf(tenant, 'filter')).toMatchObject({ outcome: 'problem', reason: 'filter-invalid' });
  expect(given.resultOf(tenant, 'i')).toMatchObject({ outcome: 'problem', reason: 'inverse-offer-gone' });
  expect(answersOf(set)).toEqual(['accepted']);
});

test('given an inverse offer, when the schedule changes or is lifted, then it is taken back, and answers are forgotten', () => {
  const set = planned();
  const { given, gateway, tenant, asked } = set;
  const later = { ...WINDOW, unavailability: { ...WINDOW.unavailability, durationMs: undefined } };

  given.query(gateway, { query: 'update-maintenance', windows: [later] });

  const [, second] = inverseTo(given, tenant);
  expect(takenBackFrom(given, tenant)).toEqual([asked.inverseOfferId]);
  expect(second?.unavailability).toEqual(later.unavailability);
  given.call(tenant, reply('decline-inverse', [second?.inverseOfferId ?? asked.inverseOfferId]));
  given.query(gateway, { query: 'update-maintenance', windows: [] });
  given.advance(HOUR_MS);
  expect(answersOf(set)).toEqual([]);
  expect(inverseTo(given, tenant)).toHaveLength(2);
});

test('given an inverse offer, when its last task ends, then it is taken back: there is nothing to leave', () => {
  const { given, agent, tenant, asked } = planned();

  const launch = given.launchedOn(agent, 't1');
  given.update(agent, { framework: tenant.frameworkId, id: 't1', launch, state: 'finished' });

  expect(takenBackFrom(given, tenant)).toEqual([asked.inverseOfferId]);
  expect(given.core.term.cluster.inverseOffers.size).toBe(0);
});

test('given an inverse offer, when the agent becomes unreachable, then it is taken back', () => {
  const { given, agent, tenant, asked } = planned();
  given.silent.add(agent.stream);

  given.advance(200_000);

  expect(takenBackFrom(given, tenant)).toEqual([asked.inverseOfferId]);
});

test('given an inverse offer, when the framework leaves and returns, then the old one is void and it is asked anew', () => {
  const set = planned();
  const { given, gateway, tenant, asked } = set;
  const { session, frameworkId, stamp } = tenant;
  given.fromGateway(gateway, { item: 'session-closed', session, frameworkId, stamp, clean: true });
  expect(given.core.term.cluster.inverseOffers.size).toBe(0);

  const again = given.subscribe(gateway, { info: { frameworkId } });

  const [anew] = inverseTo(given, again);
  expect(anew?.agentId).toBe('a1' as AgentId);
  given.call(again, reply('accept-inverse', [asked.inverseOfferId]));
  expect(given.resultOf(again, 'i')).toMatchObject({ reason: 'inverse-offer-gone' });
  expect(answersOf(set)).toEqual(['asked']);
});

test('given a running window, when a task is still there, then its framework stays asked until the end, when nothing is asked any more', () => {
  const { given, tenant, asked } = planned();

  given.advance(HOUR_MS);
  expect(takenBackFrom(given, tenant)).toEqual([]);
  given.advance(HOUR_MS);

  expect(takenBackFrom(given, tenant)).toEqual([asked.inverseOfferId]);
});

test('given agents with maintenance, when the session of a framework that runs little ends and begins anew, then only the agents it runs something on are looked at', () => {
  const { given, gateway, tenant, asked } = planned();
  for (const host of ['a2', 'a3', 'a4']) given.registerAgent({ id: host });
  const hostnames = ['a1.test', 'a2.test', 'a3.test', 'a4.test'];
  given.query(gateway, { query: 'update-maintenance', windows: [{ ...WINDOW, hostnames }] });
  const agents = given.core.term.cluster.planned;
  expect(agents.size).toBe(4);
  let looked = 0;
  Object.defineProperty(agents, Symbol.iterator, {
    value: function* () {
      for (const agent of agents.values()) {
        looked += 1;
        yield agent;
      }
    },
  });

  const info = { frameworkId: tenant.frameworkId };
  const next = given.subscribe(gateway, { info });

  expect(looked).toBe(0);
  expect(inverseTo(given, next)).toMatchObject([{ agentId: asked.agentId }]);
});

test('given a framework with tasks on many agents of the schedule, when it leaves and returns, then it is asked about all of them, in slices', () => {
  const given = new GivenMaster();
  const gateway = given.gateway();
  const agents = Array.from({ length: 600 }, (_, index) => given.registerAgent({ id: `a${String(index)}` }));
  const tenant = given.subscribe(gateway);
  given.allocatorReady();
  given.advance(1_000);
  for (const agent of agents) {
    const { offerId } = given.offer(tenant, agent, 'cpus:1;mem:64');
    given.accept(tenant, [offerId], { tasks: [taskOf({ id: agent.agentId, agent: agent.agentId })] });
  }
  const hostnames = agents.map(({ agentId }) => `${agentId}.test`);
  given.query(gateway, { query: 'update-maintenance', windows: [{ ...WINDOW, hostnames }] });
  given.advance(1_000);
  const { session, frameworkId, stamp } = tenant;
  given.fromGateway(gateway, { item: 'session-closed', session, frameworkId, stamp, clean: true });
  given.advance(1_000);

  const again = given.subscribe(gateway, { info: { frameworkId } });
  const atOnce = inverseTo(given, again).length;
  given.advance(1_000);

  expect(inverseTo(given, tenant)).toHaveLength(600);
  expect(atOnce).toBeLessThan(600);
  expect(new Set(inverseTo(given, again).map(({ agentId }) => agentId)).size).toBe(600);
  expect(inverseTo(given, again)).toHaveLength(600);
});
