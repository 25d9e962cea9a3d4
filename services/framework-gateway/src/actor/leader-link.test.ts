import { EPOCH_1, EPOCH_2, GivenGateway } from '../testing';

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
