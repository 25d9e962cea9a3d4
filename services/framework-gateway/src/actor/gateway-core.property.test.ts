import type { GatewayDown, GatewayUp, SchedulerCall } from '@parley/common/contract';
import type { OfferId, StreamId, TaskId } from '@parley/common/kernel';
import * as fc from 'fast-check';
import type { GatewayEffect } from './gateway-effects';
import {
  EPOCH_1,
  EPOCH_2,
  GivenGateway,
  OPTIONS,
  SPARK,
  STAMP,
  callId,
  infoOf,
  offerOf,
  subscribeOf,
} from '../testing';

const SEED = 20_251_103;

const ids = fc.constantFrom('', 'a', 'b', 'c', 'd', 'e').map(callId);
const offerIds = fc.array(
  fc.constantFrom('o1', 'o2', 'o3').map((id) => id as OfferId),
  { maxLength: 3 },
);
const roles = fc.subarray(['dev', 'ops', 'qa']);
const filters = { refuseMs: undefined };

const call: fc.Arbitrary<SchedulerCall> = fc.oneof(
  fc.constant(subscribeOf('dev', 'ops')),
  fc.constant({ call: 'heartbeat' } as const),
  fc.record({
    call: fc.constant('accept' as const),
    callId: ids,
    offerIds,
    operations: fc.constant([]),
    filters: fc.constant(filters),
  }),
  fc.record({ call: fc.constant('decline' as const), callId: ids, offerIds, filters: fc.constant(filters) }),
  fc.record({ call: fc.constantFrom('suppress' as const, 'revive' as const), callId: ids, roles }),
  fc.record({
    call: fc.constant('update-framework' as const),
    callId: ids,
    info: roles.map((list) => infoOf(...list)),
    suppressedRoles: roles,
  }),
  ids.map(
    (id) => ({ call: 'kill', callId: id, taskId: 't' as TaskId, agentId: undefined, graceMs: undefined }) as const,
  ),
  ids.map((id) => ({ call: 'teardown', callId: id }) as const),
  fc.record({
    call: fc.constant('request' as const),
    callId: ids,
    demands: roles.map((list) => list.map((role) => ({ role, shapes: [] }))),
  }),
  fc.record({
    call: fc.constantFrom('accept-inverse' as const, 'decline-inverse' as const),
    callId: ids,
    inverseOfferIds: offerIds,
    filters: fc.constant(filters),
  }),
);

const session = fc.integer({ min: 0, max: 8 });
const offers = fc.array(fc.constantFrom('o1', 'o2', 'o3', 'o4', 'o5', 'o6', 'o7').map(offerOf), { maxLength: 7 });
const down: fc.Arbitrary<GatewayDown> = fc.oneof(
  session.map((n) => ({ item: 'session-subscribed', session: n, frameworkId: SPARK, stamp: STAMP }) as const),
  fc
    .tuple(session, offers)
    .map(([n, list]) => ({ item: 'session-event', session: n, event: { event: 'offers', offers: list } }) as const),
  session.map(
    (n) =>
      ({
        item: 'session-event',
        session: n,
        event: { event: 'rescind-inverse', inverseOfferIds: ['o1' as OfferId] },
      }) as const,
  ),
  fc.tuple(session, ids).map(
    ([n, id]) =>
      ({
        item: 'session-event',
        session: n,
        event: { event: 'call-result', callId: id, result: { outcome: 'ok' } },
      }) as const,
  ),
  session.map(
    (n) => ({ item: 'session-ended', session: n, error: { reason: 'invalid', message: 'm', remedy: 'r' } }) as const,
  ),
  session.map((n) => ({ item: 'operator-answer', requestId: n, answer: { answer: 'done', deferred: false } }) as const),
  fc.constantFrom(
    { item: 'ping', ping: 1 } as const,
    { item: 'go-away' } as const,
    { item: 'welcome', pingMs: 10, pingsMissedMax: 2 } as const,
  ),
);

type Deed = (given: GivenGateway) => void;
const stream = fc.integer({ min: 1, max: 8 }).map((n) => n as StreamId);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.constant<Deed>((given) => void given.openClient()),
  fc.tuple(stream, call).map(
    ([id, each]): Deed =>
      (given) =>
        void given.call(id, each),
  ),
  fc.tuple(stream, fc.constantFrom('ended' as const, 'lost' as const)).map(
    ([id, kind]): Deed =>
      (given) =>
        void given.closeClient(id, kind),
  ),
  fc.tuple(fc.constantFrom(EPOCH_1, EPOCH_2), fc.array(down, { maxLength: 4 })).map(
    ([epoch, items]): Deed =>
      (given) =>
        void given.batch(epoch, items),
  ),
  fc.constant<Deed>((given) => void given.loseLink()),
  fc.constantFrom(EPOCH_1, EPOCH_2).map(
    (epoch): Deed =>
      (given) =>
        given.answer({ clusterId: 'c1', leading: true, epoch, address: 'm:1' }),
  ),
  fc.integer({ min: 1, max: 5 }).map(
    (n): Deed =>
      (given) =>
        void given.operator(n * 1_000 + given.effects.length, { query: 'watch', resumeAfter: 0 }),
  ),
  fc.integer({ min: 1, max: 40_000 }).map((ms): Deed => (given) => {
    given.now += ms;
    given.step({ input: 'tick' });
  }),
);

test('whatever comes in whatever order, nothing throws and nothing grows beyond its bound', () => {
  const holds = fc.property(fc.array(deed, { maxLength: 80 }), (deeds) => {
    const given = new GivenGateway();
    for (const each of deeds) {
      each(given);
      expect(given.core.sessions).toBeLessThanOrEqual(OPTIONS.sessions.sessionsMax);
    }
    given.step({ input: 'shut-down' });
    expect(given.core.sessions).toBe(0);
  });

  fc.assert(holds, { seed: SEED, numRuns: 400 });
});

/** The offers that a client was given, in the order of effects, less those that it used or lost. */
function heldBy(
  client: { readonly stream: StreamId; readonly session: number },
  effects: readonly GatewayEffect[],
): Set<string> {
  const held = new Set<string>();
  const drop = (offers: readonly string[]): void => offers.forEach((id) => held.delete(id));
  for (const effect of effects) {
    if (effect.effect === 'send-client' && effect.stream === client.stream) {
      const { event } = effect;
      if (event.event === 'offers') event.offers.forEach((offer) => held.add(offer.offerId));
      if (event.event === 'rescind') drop(event.offerIds);
    } else if (effect.effect === 'send-master' && effect.item.item === 'call') {
      drop(usedBy(effect.item, client.session));
    }
  }
  return held;
}

function usedBy(item: Extract<GatewayUp, { item: 'call' }>, session: number): readonly string[] {
  const { call: used } = item;
  return item.session === session && (used.call === 'accept' || used.call === 'decline') ? used.offerIds : [];
}

test('whatever happens, a client whose stream is open holds no offer once the link is lost', () => {
  const holds = fc.property(fc.array(deed, { maxLength: 60 }), (deeds) => {
    const given = GivenGateway.following();
    const client = given.subscribedClient('dev', 'ops');
    for (const each of deeds) each(given);
    given.loseLink();

    const left = given.observed.some(
      (event) =>
        (event.event === 'session-closed' || event.event === 'session-ended') && event.session === client.session,
    );
    if (!left) expect([...heldBy(client, given.effects)]).toEqual([]);
  });

  fc.assert(holds, { seed: SEED, numRuns: 400 });
});
