import { Client, credentials } from '@grpc/grpc-js';
import type { ClientDuplexStream, MethodDefinition } from '@grpc/grpc-js';
import type { DialedStreams, StreamContext, StreamEnd, StreamSink } from '../actor';
import type { Clock, LinkNumber, StreamId } from '../kernel';
import { ByteRate } from './byte-rate';
import type { ByteRateLimit } from './byte-rate';
import type { Framing } from './codec';
import { LINK_MESSAGE_BYTES_MAX } from './message-limits';
import type { OutboxLimits } from './outbox';
import { receive } from './receive';
import { endOf } from './stream-status';
import { StreamTable } from './stream-table';
import type { Sender } from './stream-table';

/** How often the connection itself is tried by a ping of HTTP/2, and how long the answer may take, in milliseconds. */
export const KEEPALIVE = { everyMs: 20_000, answerMs: 10_000 } as const;

/** Reconnection is the cores' affair: a channel fails fast, never retries calls on its own, and shares nothing with other channels. */
const CHANNEL_OPTIONS = {
  'grpc.max_receive_message_length': LINK_MESSAGE_BYTES_MAX,
  'grpc.keepalive_time_ms': KEEPALIVE.everyMs,
  'grpc.keepalive_timeout_ms': KEEPALIVE.answerMs,
  'grpc.keepalive_permit_without_calls': 1,
  'grpc.enable_retries': 0,
  'grpc.initial_reconnect_backoff_ms': 100,
  'grpc.max_reconnect_backoff_ms': 1_000,
  'grpc.use_local_subchannel_pool': 1,
};

/** The channels of one process: one per target while any call uses it, a fresh one afterwards. */
export class Channels {
  /** Bounded by the targets in use. */
  readonly #inUse = new Map<string, { readonly client: Client; users: number }>();

  /** Calls that use the same target at the same time share its connection. */
  take(target: string): Client {
    const known = this.#inUse.get(target);
    if (known !== undefined) {
      known.users += 1;
      return known.client;
    }
    const client = new Client(target, credentials.createInsecure(), CHANNEL_OPTIONS);
    this.#inUse.set(target, { client, users: 1 });
    return client;
  }

  release(target: string): void {
    const known = this.#inUse.get(target);
    if (known === undefined) return;
    known.users -= 1;
    if (known.users > 0) return;
    this.#inUse.delete(target);
    known.client.close();
  }
}

type Method = MethodDefinition<object, object>;

/** A unary call and how long it may take. */
export interface UnaryCall {
  readonly method: Method;
  readonly request: object;
  readonly deadlineMs: number;
  readonly clock: Clock;
}

/** One unary call with a deadline; rejects with the ServiceError of grpc-js. */
export async function callUnary(channels: Channels, target: string, call: UnaryCall): Promise<unknown> {
  const client = channels.take(target);
  const { method } = call;
  try {
    return await new Promise((resolve, reject) => {
      const deadline = call.clock.wall() + call.deadlineMs;
      client.makeUnaryRequest(
        method.path,
        (request: object) => method.requestSerialize(request),
        (bytes: Buffer) => method.responseDeserialize(bytes),
        call.request,
        { deadline },
        (error, reply) => {
          if (error === null) resolve(reply);
          else reject(error);
        },
      );
    });
  } finally {
    channels.release(target);
  }
}

const NO_MESSAGE: StreamEnd = { kind: 'malformed', message: 'the peer sent bytes that are no message' };
const FLOODED: StreamEnd = { kind: 'overloaded', message: 'the peer sent more in a short time than it may' };

/** Outbound bidirectional streams of one method. */
export class ClientStreams<Out, In> implements DialedStreams<Out> {
  readonly #table: StreamTable<Out, In>;
  readonly #channels: Channels;
  readonly #method: Method;
  readonly #clock: Clock;
  readonly #inbound: ByteRateLimit | undefined;
  readonly #targets = new Map<StreamId, string>();

  constructor(options: {
    readonly method: Method;
    readonly channels: Channels;
    readonly framing: Framing<Out, In>;
    readonly sink: StreamSink<In>;
    readonly context: StreamContext;
    readonly clock: Clock;
    readonly limits: OutboxLimits;
    /** A peer that sends more is cut off as `overloaded`; by default it may send what flow control lets through. */
    readonly inbound?: ByteRateLimit;
  }) {
    this.#channels = options.channels;
    this.#method = options.method;
    this.#clock = options.clock;
    this.#inbound = options.inbound;
    const sink: StreamSink<In> = {
      deliver: (event) => {
        if (event.event === 'closed') this.#forget(event.stream);
        options.sink.deliver(event);
      },
      room: () => options.sink.room(),
    };
    this.#table = new StreamTable({ ...options, sink });
  }

  dial(stream: StreamId, target: string, link: LinkNumber): void {
    const client = this.#channels.take(target);
    this.#targets.set(stream, target);
    const rate = this.#inbound === undefined ? undefined : new ByteRate(this.#inbound, this.#clock);
    const call = client.makeBidiStreamRequest(
      this.#method.path,
      (message: object) => this.#method.requestSerialize(message),
      (bytes: Buffer) => {
        if (rate?.exceededBy(bytes.length) === true) this.#table.cut(stream, FLOODED);
        try {
          return this.#method.responseDeserialize(bytes);
        } catch (fault) {
          // grpc-js would tell of an internal error, which looks like an accident.
          this.#table.cut(stream, NO_MESSAGE);
          throw fault;
        }
      },
      {},
    );
    call.on('error', (error) => {
      this.#table.lost(stream, endOf(error));
    });
    this.#table.hold(stream, { sender: clientSender(call), messages: receive(call), link });
  }

  send(stream: StreamId, item: Out): void {
    this.#table.send(stream, item);
  }

  end(stream: StreamId, because: StreamEnd): void {
    this.#table.end(stream, because);
    this.#forget(stream);
  }

  endAll(because: StreamEnd): void {
    for (const stream of [...this.#targets.keys()]) this.end(stream, because);
  }

  flush(): void {
    this.#table.flush();
  }

  backlog(stream: StreamId): number {
    return this.#table.backlog(stream);
  }

  #forget(stream: StreamId): void {
    const target = this.#targets.get(stream);
    if (target === undefined) return;
    this.#targets.delete(stream);
    this.#channels.release(target);
  }
}

/** The sending half of a client's call: a good end half-closes and lets the server finish, any other cancels. */
function clientSender(call: ClientDuplexStream<object, unknown>): Sender {
  return {
    write: (message) => call.write(message),
    onDrain: (callback) => {
      call.on('drain', callback);
    },
    end: (because) => {
      if (because.kind === 'ended') call.end();
      else call.cancel();
    },
  };
}
