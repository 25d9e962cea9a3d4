import type { StreamSink } from '@parley/common/actor';
import type { Batch, GatewayDown, LeaderAnswer, SchedulerCall } from '@parley/common/contract';
import { required } from '@parley/common/kernel';
import type { GatewayId, StreamId } from '@parley/common/kernel';
import { ManualClock } from '@parley/common/testing';
import { composeGateway } from './compose';
import { BACKLOG_MAX } from './edge/link-room';
import { EPOCH_1, MASTER, OPTIONS } from './testing';

/** A gateway that has dialled a master which takes nothing. */
function givenGateway() {
  const clock = new ManualClock();
  const dialled: StreamId[] = [];
  const sinks: { clients?: StreamSink<SchedulerCall>; masters?: StreamSink<Batch<GatewayDown>> } = {};
  let backlog = 0;
  const silent = { send: () => undefined, end: () => undefined, flush: () => undefined };
  const answer: LeaderAnswer = { clusterId: EPOCH_1.clusterId, leading: true, epoch: EPOCH_1, address: MASTER };
  const gateway = composeGateway(OPTIONS, {
    clock,
    random: () => 0.5,
    gatewayId: 'g1' as GatewayId,
    clients: (sink) => {
      sinks.clients = sink;
      return { ...silent, backlog: () => 0 };
    },
    masters: (sink) => {
      sinks.masters = sink;
      const dial = (stream: StreamId) => void dialled.push(stream);
      return { ...silent, dial, backlog: (stream) => (stream === dialled.at(-1) ? backlog : 0) };
    },
    lookup: { ask: (_target, done) => clock.soon(() => done(answer)) },
    operators: { answer: () => undefined, end: () => undefined },
    observe: () => undefined,
  });
  clock.advance(1_000);
  const readers = { clients: required(sinks.clients, 'clients'), masters: required(sinks.masters, 'masters') };
  return { gateway, clock, dialled, readers, setBacklog: (bytes: number) => (backlog = bytes) };
}

test('given a link to the leader that is behind, when clients, operators and the leader speak, then only the leader is read until the link has caught up', async () => {
  const given = givenGateway();
  const read: string[] = [];
  given.setBacklog(BACKLOG_MAX + 1);

  const reading = [
    given.readers.clients.room().then(() => read.push('client')),
    given.gateway.room().then(() => read.push('operator')),
    given.readers.masters.room().then(() => read.push('leader')),
  ];
  await reading[2];
  given.clock.advance(1_000);
  await given.readers.masters.room();
  const whileBehind = [...read];
  given.setBacklog(0);
  given.clock.advance(1_000);
  await Promise.all(reading);
  given.gateway.stop();

  expect(given.dialled).toHaveLength(1);
  expect(whileBehind).toEqual(['leader']);
  expect(read).toEqual(['leader', 'client', 'operator']);
});
