import type { FrameworkId, OfferId, TaskId } from '@parley/common/kernel';
import { GivenGateway, OPTIONS, SPARK, STAMP, callId, offerOf, subscribeOf } from '../testing';

const killOf = (id: string) =>
  ({ call: 'kill', callId: callId(id), taskId: 't1' as TaskId, agentId: undefined, graceMs: undefined }) as const;

test('given a new stream, when it subscribes, then the client hears its id and heartbeats follow', () => {
  const given = GivenGateway.following();
  const { stream } = given.subscribedClient();

  given.pass(31_000);

  expect(given.told(stream)).toEqual([
    { event: 'subscribed', frameworkId: SPARK, heartbeatMs: 15_000 },
    { event: 'heartbeat' },
    { event: 'heartbeat' },
  ]);
});

test('given a subscribed client, when it calls, then calls and events pass in order under the session stamp', () => {
  const given = GivenGateway.following();
  const { stream, session } = given.subscribedClient();
  given.forget();

  given.call(stream, killOf('k1'));
  given.call(stream, { call: 'heartbeat' });
  given.call(stream, { call: 'teardown', callId: callId('x') });
  given.fromMaster({
    item: 'session-event',
    session,
    event: { event: 'call-result', callId: callId('k1'), result: { outcome: 'deferred' } },
  });

  expect(given.sent).toEqual([
    { item: 'call', session, frameworkId: SPARK, stamp: STAMP, call: killOf('k1') },
    { item: 'call', session, frameworkId: SPARK, stamp: STAMP, call: { call: 'teardown', callId: 'x' } },
  ]);
  expect(given.told(stream)).toEqual([{ event: 'call-result', callId: 'k1', result: { outcome: 'deferred' } }]);
});

test('given a stream without SUBSCRIBE, when it calls something else, then that stream ends and others go on', () => {
  const given = GivenGateway.following();
  const other = given.subscribedClient();
  const stream = given.openClient();
  given.forget();

  given.call(stream, killOf('k1'));
  given.call(other.stream, killOf('k2'));

  expect(given.told(stream)).toMatchObject([{ event: 'error', error: { reason: 'malformed' } }]);
  expect(given.endOf(stream)).toBe('malformed');
  expect(given.sent).toMatchObject([{ item: 'call', session: other.session }]);
});

test('given a stream that says nothing, when its time is over, then it ends', () => {
  const given = GivenGateway.following();
  const stream = given.openClient();

  given.pass(30_000);

  expect(given.endOf(stream)).toBe('malformed');
  expect(given.core.sessions).toBe(0);
});

test('given a subscribed client, when it subscribes again on its stream, then it ends and the master hears that it is gone', () => {
  const given = GivenGateway.following();
  const { stream, session } = given.subscribedClient();
  given.forget();

  given.call(stream, subscribeOf('dev'));

  expect(given.endOf(stream)).toBe('malformed');
  expect(given.sent).toEqual([{ item: 'session-closed', session, frameworkId: SPARK, stamp: STAMP, clean: false }]);
});

test('given a subscription that is not answered, when the client calls already, then the call is refused', () => {
  const given = GivenGateway.following();
  const stream = given.openClient();
  given.call(stream, subscribeOf('dev'));

  given.call(stream, killOf('k1'));

  expect(given.told(stream)).toMatchObject([
    { event: 'call-result', callId: 'k1', result: { reason: 'not-subscribed' } },
  ]);
});

test('given as many open calls as allowed, when one more comes, then only it is refused, and answers make room', () => {
  const given = GivenGateway.following();
  const { stream, session } = given.subscribedClient();
  for (const id of ['1', '2', '3', '3', '']) given.call(stream, killOf(id));
  given.forget();

  given.call(stream, killOf('4'));
  given.fromMaster({
    item: 'session-event',
    session,
    event: { event: 'call-result', callId: callId('1'), result: { outcome: 'ok' } },
  });
  given.call(stream, killOf('5'));

  expect(given.told(stream)).toMatchObject([
    { callId: '4', result: { outcome: 'problem', reason: 'overloaded' } },
    { callId: '1', result: { outcome: 'ok' } },
  ]);
  expect(given.sent).toMatchObject([{ call: { callId: '5' } }]);
});

test('given more offers than a session may hold, when they come, then those beyond are declined on its behalf', () => {
  const given = GivenGateway.following();
  const { stream, session } = given.subscribedClient();
  given.forget();

  const offers = ['o1', 'o2', 'o3', 'o4', 'o5', 'o6'].map(offerOf);
  given.fromMaster({ item: 'session-event', session, event: { event: 'offers', offers } });

  expect(given.told(stream)).toEqual([{ event: 'offers', offers: offers.slice(0, 5) }]);
  expect(given.sent).toMatchObject([{ item: 'call', call: { call: 'decline', callId: '', offerIds: ['o6'] } }]);
});

test('given rescinded and used offers, when the link is lost, then only the others are rescinded', () => {
  const given = GivenGateway.following();
  const { stream, session } = given.subscribedClient();
  given.fromMaster({
    item: 'session-event',
    session,
    event: { event: 'offers', offers: ['o1', 'o2', 'o3'].map(offerOf) },
  });
  given.fromMaster({ item: 'session-event', session, event: { event: 'rescind', offerIds: ['o1' as OfferId] } });
  given.call(stream, {
    call: 'accept',
    callId: callId(''),
    offerIds: ['o2' as OfferId],
    operations: [],
    filters: { refuseMs: undefined },
  });
  given.forget();

  given.loseLink();

  expect(given.told(stream)).toEqual([{ event: 'rescind', offerIds: ['o3'] }]);
});

