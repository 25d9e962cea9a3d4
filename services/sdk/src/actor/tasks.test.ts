import type { AgentId, CallId, Epoch, LaunchId } from '@parley/common/kernel';
import { aStatus, aTask, anOffer, GivenScheduler } from '../testing';

const EPOCH: Epoch = { clusterId: 'c', incarnation: 1, revision: 2 };

/** A session in which one task was launched, with the given policy. */
const givenLaunched = (relaunch: 'never' | 'before-start' | 'whenever-lost' = 'before-start'): GivenScheduler =>
  new GivenScheduler()
    .connected()
    .want(aTask('a', { relaunch, attemptsMax: 3 }))
    .offered(anOffer('o1', 'cpus:1'));

const acceptOf = (given: GivenScheduler): CallId => given.calls('accept').at(-1)!.callId;

test.each(['dropped', 'lost', 'gone'] as const)(
  'given a launch that ends as %s before it began, when there is room, then it is launched again',
  (state) => {
    const given = givenLaunched().told(aStatus('a', state));

    given.advance(100).offered(anOffer('o2', 'cpus:1'));

    expect(given.launched).toEqual(['a', 'a.2']);
    expect(given.news('task-ended')).toEqual([]);
  },
);

test('given a task that began, when it is lost, then its author hears of it', () => {
  const given = givenLaunched().told(aStatus('a', 'running'), aStatus('a', 'lost'));

  expect(given.news('task-ended')).toMatchObject([{ end: { state: 'lost', attempts: 1 } }]);
});

test('given a task that may run twice, when it is lost while running, then it is launched again', () => {
  const given = givenLaunched('whenever-lost').told(aStatus('a', 'running'), aStatus('a', 'gone'));

  given.advance(100).offered(anOffer('o2', 'cpus:1'));

  expect(given.launched).toEqual(['a', 'a.2']);
});

test('given a task that may run twice, when its agent is unreachable, then it is killed there and launched elsewhere', () => {
  const given = givenLaunched('whenever-lost').told(aStatus('a', 'running'), aStatus('a', 'unreachable'));

  given
    .advance(100)
    .offered(anOffer('o2', 'cpus:1', { agent: 'a2' }))
    .told(aStatus('a', 'finished'));

  expect(given.calls('kill')).toMatchObject([{ taskId: 'a', agentId: 'a1' }]);
  expect(given.launched).toEqual(['a', 'a.2']);
  expect(given.news('task-ended')).toEqual([]);
});

test('given a task that may run once only, when its agent is unreachable, then it is waited for', () => {
  const given = givenLaunched().told(aStatus('a', 'running'), aStatus('a', 'unreachable')).advance(10_000);

  given.told(aStatus('a', 'running'), aStatus('a', 'finished'));

  expect(given.news('task-ended')).toMatchObject([{ end: { state: 'finished', attempts: 1 } }]);
});

test('given launches that come to nothing each time, when the attempts are used up, then the task ends', () => {
  const given = givenLaunched().told(aStatus('a', 'dropped'));
  for (const attempt of [2, 3]) {
    given
      .advance(1_000)
      .offered(anOffer(`o${String(attempt)}`, 'cpus:1'))
      .told(aStatus(`a.${String(attempt)}`, 'dropped'));
  }

  expect(given.news('task-ended')).toMatchObject([{ end: { state: 'dropped', attempts: 3, taskId: 'a.3' } }]);
});

test('given an earlier attempt, when a late word about it arrives, then the present one is untouched', () => {
  const given = givenLaunched().told(aStatus('a', 'dropped')).advance(100).offered(anOffer('o2', 'cpus:1'));

  given.told(aStatus('a', 'finished'));

  expect(given.news('task-ended')).toEqual([]);
});

test('given an older launch under the same task id, when its end is reported, then the task goes on', () => {
  const given = givenLaunched().told(aStatus('a', 'running', { launchId: '1-2-5' as LaunchId }));

  given.told(aStatus('a', 'killed', { launchId: '1-1-9' as LaunchId }));

  expect(given.news('task-ended')).toEqual([]);
});

test('given an ACCEPT whose outcome is unknown, when that is known, then the task is asked about, not launched again', () => {
  const given = givenLaunched();

  given.answered(acceptOf(given), { outcome: 'outcome-unknown', message: 'the leader changed' });

  expect(given.calls('reconcile')).toMatchObject([{ tasks: [{ taskId: 'a', agentId: 'a1' }] }]);
  expect(given.launched).toEqual(['a']);
});

