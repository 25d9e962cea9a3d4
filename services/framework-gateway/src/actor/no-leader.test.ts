import { resources } from '@parley/common/resources';

import { EPOCH_1, EPOCH_2, GivenGateway, SPARK, STAMP, WANTED, callId, killOf, subscribeOf } from '../testing';

test('given no leader, when calls come, then each is refused at once with the advice to try again', () => {
  const given = GivenGateway.following();
  const { stream } = given.subscribedClient();
  given.loseLink();
  given.forget();

  given.call(stream, killOf('k1'));
  given.call(stream, killOf(''));

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
  const names = Array.from({ length: 250 }, (_, name) => [`a-resource-with-a-name-${String(name)}`, 1_000] as const);
  const piece = { resources: resources({ scalars: Object.fromEntries(names) }), count: 1 };
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
