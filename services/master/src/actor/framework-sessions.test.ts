import type { FrameworkId, GatewayId, LinkNumber, StreamId } from '@parley/common/kernel';
import { EMPTY_REGISTRY } from '../domain/registry';
import { GivenMaster } from '../testing/given-master';
import { EPOCH, taskOf } from '../testing/played-peers';

test('given a new framework, when it subscribes, then its session begins once the registry has it', () => {
  const given = new GivenMaster();
  const gateway = given.gateway();
  given.holdWrites = true;

  const session = given.sendSubscribe(gateway, { subscribeId: 's1' });

  expect(given.toGateways.filter(({ item }) => item.item === 'session-subscribed')).toEqual([]);
  expect(given.written).toMatchObject([
    [{ change: 'put-framework', record: { subscribeId: 's1', expiresAt: undefined } }],
  ]);
  given.finishWrites();
  expect(given.toGateways.at(-1)?.item).toMatchObject({
    item: 'session-subscribed',
    session,
    frameworkId: expect.stringMatching(/^F-1-7-\d+$/) as string,
    stamp: { epoch: EPOCH },
  });
});

test('given a lost answer, when the client subscribes again with its subscribe id, then no second framework exists', () => {
  const given = new GivenMaster();
  const gateway = given.gateway();
  const first = given.subscribe(gateway, { subscribeId: 's1' });

  const second = given.subscribe(gateway, { subscribeId: 's1' });

  expect(second.frameworkId).toBe(first.frameworkId);
  expect(given.core.term.cluster.frameworks.size).toBe(1);
});

test('given a description with many faults, when it subscribes, then all of them are named and the stream is ended', () => {
  const given = new GivenMaster();
  const gateway = given.gateway();

  const session = given.sendSubscribe(gateway, {
    info: { roles: ['a', 'a', '-b'], failoverTimeoutMs: -1 },
    subscribeId: '',
  });

  const message = expect.stringMatching(
    /info\.roles\[2\] .*info\.roles .*twice.*info\.failover_timeout_ms .*subscribe_id /,
  ) as string;
  expect(given.sessionEnd(session)).toMatchObject({ error: { reason: 'invalid', message } });
});

test('given two schedulers with one id, when the second subscribes, then the first is replaced for good and its calls have no effect', () => {
  const given = new GivenMaster();
  const gateway = given.gateway();
  const agent = given.registerAgent();
  const first = given.subscribe(gateway);
  given.allocatorReady();
  const offer = given.offer(first, agent, 'cpus:1;mem:64');

  const second = given.subscribe(given.gateway({ id: 'g2' }), { info: { frameworkId: first.frameworkId } });

  expect(given.sessionEnd(first.session)).toMatchObject({ error: { reason: 'session-replaced' } });
  given.accept(first, [offer.offerId], { tasks: [taskOf({ id: 't1', agent: agent.agentId })], callId: 'c' });
  expect(given.resultOf(first, 'c')).toMatchObject({ outcome: 'problem', reason: 'session-replaced' });
  expect(given.ordersTo(agent)).toEqual([]);
  expect(given.core.term.cluster.offers.size).toBe(0);
  expect(given.frameworkState(second)).toBe('connected');
});

test('given two gateways that subscribe again for one framework, when the older stamp comes second, then it is refused', () => {
  const frameworkId = 'F-1-2-1' as FrameworkId;
  const info = new GivenMaster().info({ frameworkId });
  const given = new GivenMaster({
    snapshot: {
      ...EMPTY_REGISTRY,
      frameworks: new Map([[frameworkId, { info, subscribeId: 's', expiresAt: undefined }]]),
    },
  });
  const stamp = (counter: number) => ({ epoch: { ...EPOCH, revision: 2 }, counter });
  const newest = given.subscribe(given.gateway(), { info: { frameworkId }, stamp: stamp(5) });

  const late = given.sendSubscribe(given.gateway({ id: 'g2' }), { info: { frameworkId }, stamp: stamp(4) });

  expect(given.sessionEnd(late)).toMatchObject({ error: { reason: 'session-replaced' } });
  expect(newest.stamp).toEqual(stamp(5));
  expect(given.sessionEnd(newest.session)).toBeUndefined();
});

test('given a gateway whose link is replaced, when it subscribes again with the same stamp, then the session goes on and tasks are told', () => {
  const given = new GivenMaster();
  const agent = given.registerAgent();
  const spark = given.subscribe(given.gateway({ link: 1 }));
  given.allocatorReady();
  given.accept(spark, [given.offer(spark, agent, 'cpus:1;mem:64').offerId], {
    tasks: [taskOf({ id: 't1', agent: agent.agentId })],
  });

  const again = given.subscribe(given.gateway({ link: 2 }), {
    info: { frameworkId: spark.frameworkId },
    stamp: spark.stamp,
    session: spark.session,
  });
  given.drain();

  expect(again.stamp).toEqual(spark.stamp);
  expect(given.sessionEnd(spark.session)).toBeUndefined();
  expect(given.statusesTo(again)).toMatchObject([{ taskId: 't1', state: 'staging', reason: 'reconciliation' }]);
  expect(given.heard(again).at(-1)).toEqual({ event: 'reconcile-end', callId: '', pending: [] });
});

test('given an older link of a gateway, when it greets, then it has no effect', () => {
  const given = new GivenMaster();
  const newer = given.gateway({ link: 8 });

  const older = given.gateway({ link: 7 });

  expect(given.ended).toMatchObject([{ stream: older.stream, because: { kind: 'superseded' } }]);
  expect(given.core.term.gateways.has(newer.stream)).toBe(true);
});

test('given a gateway that speaks before its greeting, when it does, then its stream is ended', () => {
  const given = new GivenMaster();
  const stream = 50 as StreamId;
  given.step({ input: 'gateway-stream', event: { event: 'opened', stream } });

  given.fromGateway(
    { gatewayId: 'g' as GatewayId, stream, link: 1 as LinkNumber },
    { item: 'operator-query', requestId: 1, query: { query: 'get-state' } },
  );

  expect(given.ended).toMatchObject([{ stream, because: { kind: 'malformed' } }]);
});
