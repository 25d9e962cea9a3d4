import type { RoleDemand } from '@parley/common/contract';

import { EPOCH_2, GivenGateway, OPTIONS, SPARK, WANTED, callId, infoOf, killOf, resultOf } from '../testing';

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
  for (const id of ['1', '2', '3']) given.call(stream, killOf(id));

  given.call(stream, { call: 'suppress', callId: callId(''), roles: ['dev'] });
  const passedOn = given.sent.at(-1);
  given.loseLink();
  given.elect(EPOCH_2);

  expect(passedOn).toMatchObject({ item: 'call', call: { call: 'suppress', callId: '' } });
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
