import { Server, ServerCredentials, status } from '@grpc/grpc-js';
import type {
  ServerDuplexStream,
  ServiceDefinition,
  UntypedServiceImplementation,
  handleUnaryCall,
} from '@grpc/grpc-js';
import type { StreamContext, StreamEnd, StreamSink, Streams } from '../actor';
import type { Clock, LinkNumber, StreamId } from '../kernel';
import type { Framing } from './codec';
import { cannotListen, tryListening } from './listening';
import { LINK_MESSAGE_BYTES_MAX } from './message-limits';
import type { OutboxLimits } from './outbox';
import { requestsOf } from './receive';
import { serverSender } from './server-sender';
import type { ServerSenders } from './server-sender';
import { statusOf } from './stream-status';
import { StreamTable } from './stream-table';
import { MalformedMessage } from '../kernel';

const SERVER_OPTIONS = {
  'grpc.keepalive_time_ms': 60_000,
  'grpc.keepalive_timeout_ms': 20_000,
  'grpc.max_concurrent_streams': 20_000,
};

/** One gRPC server of a process: services are added, then it listens until {@link close}. */
export class GrpcServer {
  readonly #server: Server;

  /** `messageBytesMax`: a larger message ends its call as RESOURCE_EXHAUSTED. */
  constructor(options: { readonly messageBytesMax?: number } = {}) {
    const { messageBytesMax = LINK_MESSAGE_BYTES_MAX } = options;
    this.#server = new Server({ ...SERVER_OPTIONS, 'grpc.max_receive_message_length': messageBytesMax });
  }

  add(service: ServiceDefinition, handlers: UntypedServiceImplementation): void {
    this.#server.addService(service, handlers);
  }

  /** Binds `host:port` (port 0: any) and resolves with the port in use. Rejects with CannotListen. */
  async listen(address: string): Promise<number> {
    await tryListening(address);
    return await new Promise((resolve, reject) => {
      this.#server.bindAsync(address, ServerCredentials.createInsecure(), (error, port) => {
        if (error === null) resolve(port);
        else reject(cannotListen(address, error));
      });
    });
  }

  /** Stops taking calls, gives those under way `graceMs`, then cuts them. */
  async close(clock: Clock, graceMs: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const cancel = clock.at((clock.now() + graceMs) as ReturnType<Clock['now']>, () => {
        this.#server.forceShutdown();
      });
      this.#server.tryShutdown(() => {
        cancel();
        resolve();
      });
    });
  }
}

/** Inbound bidirectional streams of one method: {@link handler} is the method's implementation, the rest is the port that a core sends through. */
export class ServedStreams<Out, In> implements Streams<Out> {
  readonly #table: StreamTable<Out, In>;
  readonly #sink: StreamSink<In>;
  readonly #streamsMax: number;
  readonly #senders: ServerSenders;
  #last = 0;

  constructor(options: {
    readonly framing: Framing<Out, In>;
    readonly sink: StreamSink<In>;
    readonly context: StreamContext;
    readonly clock: Clock;
    readonly limits: OutboxLimits;
    /** More streams than this are refused as overloaded; those that were ended count until their peers have read the rest. */
    readonly streamsMax: number;
  }) {
    this.#table = new StreamTable(options);
    this.#sink = options.sink;
    this.#streamsMax = options.streamsMax;
    this.#senders = { clock: options.clock, lingering: 0 };
  }

  readonly handler = (call: ServerDuplexStream<unknown, object>): void => {
    const sender = serverSender(call, this.#senders);
    if (this.#table.size + this.#senders.lingering >= this.#streamsMax) {
      sender.end({
        kind: 'overloaded',
        message: `no more than ${String(this.#streamsMax)} streams at once; try again later`,
      });
      return;
    }
    const stream = (this.#last += 1) as StreamId;
    const lost = (message: string) => (): void => {
      this.#table.lost(stream, { kind: 'lost', message });
    };
    call.on('cancelled', lost('the peer cancelled or its connection broke'));
    call.on('error', lost('the stream broke'));
    this.#sink.deliver({ event: 'opened', stream });
    this.#table.hold(stream, { sender, messages: requestsOf(call), link: 0 as LinkNumber });
  };

  send(stream: StreamId, item: Out): void {
    this.#table.send(stream, item);
  }

  end(stream: StreamId, because: StreamEnd): void {
    this.#table.end(stream, because);
  }

  endAll(because: StreamEnd): void {
    this.#table.endAll(because);
  }

  flush(): void {
    this.#table.flush();
  }

  backlog(stream: StreamId): number {
    return this.#table.backlog(stream);
  }
}

/** A unary method from three plain functions. Malformed requests are INVALID_ARGUMENT; what `answer` throws is masked as INTERNAL, its text kept to `onFault`. */
export function unary<Request, Reply>(method: {
  readonly decode: (wire: unknown) => Request;
  readonly answer: (request: Request) => Promise<Reply> | Reply;
  readonly encode: (reply: Reply) => object;
  readonly onFault: (error: unknown) => void;
}): handleUnaryCall<unknown, object> {
  const run = async (wire: unknown): Promise<object> => method.encode(await method.answer(method.decode(wire)));
  return (call, callback) => {
    run(call.request).then(
      (reply) => {
        callback(null, reply);
      },
      (error: unknown) => {
        if (error instanceof MalformedMessage) callback(statusOf({ kind: 'malformed', message: error.message }));
        else if (error instanceof CallRefused) callback(error.status);
        else {
          method.onFault(error);
          callback({ code: status.INTERNAL, details: 'internal error; the log of the service has the cause' });
        }
      },
    );
  };
}

/** Thrown by a unary method's `answer` to end the call with a status of its choice. */
export class CallRefused extends Error {
  override readonly name = 'CallRefused';
  readonly status: ReturnType<typeof statusOf>;

  constructor(refusal: ReturnType<typeof statusOf>) {
    super(refusal.details ?? '');
    this.status = refusal;
  }
}