test('given a doubtful launch, when the master knows nothing of it, then it is launched again', () => {
  const given = givenLaunched();
  given.answered(acceptOf(given), { outcome: 'outcome-unknown', message: 'the leader changed' });

  given.told(aStatus('a', 'unknown', { reason: 'reconciliation', launchId: undefined })).advance(100);
  given.offered(anOffer('o2', 'cpus:1'));

  expect(given.launched).toEqual(['a', 'a.2']);
});

test('given a doubtful launch, when nobody answers, then it is asked about again, less and less often', () => {
  const given = givenLaunched();
  given.answered(acceptOf(given), { outcome: 'outcome-unknown', message: 'the leader changed' }).forget();

  for (let beat = 0; beat < 12; beat += 1) given.advance(10_000).hear({ event: 'heartbeat' });

  const asked = given.calls('reconcile').length;
  expect(asked).toBeGreaterThanOrEqual(3);
  expect(asked).toBeLessThanOrEqual(4);
});

test('given no leader to ask, when the question is refused, then it is put again soon', () => {
  const given = givenLaunched().disconnected().advance(100).connected();
  const problem = { outcome: 'problem', reason: 'no-leader', message: '', remedy: '', problems: [] } as const;

  given.answered(given.calls('reconcile').at(-1)!.callId, problem).forget().advance(2_000);

  expect(given.calls('reconcile').length).toBeGreaterThanOrEqual(1);
});

test('given running tasks, when the leader changes, then all are asked about until each is answered', () => {
  const given = givenLaunched().told(aStatus('a', 'running')).forget();

  given.hear({ event: 'leader-changed', epoch: EPOCH });
  given
    .told(aStatus('a', 'running', { reason: 'reconciliation' }))
    .forget()
    .advance(60_000);

  expect(given.calls('reconcile')).toEqual([]);
});

test('given an offer that went to a lost session, when the scheduler is back, then the launch is asked about', () => {
  const given = givenLaunched().disconnected().advance(100).connected();

  expect(given.calls('reconcile')).toMatchObject([{ tasks: [{ taskId: 'a' }] }]);
});

test('given a task that waits, when it is killed, then it ends without having been launched', () => {
  const given = new GivenScheduler().connected().want(aTask('a')).give({ input: 'kill-task', key: 'a', graceMs: 5 });

  expect(given.news('task-ended')).toMatchObject([{ end: { state: 'killed', attempts: 0, taskId: undefined } }]);
  expect(given.calls('kill')).toEqual([]);
});

test('given a running task, when it is killed, then the kill is repeated until it took effect', () => {
  const given = givenLaunched().told(aStatus('a', 'running')).give({ input: 'kill-task', key: 'a', graceMs: 5 });
  expect(given.calls('kill')).toMatchObject([{ taskId: 'a', agentId: 'a1', graceMs: 5 }]);

  given.disconnected().forget().advance(100).connected();

  expect(given.calls('kill')).toMatchObject([{ taskId: 'a', graceMs: 5 }]);
});

test('given a task that is to end, when it is dropped, then it is not launched again', () => {
  const given = givenLaunched()
    .give({ input: 'kill-task', key: 'a', graceMs: undefined })
    .told(aStatus('a', 'dropped'));

  expect(given.news('task-ended')).toMatchObject([{ end: { state: 'dropped' } }]);
});

test('given an update, when its handler is done, then it is acknowledged, and again when it is repeated', () => {
  const status = aStatus('a', 'running', { uuid: 'u1' });
  const acknowledgement = { agentId: 'a1' as AgentId, taskId: status.taskId, uuid: 'u1' };
  const given = givenLaunched().told(status);
  expect(given.calls('acknowledge')).toEqual([]);

  given.give({ input: 'update-handled', acknowledgement, ok: true }).told(status);

  expect(given.calls('acknowledge').map((call) => call.acknowledgements)).toEqual([
    [acknowledgement],
    [acknowledgement],
  ]);
  expect(given.news('update')).toHaveLength(1);
});

test('given an update whose handler failed, when it is repeated, then it is handled again', () => {
  const status = aStatus('a', 'running', { uuid: 'u1' });
  const acknowledgement = { agentId: 'a1' as AgentId, taskId: status.taskId, uuid: 'u1' };
  const given = givenLaunched().told(status).give({ input: 'update-handled', acknowledgement, ok: false });

  given.told(status);

  expect(given.news('update')).toHaveLength(2);
  expect(given.calls('acknowledge')).toEqual([]);
});
