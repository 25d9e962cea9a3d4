import { DEMAND_SHAPES_MAX } from '@parley/common/contract';
import type { RoleDemand } from '@parley/common/contract';
import type { CallId, OfferId, WallMs, AgentId } from '@parley/common/kernel';
import { aTask, anOffer, FRAMEWORK, GivenScheduler, resourcesOf } from '../testing';

const one = resourcesOf('cpus:1');
const two = resourcesOf('cpus:2;mem:64');

const stated = (given: GivenScheduler): readonly (readonly RoleDemand[])[] =>
  given.calls('request').map((call) => call.demands);

test('given wanted tasks, when they begin to wait and are launched, then what is waited for is stated by kind, and less of it later', () => {
  const given = new GivenScheduler().connected().forget();

  given.want(aTask('a'));
  given.want(aTask('b')).want(aTask('c', { resources: two }));
  given.advance(20);
  given.offered(anOffer('o1', 'cpus:2'));
  given.advance(99);
  const before = stated(given).length;
  given.advance(1);

  expect(before).toBe(2);
  expect(stated(given)).toEqual([
    [{ role: '*', shapes: [{ resources: one, count: 1 }] }],
    [
      {
        role: '*',
        shapes: [
          { resources: one, count: 2 },
          { resources: two, count: 1 },
        ],
      },
    ],
    [{ role: '*', shapes: [{ resources: two, count: 1 }] }],
  ]);
});

test('given tasks that wait, when the scheduler subscribes again, then its first call says for what, and nothing is stated twice', () => {
  const given = new GivenScheduler().connected().want(aTask('a')).forget().disconnected().advance(100);

  given.connected().advance(1_000);

  expect(given.calls('subscribe').map((call) => call.demands)).toEqual([
    [{ role: '*', shapes: [{ resources: one, count: 1 }] }],
  ]);
  expect(stated(given)).toEqual([]);
});

test('given a statement that was not heard, when that is known, then it is made again after a pause', () => {
  const given = new GivenScheduler().connected().want(aTask('a'));
  const callId: CallId = given.calls('request')[0]!.callId;

  given.forget().answered(callId, { outcome: 'outcome-unknown', message: 'the leader changed' });
  const atOnce = stated(given).length;
  given.advance(1_000);

  expect(atOnce).toBe(0);
  expect(stated(given)).toHaveLength(1);
});

test('given several roles, when tasks of one and of any wait, then each role is told of those that it could serve', () => {
  const framework = {
    name: 'test',
    roles: ['dev', 'ops'],
    failoverTimeoutMs: undefined,
    hostname: '',
    webuiUrl: '',
    labels: [],
    capabilities: [],
    offerSettings: [],
  };
  const given = new GivenScheduler({ framework }).want(aTask('a'), aTask('b', { role: 'ops' })).advance(0);

  expect(given.calls('subscribe')[0]?.demands).toEqual([
    { role: 'dev', shapes: [{ resources: one, count: 1 }] },
    { role: 'ops', shapes: [{ resources: one, count: 2 }] },
  ]);
});

test('given more kinds of tasks than can be stated, when they wait, then nothing is stated, so that whatever is offered may fit', () => {
  const given = new GivenScheduler();
  for (let kind = 0; kind <= DEMAND_SHAPES_MAX; kind += 1)
    given.want(aTask(`t${String(kind)}`, { resources: resourcesOf(`cpus:1;mem:${String(kind + 1)}`) }));

  given.connected();
  expect(given.calls('subscribe')[0]?.demands).toEqual([{ role: '*', shapes: undefined }]);
  given.give({ input: 'kill-task', key: 't7', graceMs: undefined }).advance(1_000);

  expect(stated(given).at(-1)?.[0]?.shapes).toHaveLength(DEMAND_SHAPES_MAX);
});

test('given kinds of tasks that come to more over all roles than the master takes, when they wait, then what does not fit is not stated', () => {
  const framework = {
    name: 'test',
    roles: ['dev', 'ops'],
    failoverTimeoutMs: undefined,
    hostname: '',
    webuiUrl: '',
    labels: [],
    capabilities: [],
    offerSettings: [],
  };
  const given = new GivenScheduler({ framework });
  for (let kind = 0; kind < 60; kind += 1) {
    const names = Array.from({ length: 30 }, (_, name) => `a-resource-${String(kind)}-${String(name)}:1`);
    given.want(aTask(`t${String(kind)}`, { resources: resourcesOf(names.join(';')) }));
  }

  given.connected();

  const [dev, ops] = given.calls('subscribe')[0]!.demands;
  expect([dev?.shapes?.length, ops?.shapes]).toEqual([60, undefined]);
});

test('given manual offers, when tasks of the author wait elsewhere, then nothing is stated for them', () => {
  const given = new GivenScheduler({ offers: 'manual' }).connected().advance(1_000);

  expect(given.calls('subscribe')[0]?.demands).toEqual([]);
  expect(stated(given)).toEqual([]);
});

test('given agents that will not be available, when inverse offers come and go, then the author is told', () => {
  const inverseOffers = [
    {
      inverseOfferId: 'i1' as OfferId,
      frameworkId: FRAMEWORK,
      agentId: 'a1' as AgentId,
      hostname: 'host-a1',
      unavailability: { startsAt: 1 as WallMs, durationMs: undefined },
    },
  ];

  const given = new GivenScheduler()
    .connected()
    .hear({ event: 'inverse-offers', inverseOffers })
    .hear({ event: 'rescind-inverse', inverseOfferIds: ['i1' as OfferId] });

  expect(given.news('inverse-offers')).toEqual([{ news: 'inverse-offers', inverseOffers }]);
  expect(given.news('inverse-rescinded')).toEqual([{ news: 'inverse-rescinded', inverseOfferIds: ['i1'] }]);
});
