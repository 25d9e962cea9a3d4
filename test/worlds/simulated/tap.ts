import type { DialedStreamsFactory } from '@parley/common/actor';
import type { SchedulerCall, SchedulerEvent } from '@parley/common/contract';

/** Somebody who listens in on a framework's stream, at the framework's end. */
export interface Tap {
  said(call: SchedulerCall): void;
  heard(event: SchedulerEvent): void;
}

/** The same streams, with somebody listening in. */
export function tapped(
  factory: DialedStreamsFactory<SchedulerCall, SchedulerEvent>,
  tap: Tap | undefined,
): DialedStreamsFactory<SchedulerCall, SchedulerEvent> {
  if (tap === undefined) return factory;
  return (sink, context) => {
    const streams = factory(
      {
        deliver: (event) => {
          if (event.event === 'message') tap.heard(event.message);
          sink.deliver(event);
        },
        room: () => sink.room(),
      },
      context,
    );
    return {
      dial: (stream, target, link) => {
        streams.dial(stream, target, link);
      },
      send: (stream, call) => {
        tap.said(call);
        streams.send(stream, call);
      },
      end: (stream, because) => {
        streams.end(stream, because);
      },
      flush: () => {
        streams.flush();
      },
      backlog: (stream) => streams.backlog(stream),
    };
  };
}
