import type { DialedStreams, StreamContext, StreamEnd, StreamSink } from '@parley/common/actor';
import { MalformedMessage } from '@parley/common/kernel';
import type { LinkNumber, StreamId } from '@parley/common/kernel';
import { Outbox } from '@parley/common/rpc';
import type { Framing, OutboxLimits } from '@parley/common/rpc';
import type { Connection, ConnectionEnd, Side } from './connection';
import type { SimulatedNetwork } from './simulated-network';
import type { SimulatedProcess } from './simulated-process';

/** How deep into the queue one message may reach. */
const PEEK_MAX = 128;

/** How one end of a kind of stream writes and reads. */
export interface EndForm<Out, In> {
  readonly side: Side;
  readonly framing: Framing<Out, In>;
  readonly serialize: (message: object) => Uint8Array;
  readonly deserialize: (bytes: Buffer) => unknown;
  readonly limits: OutboxLimits;
}

interface Held<Out> {
  readonly connection: Connection;
  readonly outbox: Outbox<Out>;
  link: LinkNumber;
  sequence: number;
}

/** The streams of one kind that a simulated process holds: what the stream table over gRPC does, without waiting for anything. */
export class SimulatedStreams<Out, In> implements DialedStreams<Out> {
  /** Bounded by the connections of the process. */
  readonly #held = new Map<StreamId, Held<Out>>();
  readonly #dirty = new Set<StreamId>();
  #accepted = 0;

  constructor(
    private readonly network: SimulatedNetwork,
    private readonly process: SimulatedProcess,
    private readonly options: {
      readonly kind: string;
      readonly form: EndForm<Out, In>;
      readonly sink: StreamSink<In>;
      readonly context: StreamContext;
    },
  ) {}

  /** Opens a stream to whoever listens at `target`. */
  dial(stream: StreamId, target: string, link: LinkNumber): void {
    const connection = this.network.connect(this.options.kind, target, this.#endOf(stream));
    this.#hold(stream, connection, link);
  }

  /** Takes a stream that somebody opened to this process. */
  accept(connection: Connection): ConnectionEnd {
    const stream = (this.#accepted += 1) as StreamId;
    this.options.sink.deliver({ event: 'opened', stream });
    this.#hold(stream, connection, 0 as LinkNumber);
    return this.#endOf(stream);
  }

  send(stream: StreamId, item: Out): void {
    const held = this.#held.get(stream);
    if (held === undefined) return;
    if (held.outbox.offer(item)) this.#dirty.add(stream);
    else this.#cut(stream, { kind: 'too-slow', message: 'the peer reads too slowly and was cut off' });
  }

  end(stream: StreamId, because: StreamEnd): void {
    const held = this.#held.get(stream);
    if (held === undefined) return;
    this.#write(held);
    this.#drop(stream);
    this.network.end(held.connection, this.options.form.side, because);
  }

  flush(): void {
    for (const stream of this.#dirty) {
      const held = this.#held.get(stream);
      if (held !== undefined) this.#write(held);
    }
    this.#dirty.clear();
  }

  backlog(stream: StreamId): number {
    return this.#held.get(stream)?.outbox.bytes ?? 0;
  }

  #hold(stream: StreamId, connection: Connection, link: LinkNumber): void {
    const { framing, limits } = this.options.form;
    const outbox = new Outbox<Out>(limits, (item) => framing.sizeOf(item));
    this.#held.set(stream, { connection, outbox, link, sequence: 0 });
  }

  #write(held: Held<Out>): void {
    const { form, context } = this.options;
    while (held.outbox.length > 0) {
      if (!context.mayWrite(this.process.clock.now())) {
        held.outbox.clear();
        return;
      }
      const state = { epoch: context.epoch(), link: held.link, sequence: held.sequence + 1 };
      const { message, taken } = form.framing.frame(held.outbox.peek(PEEK_MAX), state);
      held.sequence += 1;
      held.outbox.take(taken);
      this.network.send(held.connection, form.side, form.serialize(message));
    }
  }

  #endOf(stream: StreamId): ConnectionEnd {
    return {
      process: this.process,
      receive: (bytes) => {
        this.#receive(stream, bytes);
      },
      closed: (end) => {
        if (this.#drop(stream) !== undefined) this.options.sink.deliver({ event: 'closed', stream, end });
      },
    };
  }

  #receive(stream: StreamId, bytes: Uint8Array): void {
    const held = this.#held.get(stream);
    if (held === undefined) return;
    const { framing, deserialize } = this.options.form;
    let message: In;
    try {
      message = framing.decode(deserialize(Buffer.from(bytes)));
    } catch (error) {
      if (!(error instanceof MalformedMessage)) throw error;
      this.#cut(stream, { kind: 'malformed', message: error.message });
      return;
    }
    if (held.link === 0) held.link = framing.linkOf(message);
    this.options.sink.deliver({ event: 'message', stream, message });
  }

  #cut(stream: StreamId, end: StreamEnd): void {
    const held = this.#drop(stream);
    if (held === undefined) return;
    this.network.end(held.connection, this.options.form.side, end);
    this.options.sink.deliver({ event: 'closed', stream, end });
  }

  #drop(stream: StreamId): Held<Out> | undefined {
    const held = this.#held.get(stream);
    this.#held.delete(stream);
    this.#dirty.delete(stream);
    return held;
  }
}