test.each([
  ['ended', true],
  ['lost', false],
  ['too-slow', false],
] as const)('given a subscribed client, when its stream is %s, then the master hears clean: %s', (kind, clean) => {
  const given = GivenGateway.following();
  const { stream, session } = given.subscribedClient();
  given.forget();

  given.closeClient(stream, kind);

  expect(given.sent).toEqual([{ item: 'session-closed', session, frameworkId: SPARK, stamp: STAMP, clean }]);
  expect(given.core.sessions).toBe(0);
});

test('given a client that goes before its subscription is answered, when the answer comes, then the master hears that it is gone', () => {
  const given = GivenGateway.following();
  const stream = given.openClient();
  given.call(stream, subscribeOf('dev'));
  const { session } = given.lastSubscribe();
  given.closeClient(stream, 'lost');
  given.forget();

  given.fromMaster({ item: 'session-subscribed', session, frameworkId: SPARK, stamp: STAMP });

  expect(given.sent).toEqual([{ item: 'session-closed', session, frameworkId: SPARK, stamp: STAMP, clean: false }]);
  expect(given.told(stream)).toEqual([]);
  expect(given.core.sessions).toBe(0);
});

test('given a session that another one replaces, when the master ends it, then the client hears why and its stream ends for good', () => {
  const given = GivenGateway.following();
  const { stream, session } = given.subscribedClient();
  given.forget();

  const error = { reason: 'session-replaced', message: 'another scheduler subscribed', remedy: 'Stop.' } as const;
  given.fromMaster({ item: 'session-ended', session, error });

  expect(given.told(stream)).toEqual([{ event: 'error', error }]);
  expect(given.endOf(stream)).toBe('refused');
  expect(given.sent).toEqual([]);
});

test.each(['invalid', 'framework-removed', 'session-replaced'] as const)(
  'given a subscription that the master refuses as %s, when its stream ends, then the status names the reason of the ERROR event',
  (reason) => {
    const given = GivenGateway.following();
    const { stream, session } = given.subscribedClient();
    const error = { reason, message: 'it cannot be', remedy: 'Change it.' };

    given.fromMaster({ item: 'session-ended', session, error });

    const ends = given.effects.flatMap((effect) => (effect.effect === 'end-client' ? [effect] : []));
    expect(ends).toMatchObject([{ stream, because: { reason, message: 'it cannot be. Change it.' } }]);
  },
);

test('given as many streams as allowed, when one more opens, then it is refused and told to go elsewhere', () => {
  const given = GivenGateway.following();
  for (let n = 0; n < OPTIONS.sessions.sessionsMax; n += 1) given.openClient();

  const stream = given.openClient();

  expect(given.endOf(stream)).toBe('overloaded');
});

test('given sessions and requests, when the gateway shuts down, then all are sent elsewhere and the master keeps the sessions for now', () => {
  const given = GivenGateway.following();
  const { stream } = given.subscribedClient();
  given.operator(1, { query: 'watch', resumeAfter: 0 });
  given.forget();

  given.step({ input: 'shut-down' });
  const late = given.openClient();
  given.operator(2, { query: 'get-state' });

  expect(given.endOf(stream)).toBe('shutting-down');
  expect(given.endOf(late)).toBe('shutting-down');
  expect([given.answersTo(1), given.answersTo(2)]).toEqual([['shutting-down'], ['shutting-down']]);
  expect(given.sent).toEqual([]);
  expect(given.core.wakeAt).toBeUndefined();
});

test('given operators, when they ask, then answers are relayed until the last', () => {
  const given = GivenGateway.following();
  const epoch = given.epoch;
  given.operator(1, { query: 'get-state' });
  given.operator(2, { query: 'teardown', frameworkId: 'F' as FrameworkId });

  given.fromMaster(
    { item: 'operator-answer', requestId: 1, answer: { answer: 'state-begin', epoch, version: 3 } },
    {
      item: 'operator-answer',
      requestId: 2,
      answer: { answer: 'refused', reason: 'x', message: 'm', remedy: 'r', problems: [] },
    },
    { item: 'operator-answer', requestId: 1, answer: { answer: 'state-end', version: 3, count: 0 } },
    { item: 'operator-answer', requestId: 1, answer: { answer: 'done', deferred: false } },
  );

  expect(given.answersTo(1)).toEqual(['state-begin', 'state-end', 'ended']);
  expect(given.answersTo(2)).toEqual(['refused', 'ended']);
});

test('given a watch, when the operator leaves or the leader is lost, then it ends on the other side', () => {
  const given = GivenGateway.following();
  given.operator(1, { query: 'watch', resumeAfter: 0 });
  given.operator(2, { query: 'watch', resumeAfter: 9 });

  given.step({ input: 'operator-closed', request: 1 });
  given.loseLink();
  given.operator(3, { query: 'watch', resumeAfter: 9 });

  expect(given.sent.at(-1)).toEqual({ item: 'operator-cancel', requestId: 1 });
  expect([given.answersTo(1), given.answersTo(2), given.answersTo(3)]).toEqual([[], ['lost'], ['lost']]);
});

test('given as many operator requests as allowed, when one more comes, then it is refused', () => {
  const given = GivenGateway.following();
  for (const request of [1, 2, 3, 4]) given.operator(request, { query: 'watch', resumeAfter: 0 });

  expect(given.answersTo(4)).toEqual(['overloaded']);
});
