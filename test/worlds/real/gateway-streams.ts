import type { MethodDefinition } from '@grpc/grpc-js';
import type { StreamSink } from '@parley/common/actor';
import type { SchedulerCall, SchedulerEvent } from '@parley/common/contract';
import { NO_EPOCH, required } from '@parley/common/kernel';
import type { Clock, LinkNumber, StreamId } from '@parley/common/kernel';
import { CLIENT_OUTBOX, Channels, ClientStreams, messageFraming } from '@parley/common/rpc';
import { SCHEDULER_CLIENT } from '@parley/common/wire';
import { loadPublic, serviceOf } from '@parley/protos';
import type { DialGateway } from '../raw-scheduler';

const methods: Readonly<Record<string, MethodDefinition<object, object>>> = serviceOf(
  loadPublic(),
  'parley.scheduler.v1.SchedulerService',
);

/** How a scheduler of a scenario reaches real gateways: `addressOf` finds one by name, or the first. */
export function dialRealGateways(clock: Clock, addressOf: (gateway: string | undefined) => string): DialGateway {
  let last = 0;
  const hears = new Map<StreamId, Parameters<DialGateway>[1]>();
  const sink: StreamSink<SchedulerEvent> = {
    deliver: (event) => {
      const hear = hears.get(event.stream);
      if (event.event === 'message') hear?.event(event.message);
      if (event.event !== 'closed') return;
      hears.delete(event.stream);
      hear?.closed(event.end);
    },
    room: () => Promise.resolve(),
  };
  const streams = new ClientStreams<SchedulerCall, SchedulerEvent>({
    method: required(methods['Connect'], 'method Connect'),
    channels: new Channels(),
    framing: messageFraming(SCHEDULER_CLIENT),
    sink,
    context: { epoch: () => NO_EPOCH, mayWrite: () => true },
    clock,
    limits: CLIENT_OUTBOX,
  });
  return (gateway, hear) => {
    const stream = (last += 1) as StreamId;
    hears.set(stream, hear);
    streams.dial(stream, addressOf(gateway), 0 as LinkNumber);
    return {
      send: (call) => {
        streams.send(stream, call);
        streams.flush();
      },
      close: () => {
        streams.end(stream, { kind: 'ended', message: 'the scheduler leaves' });
      },
      breakOff: () => {
        streams.end(stream, { kind: 'lost', message: 'the scheduler crashed' });
      },
    };
  };
}
