import type { MethodDefinition } from '@grpc/grpc-js';
import { SystemClock } from '@parley/common/actor';
import type { StreamSink } from '@parley/common/actor';
import type { Batch } from '@parley/common/contract';
import { streamIdOf } from '@parley/common/kernel';
import type { Epoch, LinkNumber, StreamId } from '@parley/common/kernel';
import { CLIENT_OUTBOX, Channels, ClientStreams } from '@parley/common/rpc';
import type { Framing } from '@parley/common/rpc';
import type { LinkTraffic } from './generator-messages';

/** Counts what crosses one kind of link in one direction. */
export class TrafficCounter {
  #items = 0;
  #messages = 0;

  count(items: number): void {
    this.#items += items;
    this.#messages += 1;
  }

  /** What was counted since the last time, and from zero again. */
  take(): LinkTraffic {
    const taken = { items: this.#items, messages: this.#messages };
    this.#items = 0;
    this.#messages = 0;
    return taken;
  }
}

/** Adds up the traffic of several runs. */
export function addTraffic(a: LinkTraffic, b: LinkTraffic): LinkTraffic {
  return { items: a.items + b.items, messages: a.messages + b.messages };
}

/** Dialled streams of the generator over one connection, written once per turn of the event loop as the cores' streams are. */
export class Connection<Out, In> {
  readonly #streams: ClientStreams<Out, In>;
  readonly #target: string;
  readonly #listeners = new Map<StreamId, (message: In) => void>();
  #dialled = 0;
  #flushing = false;

  constructor(options: {
    readonly method: MethodDefinition<object, object>;
    readonly framing: Framing<Out, In>;
    readonly target: string;
    /** The leader's term, which every batch of an internal link carries. */
    readonly epoch: Epoch;
    /** Told once when a stream breaks. */
    readonly onBroken: (message: string) => void;
  }) {
    this.#target = options.target;
    const sink: StreamSink<In> = {
      deliver: (event) => {
        if (event.event === 'message') this.#listeners.get(event.stream)?.(event.message);
        else if (event.event === 'closed') options.onBroken(event.end.message);
      },
      room: async () => {},
    };
    this.#streams = new ClientStreams({
      method: options.method,
      framing: options.framing,
      sink,
      channels: new Channels(),
      context: { epoch: () => options.epoch, mayWrite: () => true },
      clock: new SystemClock(),
      limits: CLIENT_OUTBOX,
    });
  }

  /** Opens one more stream over this connection. */
  dial(hear: (message: In) => void): (item: Out) => void {
    this.#dialled += 1;
    const stream = streamIdOf(this.#dialled);
    this.#listeners.set(stream, hear);
    this.#streams.dial(stream, this.#target, 1 as LinkNumber);
    return (item) => {
      this.#streams.send(stream, item);
      this.#flushSoon();
    };
  }

  close(): void {
    this.#listeners.clear();
    this.#streams.endAll({ kind: 'ended', message: 'the run is over' });
  }

  #flushSoon(): void {
    if (this.#flushing) return;
    this.#flushing = true;
    setImmediate(() => {
      this.#flushing = false;
      this.#streams.flush();
    });
  }
}

/** The same framing, with the items of each message counted both ways. */
export function countedLink<Out, In>(
  framing: Framing<Out, Batch<In>>,
  traffic: { readonly sent: TrafficCounter; readonly received: TrafficCounter },
): Framing<Out, Batch<In>> {
  return {
    ...framing,
    frame: (items, state) => {
      const framed = framing.frame(items, state);
      traffic.sent.count(framed.taken);
      return framed;
    },
    decode: (wire) => {
      const batch = framing.decode(wire);
      traffic.received.count(batch.items.length);
      return batch;
    },
  };
}
