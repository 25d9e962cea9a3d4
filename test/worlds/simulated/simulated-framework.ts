import type { StreamSink } from '@parley/common/actor';
import { NO_EPOCH } from '@parley/common/kernel';
import type { LinkNumber, StreamId } from '@parley/common/kernel';
import type { SchedulerEvent } from '@parley/common/contract';
import type { DialGateway } from '../raw-scheduler';
import { gatewayAddress } from './simulated-gateway';
import type { SimulatedProcess } from './simulated-process';
import { SCHEDULER_STREAM } from './stream-kinds';
import type { Surroundings } from './surroundings';
import { tapped } from './tap';
import type { Tap } from './tap';

/** How a scheduler in `process` reaches gateways, of which `first` is its own choice. */
export function dialGateways(
  around: Surroundings,
  process: SimulatedProcess,
  options: { readonly first: string; readonly tap?: Tap | undefined },
): DialGateway {
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
  const streams = tapped(around.network.dialled(SCHEDULER_STREAM, process), options.tap)(sink, {
    epoch: () => NO_EPOCH,
    mayWrite: () => true,
  });
  return (gateway, hear) => {
    const stream = (last += 1) as StreamId;
    hears.set(stream, hear);
    streams.dial(stream, gatewayAddress(gateway ?? options.first), 0 as LinkNumber);
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
