import type { GatewayDown, RoleDemand, SchedulerEvent } from '@parley/common/contract';
import type { AgentId, OfferId, TaskId, WallMs } from '@parley/common/kernel';
import { parseResources } from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';
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

const kill = (id: string) =>
  ({ call: 'kill', callId: callId(id), taskId: 't1' as TaskId, agentId: undefined, graceMs: undefined }) as const;

const resultOf = (session: number, id: string, reason?: string): GatewayDown => ({
  item: 'session-event',
  session,
  event: {
    event: 'call-result',
    callId: callId(id),
    result:
      reason === undefined
        ? { outcome: 'ok' }
        : { outcome: 'problem', reason, message: 'm', remedy: 'r', problems: [] },
  },
});

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
  given.call(stream, kill('k1'));
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

test('given suppressions that the master confirmed, refused and did not answer, when the leader changes, then all but the refused are told', () => {
  const given = GivenGateway.following({ sessions: { ...OPTIONS.sessions, callsMax: 10 } });
  const { stream, session } = given.subscribedClient('dev', 'ops', 'qa', 'web');
  const suppress = (id: string, role: string) =>
    given.call(stream, { call: 'suppress', callId: callId(id), roles: [role] });
  suppress('confirmed', 'dev');
  suppress('refused', 'ops');
  suppress('', 'qa');
  suppress('', 'web');
  given.fromMaster(resultOf(session, 'confirmed'), resultOf(session, 'refused', 'role-not-subscribed'));
  given.fromMaster(resultOf(session, 'g1-1', 'role-not-subscribed'));
  given.forget();

  given.loseLink();
  given.elect(EPOCH_2);

  expect(given.told(stream)).toEqual([]);
  expect(given.lastSubscribe().subscribe.suppressedRoles).toEqual(['dev', 'web']);
});

test('given an update that was sent after a suppression, when both are confirmed, then the update has the last word', () => {
  const given = GivenGateway.following();
  const { stream, session } = given.subscribedClient('dev', 'ops');
  given.call(stream, { call: 'suppress', callId: callId('s1'), roles: ['dev'] });
  const info = infoOf('dev', 'ops');
  given.call(stream, { call: 'update-framework', callId: callId('u1'), info, suppressedRoles: ['ops'] });
  given.fromMaster(resultOf(session, 's1'), resultOf(session, 'u1'));

  given.loseLink();
  given.elect(EPOCH_2);

  expect(given.lastSubscribe().subscribe.suppressedRoles).toEqual(['ops']);
});

