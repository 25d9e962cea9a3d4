import type { CommandInfo } from '@parley/common/tasks';
import { aStatus, aTask, anOffer, GivenScheduler, resourcesOf } from '../testing';

const commandOf = (value: string, home = '/'): CommandInfo => ({
  shell: true,
  value,
  arguments: [],
  environment: [{ name: 'HOME', value: home }],
});

test('given wanted tasks, when an offer arrives, then those that fit are launched in order and the others wait', () => {
  const given = new GivenScheduler()
    .connected()
    .want(aTask('a'), aTask('big', { resources: resourcesOf('cpus:9') }), aTask('b'));

  given.offered(anOffer('o1', 'cpus:2;mem:512'));

  expect(given.launched).toEqual(['a', 'b']);
  expect(given.calls('accept')[0]).toMatchObject({ offerIds: ['o1'], filters: { refuseMs: undefined } });
  expect(given.news('task-launched').map((news) => news.hostname)).toEqual(['host-a1', 'host-a1']);
});

test('given no wanted task, when an offer arrives, then it is refused for long', () => {
  const given = new GivenScheduler()
    .connected()
    .offered(anOffer('o1', 'cpus:2'), anOffer('o2', 'cpus:2', { agent: 'a2' }));

  expect(given.calls('decline')).toMatchObject([{ offerIds: ['o1', 'o2'], filters: { refuseMs: 300_000 } }]);
});

test('given a task that needs more, when an offer is too small, then it is refused for the usual time', () => {
  const given = new GivenScheduler().connected().want(aTask('a', { resources: resourcesOf('cpus:4') }));

  given.offered(anOffer('o1', 'cpus:2'));

  expect(given.calls('decline')).toMatchObject([{ offerIds: ['o1'], filters: { refuseMs: undefined } }]);
});

test('given a task for one role, when offers of two roles arrive, then only its own is used', () => {
  const given = new GivenScheduler().connected().want(aTask('a', { role: 'web' }), aTask('b', { role: 'web' }));

  given.offered(anOffer('o1', 'cpus:2', { role: 'batch' }), anOffer('o2', 'cpus:2', { role: 'web' }));

  expect(given.calls('accept')).toMatchObject([{ offerIds: ['o2'] }]);
  expect(given.calls('decline')).toMatchObject([{ offerIds: ['o1'] }]);
});

test('given more tasks than one ACCEPT may launch, when a large offer arrives, then its rest is not refused', () => {
  const tasks = Array.from({ length: 150 }, (_, number) => aTask(`t${String(number)}`));
  const given = new GivenScheduler().connected().want(...tasks);

  given.offered(anOffer('o1', 'cpus:1000'));

  expect(given.launched).toHaveLength(100);
  expect(given.calls('accept')[0]?.filters).toEqual({ refuseMs: 0 });
});

test.each([
  ['a long command', { command: commandOf('é'.repeat(150 * 1024)) }],
  ['a long environment', { command: commandOf('true', 'é'.repeat(150 * 1024)) }],
  ['long labels', { labels: [{ key: 'k', value: 'é'.repeat(150 * 1024) }] }],
])(
  'given tasks with %s, when an offer arrives, then one ACCEPT launches no more than a message has room for',
  (_what, long) => {
    const given = new GivenScheduler().connected().want(aTask('a', long), aTask('b', long));

    given.offered(anOffer('o1', 'cpus:1000'));

    expect(given.launched).toEqual(['a']);
    expect(given.calls('accept')[0]?.filters).toEqual({ refuseMs: 0 });
  },
);

test('given a suppressed framework, when tasks are wanted, then it revives once', () => {
  const given = new GivenScheduler().connected().forget();

  given.want(aTask('a')).want(aTask('b')).want(aTask('c'));

  expect(given.callNames).toEqual(['request', 'revive']);
});

test('given resources that were refused, when another task is wanted, then it revives again, but not at once', () => {
  const given = new GivenScheduler().connected().want(aTask('a')).offered(anOffer('o1', 'cpus:1')).forget();

  given.want(aTask('b'));
  expect(given.callNames).toEqual([]);
  given.advance(200);

  expect(given.callNames).toEqual(['request', 'revive']);
});

test('given all tasks launched, when nothing more is wanted for a while, then offers are suppressed', () => {
  const given = new GivenScheduler().connected().want(aTask('a')).offered(anOffer('o1', 'cpus:1')).forget();

  given.advance(999);
  expect(given.callNames).toEqual(['request']);
  given.advance(1);

  expect(given.calls('suppress')).toMatchObject([{ roles: ['*'] }]);
});

test('given a revive that was not heard, when that is known, then it is said again', () => {
  const given = new GivenScheduler().connected().want(aTask('a'));
  const { callId } = given.calls('revive')[0]!;

  given.forget().answered(callId, { outcome: 'outcome-unknown', message: 'the leader changed' }).advance(1_000);

  expect(given.callNames).toEqual(['revive']);
});

test('given tasks that wait, when the scheduler subscribes again, then it says that it wants offers', () => {
  const given = new GivenScheduler().connected().want(aTask('a')).disconnected().advance(100);

  expect(given.calls('subscribe').map((call) => call.suppressedRoles)).toEqual([['*'], []]);
});

test('given manual offers, when offers arrive, then the author is told and nothing is done', () => {
  const given = new GivenScheduler({ offers: 'manual' }).connected().forget();

  given.offered(anOffer('o1', 'cpus:1')).advance(10_000);

  expect(given.news('offers')).toHaveLength(1);
  expect(given.callNames).toEqual([]);
});

test('given too many wanted tasks, when one more is wanted, then it is refused', () => {
  const given = new GivenScheduler({ pace: { tasksMax: 2 } }).connected().want(aTask('a'), aTask('b'), aTask('c'));

  expect(given.news('task-ended')).toMatchObject([{ end: { key: 'c', state: 'dropped' } }]);
});

test('given a task, when it finishes, then its end carries what the agent said', () => {
  const data = new Uint8Array([1, 2]);
  const given = new GivenScheduler().connected().want(aTask('a')).offered(anOffer('o1', 'cpus:1'));

  given.told(aStatus('a', 'running'), aStatus('a', 'finished', { exitCode: 0, data, message: 'done' }));

  expect(given.news('task-changed').map((news) => news.state)).toEqual(['running']);
  expect(given.news('task-ended')).toEqual([
    {
      news: 'task-ended',
      end: {
        key: 'a',
        state: 'finished',
        reason: undefined,
        message: 'done',
        data,
        exitCode: 0,
        taskId: 'a',
        agentId: 'a1',
        hostname: 'host-a1',
        attempts: 1,
      },
    },
  ]);
});
