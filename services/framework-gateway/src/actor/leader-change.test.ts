import type { SchedulerEvent } from '@parley/common/contract';
import type { AgentId, OfferId, WallMs } from '@parley/common/kernel';
import {
  EPOCH_1,
  EPOCH_2,
  GivenGateway,
  OPTIONS,
  SPARK,
  STAMP,
  callId,
  infoOf,
  killOf,
  offerOf,
  resultOf,
  subscribeOf,
} from '../testing';

test('given a session with offers and open calls, when the leader changes, then it is carried over and its client hears what ended', () => {
  const given = GivenGateway.following();
  const { stream, session } = given.subscribedClient('dev', 'ops');
  given.fromMaster({
    item: 'session-event',
    session,
    event: { event: 'offers', offers: [offerOf('o1'), offerOf('o2'), offerOf('o3')] },
  });
  given.call(stream, {
    call: 'decline',
    callId: callId('d1'),
    offerIds: ['o2' as OfferId],
    filters: { refuseMs: undefined },
  });
  given.call(stream, { call: 'suppress', callId: callId('s1'), roles: ['ops'] });
  given.fromMaster({
    item: 'session-event',
    session,
    event: { event: 'call-result', callId: callId('s1'), result: { outcome: 'ok' } },
  });
  given.forget();

  given.loseLink();
  const atLoss = given.told(stream);
  given.elect(EPOCH_2);
  const subscribed = given.lastSubscribe();
  given.fromMaster({ item: 'session-subscribed', session, frameworkId: SPARK, stamp: STAMP });
  const pushed: SchedulerEvent = { event: 'reconcile-end', callId: callId(''), pending: [] };
  given.fromMaster({ item: 'session-event', session, event: pushed });

  expect(atLoss).toMatchObject([
    { event: 'rescind', offerIds: ['o1', 'o3'] },
    { event: 'call-result', callId: 'd1', result: { outcome: 'outcome-unknown' } },
  ]);
  const info = { ...infoOf('dev', 'ops'), frameworkId: SPARK };
  const subscribe = { ...subscribeOf(), info, suppressedRoles: ['ops'] };
  expect(subscribed).toEqual({ item: 'subscribe', session, subscribe, stamp: STAMP });
  expect(given.told(stream).slice(2)).toEqual([{ event: 'leader-changed', epoch: EPOCH_2 }, pushed]);
});

test('given a call whose outcome became unknown with the link, when its result still comes, then the client is not told a second time', () => {
  const given = GivenGateway.following();
  const { stream, session } = given.subscribedClient();
  given.call(stream, killOf('k1'));
  given.forget();
  given.loseLink();
  given.elect(EPOCH_1);
  given.fromMaster({ item: 'session-subscribed', session, frameworkId: SPARK, stamp: STAMP });

  given.fromMaster(resultOf(session, 'k1'));

  expect(given.told(stream)).toMatchObject([{ callId: 'k1', result: { outcome: 'outcome-unknown' } }]);
});

test('given more offers than one event should name, when the link is lost, then they are rescinded in parts', () => {
  const given = GivenGateway.following({ sessions: { ...OPTIONS.sessions, offersMax: 1_000 } });
  const { stream, session } = given.subscribedClient();
  const offers = Array.from({ length: 120 }, (_, n) => offerOf(`o${String(n)}`));
  given.fromMaster({ item: 'session-event', session, event: { event: 'offers', offers } });
  given.forget();

  given.loseLink();

  const rescinded = given.told(stream).flatMap((event) => (event.event === 'rescind' ? [event.offerIds] : []));
  expect(rescinded.map((ids) => ids.length)).toEqual([50, 50, 20]);
  expect(rescinded.flat()).toEqual(offers.map((offer) => offer.offerId));
});

test('given calls that the master refused for their filters and calls that it carried out, when the link is lost, then only the offers of the first are rescinded', () => {
  const given = GivenGateway.following();
  const { stream, session } = given.subscribedClient();
  const offers = ['o1', 'o2', 'o3', 'o4'].map(offerOf);
  given.fromMaster({ item: 'session-event', session, event: { event: 'offers', offers } });
  for (const n of [1, 2, 3])
    given.call(stream, {
      call: 'decline',
      callId: callId(`d${String(n)}`),
      offerIds: [`o${String(n)}` as OfferId],
      filters: { refuseMs: undefined },
    });
  given.fromMaster(resultOf(session, 'd1', 'filter-invalid'), resultOf(session, 'd2'));
  given.fromMaster({ item: 'session-event', session, event: { event: 'rescind', offerIds: ['o3' as OfferId] } });
  given.fromMaster(resultOf(session, 'd3', 'filter-invalid'));
  given.forget();

  given.loseLink();

  expect(given.told(stream)).toEqual([{ event: 'rescind', offerIds: ['o4', 'o1'] }]);
});

test('given a session, when only the link broke and the same leader is found, then no change of leader is told', () => {
  const given = GivenGateway.following();
  const { stream, session } = given.subscribedClient();
  given.forget();

  given.loseLink();
  given.elect(EPOCH_1);
  given.fromMaster({ item: 'session-subscribed', session, frameworkId: SPARK, stamp: STAMP });

  expect(given.told(stream)).toEqual([]);
  expect(given.lastSubscribe().stamp).toEqual(STAMP);
});

test('given inverse offers, when some are answered and rescinded and the leader is lost, then the rest is rescinded', () => {
  const given = GivenGateway.following();
  const { stream, session } = given.subscribedClient('dev');
  const inverseOffers = ['i1', 'i2', 'i3', 'i4'].map((id) => ({
    inverseOfferId: id as OfferId,
    frameworkId: SPARK,
    agentId: 'A1' as AgentId,
    hostname: 'h1',
    unavailability: { startsAt: 1 as WallMs, durationMs: undefined },
  }));
  const event = { event: 'inverse-offers', inverseOffers } as const;
  given.fromMaster({ item: 'session-event', session, event });
  const answer = (call: 'accept-inverse' | 'decline-inverse', id: string) =>
    given.call(stream, {
      call,
      callId: callId(call),
      inverseOfferIds: [id as OfferId],
      filters: { refuseMs: undefined },
    });
  answer('accept-inverse', 'i1');
  answer('decline-inverse', 'i2');
  const passedOn = given.sent.slice(-2);
  given.fromMaster({
    item: 'session-event',
    session,
    event: { event: 'rescind-inverse', inverseOfferIds: ['i3' as OfferId] },
  });

  given.loseLink();

  expect(passedOn).toMatchObject([{ call: { call: 'accept-inverse' } }, { call: { call: 'decline-inverse' } }]);
  expect(given.told(stream)).toContainEqual(event);
  expect(given.told(stream)).toContainEqual({ event: 'rescind-inverse', inverseOfferIds: ['i3'] });
  expect(given.told(stream)).toContainEqual({ event: 'rescind-inverse', inverseOfferIds: ['i4'] });
});