test('given as many open calls as allowed, when a client that wants no answer suppresses a role, then the call is passed on and counts', () => {
  const given = GivenGateway.following();
  const { stream } = given.subscribedClient('dev', 'ops');
  for (const id of ['1', '2', '3']) given.call(stream, kill(id));

  given.call(stream, { call: 'suppress', callId: callId(''), roles: ['dev'] });
  const passedOn = given.sent.at(-1);
  given.loseLink();
  given.elect(EPOCH_2);

  expect(passedOn).toMatchObject({ item: 'call', call: { call: 'suppress', callId: '' } });
  expect(given.lastSubscribe().subscribe.suppressedRoles).toEqual(['dev']);
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

test('given no leader, when calls come, then each is refused at once with the advice to try again', () => {
  const given = GivenGateway.following();
  const { stream } = given.subscribedClient();
  given.loseLink();
  given.forget();

  given.call(stream, kill('k1'));
  given.call(stream, kill(''));

  expect(given.told(stream)).toMatchObject([
    { event: 'call-result', callId: 'k1', result: { outcome: 'problem', reason: 'no-leader' } },
  ]);
});

test('given no leader, when a client that wants no answers suppresses a role, then the next leader hears of it', () => {
  const given = GivenGateway.following();
  const { stream } = given.subscribedClient('dev', 'ops');
  given.loseLink();

  given.call(stream, { call: 'suppress', callId: callId(''), roles: ['dev'] });
  given.elect(EPOCH_2);

  expect(given.lastSubscribe().subscribe.suppressedRoles).toEqual(['dev']);
});

test('given an update that the master confirmed and one that it did not, when the leader changes, then only the first is told', () => {
  const given = GivenGateway.following();
  const { stream, session } = given.subscribedClient('dev');
  given.call(stream, {
    call: 'update-framework',
    callId: callId(''),
    info: infoOf('dev', 'ops'),
    suppressedRoles: ['ops'],
  });
  const own = given.sent.findLast((item) => item.item === 'call');
  const ownId = own?.item === 'call' ? own.call.callId : callId('none');
  given.call(stream, { call: 'suppress', callId: callId(''), roles: ['dev'] });
  given.forget();
  given.fromMaster({
    item: 'session-event',
    session,
    event: { event: 'call-result', callId: ownId, result: { outcome: 'ok' } },
  });
  const told = given.told(stream);
  given.call(stream, { call: 'update-framework', callId: callId('u2'), info: infoOf('bad'), suppressedRoles: [] });

  given.loseLink();
  given.elect(EPOCH_2);

  expect(told).toEqual([]);
  expect(ownId).toBe('g1-1');
  const { info, suppressedRoles } = given.lastSubscribe().subscribe;
  expect({ roles: info.roles, id: info.frameworkId, suppressedRoles }).toEqual({
    roles: ['dev', 'ops'],
    id: SPARK,
    suppressedRoles: ['dev', 'ops'],
  });
});

test('given a subscription without a leader, when one is found, then it is sent there, without a stamp and each time anew', () => {
  const given = new GivenGateway();
  const stream = given.openClient();
  given.call(stream, subscribeOf('dev'));
  expect(given.sent.filter((item) => item.item === 'subscribe')).toEqual([]);

  given.elect(EPOCH_1);
  given.loseLink();
  given.elect(EPOCH_2);
  const session = given.lastSubscribe().session;
  given.fromMaster({ item: 'session-subscribed', session, frameworkId: SPARK, stamp: STAMP });

  const subscriptions = given.sent.filter((item) => item.item === 'subscribe');
  expect(subscriptions).toEqual([
    { item: 'subscribe', session, subscribe: subscribeOf('dev'), stamp: undefined },
    { item: 'subscribe', session, subscribe: subscribeOf('dev'), stamp: undefined },
  ]);
  expect(given.told(stream)).toEqual([{ event: 'subscribed', frameworkId: SPARK, heartbeatMs: 15_000 }]);
});

test('given a SUBSCRIBE that is not sound, when it goes to a leader, then it is passed on word for word, so that its client hears what is wrong', () => {
  const given = GivenGateway.following();
  const subscribe = {
    ...subscribeOf('dev'),
    suppressedRoles: ['ops'],
    demands: [
      { role: 'qa', shapes: [WANTED] },
      { role: 'dev', shapes: [WANTED] },
      { role: 'dev', shapes: [] },
    ],
  };

  given.call(given.openClient(), subscribe);
  const first = given.lastSubscribe();
  given.loseLink();
  given.elect(EPOCH_2);

  expect([first, given.lastSubscribe()]).toMatchObject([
    { subscribe, stamp: undefined },
    { subscribe, stamp: undefined },
  ]);
});

test('given a client that goes while no leader is there, when one is found, then it is told under the stamp that counts', () => {
  const given = GivenGateway.following();
  const { stream, session } = given.subscribedClient();
  given.loseLink();
  given.closeClient(stream);
  given.forget();

  given.elect(EPOCH_2);

  expect(given.sent.slice(1)).toEqual([
    { item: 'session-closed', session, frameworkId: SPARK, stamp: STAMP, clean: true },
  ]);
  expect(given.core.sessions).toBe(0);
});

test('given an older link and an older leader, when they still speak, then nothing happens', () => {
  const given = GivenGateway.following();
  const { stream, session } = given.subscribedClient();
  const older = given.link;
  given.loseLink();
  given.elect(EPOCH_2);
  given.forget();

  const ended = { item: 'session-ended', session, error: { reason: 'invalid', message: 'm', remedy: 'r' } } as const;
  given.batch(EPOCH_2, [ended], older);
  given.batch(EPOCH_1, [ended]);

  expect(given.told(stream)).toEqual([]);
  expect(given.observed).toEqual([
    { event: 'batch-dropped', because: 'older-link' },
    { event: 'batch-dropped', because: 'older-epoch' },
  ]);
});

test('given a leader that hands over, when it says so, then the search begins at once', () => {
  const given = GivenGateway.following();
  given.forget();

  given.fromMaster({ item: 'go-away' });

  expect(given.core.following).toBe(false);
  expect(given.core.wakeAt).toBe(given.now);
});

test('given a leader that pings, when it falls silent, then the gateway hangs up and searches', () => {
  const given = GivenGateway.following();
  given.pass(60_000);
  given.fromMaster({ item: 'ping', ping: 1 });
  given.pass(74_000);
  expect(given.core.following).toBe(true);
  expect(given.sent.at(-1)).toEqual({ item: 'pong', ping: 1 });

  given.pass(2_000);

  expect(given.core.following).toBe(false);
  expect(given.effects.some((effect) => effect.effect === 'end-master-stream')).toBe(true);
});

test('given a gateway that was stopped itself, when it wakes up late, then it first reads what the leader may have sent', () => {
  const given = GivenGateway.following();
  given.now += 600_000;

  given.step({ input: 'tick' });
  const followingAfterPause = given.core.following;
  given.fromMaster({ item: 'ping', ping: 1 });
  given.pass(20_000);

  expect(followingAfterPause).toBe(true);
  expect(given.core.following).toBe(true);
});

test('given a master that does not welcome the gateway, when its time is over, then another search begins', () => {
  const given = new GivenGateway();
  given.answer({ clusterId: 'c1', leading: true, epoch: EPOCH_1, address: '' });

  given.pass(5_000);

  expect(given.observed).toEqual([
    { event: 'leader-lost', because: 'the master did not welcome this gateway in time' },
  ]);
});

test('given a gateway of one cluster, when a master of another answers, then it is not followed and that is reported', () => {
  const given = new GivenGateway({ clusterId: 'mine' });

  given.answer({ clusterId: 'other', leading: true, epoch: EPOCH_1, address: 'elsewhere:1' });

  expect(given.link).toBeUndefined();
  expect(given.observed).toEqual([
    { event: 'foreign-cluster', target: 'master:5050', expected: 'mine', named: 'other' },
  ]);
});

const WANTED = { resources: parsed('cpus:1;mem:64'), count: 3 };

function parsed(text: string): Resources {
  const result = parseResources(text);
  if (!result.ok) throw new Error(result.problems.join('; '));
  return result.resources;
}

test('given demands that were stated, confirmed, refused, unanswered and taken back, when the leader changes, then the next is told what holds', () => {
  const given = GivenGateway.following({ sessions: { ...OPTIONS.sessions, callsMax: 10 } });
  const { stream, session } = given.subscribedClient('dev', 'ops', 'qa', 'web');
  const request = (id: string, role: string, shapes: RoleDemand['shapes']) =>
    given.call(stream, { call: 'request', callId: callId(id), demands: [{ role, shapes }] });
  request('confirmed', 'dev', [WANTED]);
  request('refused', 'ops', [WANTED]);
  request('', 'qa', []);
  request('first', 'web', [WANTED]);
  request('back', 'web', undefined);
  given.fromMaster(resultOf(session, 'confirmed'), resultOf(session, 'refused', 'demand-invalid'));
  given.fromMaster(resultOf(session, 'first'), resultOf(session, 'back'));
  given.forget();

  given.loseLink();
  given.elect(EPOCH_2);

  expect(given.told(stream)).toEqual([]);
  expect(given.lastSubscribe().subscribe.demands).toEqual([
    { role: 'dev', shapes: [WANTED] },
    { role: 'qa', shapes: [] },
  ]);
});

test('given a demand in a role that an update leaves, when both are confirmed, then it is not repeated, and one for a new role is', () => {
  const given = GivenGateway.following();
  const { stream, session } = given.subscribedClient('dev');
  given.call(stream, { call: 'request', callId: callId('r1'), demands: [{ role: 'dev', shapes: [WANTED] }] });
  given.call(stream, {
    call: 'update-framework',
    callId: callId('u1'),
    info: infoOf('ops'),
    suppressedRoles: [],
  });
  given.call(stream, { call: 'request', callId: callId('r2'), demands: [{ role: 'ops', shapes: [WANTED] }] });
  // An update waits for the registry, a request does not: their results may come in another order.
  given.fromMaster(resultOf(session, 'r1'), resultOf(session, 'r2'), resultOf(session, 'u1'));

  given.loseLink();
  given.elect(EPOCH_2);

  expect(given.lastSubscribe().subscribe.demands).toEqual([{ role: 'ops', shapes: [WANTED] }]);
});

test('given no leader, when a client states what it waits for without wanting an answer, then the next leader hears of what can be', () => {
  const given = GivenGateway.following();
  const { stream } = given.subscribedClient('dev');
  given.loseLink();

  given.call(stream, { call: 'request', callId: callId(''), demands: [{ role: 'dev', shapes: [WANTED] }] });
  given.call(stream, { call: 'request', callId: callId(''), demands: [{ role: 'none', shapes: [WANTED] }] });
  given.elect(EPOCH_2);

  expect(given.lastSubscribe().subscribe.demands).toEqual([{ role: 'dev', shapes: [WANTED] }]);
});

test('given no leader, when a client states more than any master would take, then what is too much is not kept for the next', () => {
  const given = GivenGateway.following();
  const { stream } = given.subscribedClient('dev', 'ops');
  const names = Array.from({ length: 250 }, (_, name) => `a-resource-with-a-name-${String(name)}:1`);
  const piece = { resources: parsed(names.join(';')), count: 1 };
  const request = (role: string, pieces: number) =>
    given.call(stream, {
      call: 'request',
      callId: callId(''),
      demands: [{ role, shapes: Array.from({ length: pieces }, () => piece) }],
    });
  given.loseLink();

  request('dev', 6);
  request('ops', 6);
  request('dev', 100);
  given.elect(EPOCH_2);

  expect(given.lastSubscribe().subscribe.demands).toMatchObject([{ role: 'dev', shapes: { length: 6 } }]);
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
