import type { StreamError } from '@parley/common/contract';
import type { StreamId } from '@parley/common/kernel';
import { aTask, anOffer, FRAMEWORK, GivenScheduler } from '../testing';

const errorOf = (reason: StreamError['reason']): StreamError => ({ reason, message: 'because', remedy: 'Do that.' });

test('given a new framework, when it begins, then it subscribes without an id and without appetite', () => {
  const given = new GivenScheduler();

  given.advance(0);

  expect(given.dialled).toEqual(['g2']);
  expect(given.calls('subscribe')).toMatchObject([
    { info: { frameworkId: '', name: 'test', roles: ['*'] }, suppressedRoles: ['*'], subscribeId: 'sub' },
  ]);
});

test('given a session, when the gateway vanishes, then the next one is tried with the same framework id', () => {
  const given = new GivenScheduler().connected();

  given.disconnected().advance(100);

  expect(given.dialled).toEqual(['g2', 'g1']);
  expect(given.calls('subscribe').at(-1)?.info.frameworkId).toBe(FRAMEWORK);
  expect(given.effects).toContainEqual({ effect: 'keep-framework-id', frameworkId: FRAMEWORK });
});

test('given gateways that refuse every stream, when time passes, then pauses grow to their bound', () => {
  const given = new GivenScheduler();
  given.chance = 1;
  for (let failures = 0; failures < 12; failures += 1) given.advance(10_000).disconnected();

  const pauses = given.news('disconnected').map((news) => news.pauseMs);

  expect(pauses.slice(0, 5)).toEqual([100, 200, 400, 800, 1_600]);
  expect(pauses.at(-1)).toBe(10_000);
});

test('given a session, when nothing is heard for five heartbeats, then the stream is given up and another is opened', () => {
  const given = new GivenScheduler().connected(1_000);

  given.advance(4_999);
  expect(given.dialled).toHaveLength(1);
  given.advance(200);

  expect(given.effects).toContainEqual(expect.objectContaining({ effect: 'end-stream', stream: 1 }));
  expect(given.dialled).toHaveLength(2);
});

test('given a session, when heartbeats arrive, then it stays and answers with its own', () => {
  const given = new GivenScheduler().connected(1_000);

  for (let beat = 0; beat < 20; beat += 1) given.advance(1_000).hear({ event: 'heartbeat' });

  expect(given.dialled).toHaveLength(1);
  expect(given.calls('heartbeat')).toHaveLength(20);
});

test('given a gateway that does not answer SUBSCRIBE, when its time is up, then another is tried', () => {
  const given = new GivenScheduler().advance(30_000);

  expect(given.dialled).toHaveLength(1);
  expect(given.advance(100).dialled).toHaveLength(2);
});

test('given a stream that was given up, when it still delivers, then that is dropped', () => {
  const given = new GivenScheduler().connected().want(aTask('t')).disconnected().advance(100).connected().forget();

  given.hear({ event: 'offers', offers: [anOffer('o', 'cpus:4')] }, 1 as StreamId);

  expect(given.callNames).toEqual([]);
});

test.each(['session-replaced', 'framework-removed', 'invalid'] as const)(
  'given a session, when it is ended as %s, then the scheduler stops for good and says why',
  (reason) => {
    const given = new GivenScheduler().connected().want(aTask('t'));

    given.hear({ event: 'error', error: errorOf(reason) }).advance(100_000);

    expect(given.news('stopped')).toEqual([{ news: 'stopped', reason, message: 'because', remedy: 'Do that.' }]);
    expect(given.news('task-ended')).toHaveLength(1);
    expect(given.dialled).toHaveLength(1);
    expect(given.core.wakeAt).toBeUndefined();
  },
);

test.each(['malformed', 'too-slow', 'overloaded', 'shutting-down'] as const)(
  'given a session, when it is ended as %s, then the scheduler connects again',
  (reason) => {
    const given = new GivenScheduler().connected();

    given.hear({ event: 'error', error: errorOf(reason) }).advance(100);

    expect(given.dialled).toHaveLength(2);
  },
);

test('given a framework that was removed, when it is told so, then its id is forgotten', () => {
  const given = new GivenScheduler({ frameworkId: FRAMEWORK }).connected();

  given.hear({ event: 'error', error: errorOf('framework-removed') });

  expect(given.effects).toContainEqual({ effect: 'forget-framework-id' });
});

test('given a kept framework id, when it subscribes, then everything left by earlier processes is asked about', () => {
  const given = new GivenScheduler({ frameworkId: FRAMEWORK }).connected();

  expect(given.calls('reconcile')).toEqual([expect.objectContaining({ tasks: [] })]);
});

test('given a session, when it is stopped with teardown, then the answer is awaited and the id forgotten', () => {
  const given = new GivenScheduler().connected().give({ input: 'stop', teardown: true });
  expect(given.news('stopped')).toEqual([]);

  given.answered(given.calls('teardown')[0]!.callId, { outcome: 'ok' });

  expect(given.news('stopped')).toMatchObject([{ reason: 'asked', message: 'the framework was torn down' }]);
  expect(given.effects).toContainEqual({ effect: 'forget-framework-id' });
});

test('given no gateway in reach, when it is stopped with teardown, then it stops all the same in time', () => {
  const given = new GivenScheduler().advance(0).give({ input: 'stop', teardown: true }).advance(5_000);

  expect(given.news('stopped')).toHaveLength(1);
});

test('given no session, when the author makes a call, then it is answered at once', () => {
  const given = new GivenScheduler().give({ input: 'author-call', ask: 7, call: { call: 'revive', roles: ['*'] } });

  expect(given.news('call-ended')).toMatchObject([{ ask: 7, outcome: { reason: 'not-subscribed' } }]);
});

test('given a call on its way, when the stream is lost, then its outcome is unknown', () => {
  const given = new GivenScheduler()
    .connected()
    .give({ input: 'author-call', ask: 7, call: { call: 'revive', roles: ['*'] } });

  given.disconnected();

  expect(given.news('call-ended')).toMatchObject([{ ask: 7, outcome: { outcome: 'outcome-unknown' } }]);
});

test('given a scheduler that stopped, when a task is wanted, then it ends at once', () => {
  const given = new GivenScheduler().connected().give({ input: 'stop', teardown: false }).want(aTask('late'));

  expect(given.news('task-ended')).toMatchObject([{ end: { key: 'late', state: 'unknown' } }]);
});
