import { Client, credentials, status } from '@grpc/grpc-js';
import type { ClientDuplexStream, ClientReadableStream } from '@grpc/grpc-js';
import { codecOf, loadPublic } from '@parley/protos';
import type { ConnectRequest, ConnectRequest__Output } from '@parley/protos/public/parley/scheduler/v1/ConnectRequest';
import type {
  ConnectResponse,
  ConnectResponse__Output,
} from '@parley/protos/public/parley/scheduler/v1/ConnectResponse';

/** How frameworks' calls look on the wire. */
export const REQUESTS = codecOf<ConnectRequest, ConnectRequest__Output>(
  loadPublic(),
  'parley.scheduler.v1.ConnectRequest',
);
const RESPONSES = codecOf<ConnectResponse, ConnectResponse__Output>(
  loadPublic(),
  'parley.scheduler.v1.ConnectResponse',
);
const CONNECT = '/parley.scheduler.v1.SchedulerService/Connect';
/** More events than this are not kept. */
const EVENTS_MAX = 1_000;
const raw = (bytes: Buffer): Buffer => bytes;

/** How calls ended: counted over everything that was sent. */
export class StatusCounts {
  /** By name of the gRPC status. */
  readonly counts = new Map<string, number>();
  /** What was said of ends that a server answers for itself. */
  readonly internal = new Set<string>();

  add({ code, details }: { readonly code: status; readonly details: string }): void {
    const name = status[code];
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
    if (code === status.INTERNAL || code === status.UNKNOWN) this.internal.add(details);
  }
}

/** A connection of its own to a gateway, over which bytes of any kind can be sent in place of messages. */
export class FrontDoor {
  readonly #client: Client;
  /** Calls under way: closing a client lets them go on. */
  readonly #open = new Set<{ cancel(): void }>();

  constructor(
    address: string,
    private readonly statuses: StatusCounts,
  ) {
    this.#client = new Client(address, credentials.createInsecure(), {
      'grpc.use_local_subchannel_pool': 1,
      'grpc.enable_retries': 0,
      'grpc.max_send_message_length': -1,
    });
  }

  /** Opens a scheduler's stream; one that does not listen reads nothing at all. */
  connect(options: { readonly listens: boolean } = { listens: true }): RawStream {
    const call = this.#client.makeBidiStreamRequest(CONNECT, raw, raw);
    this.#hold(call);
    return new RawStream(call, this.statuses, options);
  }

  /** Calls any method with any bytes; resolves with the status, whatever it is. */
  unary(path: string, bytes: Buffer, deadlineMs = 2_000): Promise<status> {
    return new Promise((resolve) => {
      const deadline = Date.now() + deadlineMs;
      const call = this.#client.makeUnaryRequest(path, raw, raw, bytes, { deadline }, () => undefined);
      call.on('status', (end) => {
        this.statuses.add(end);
        resolve(end.code);
      });
    });
  }

  /** Opens a server stream of any method with any bytes. */
  serverStream(path: string, bytes: Buffer): ClientReadableStream<Buffer> {
    const call = this.#client.makeServerStreamRequest(path, raw, raw, bytes);
    this.#hold(call);
    call.on('error', () => undefined);
    call.on('status', (end) => {
      this.statuses.add(end);
    });
    return call;
  }

  /** Ends the connection and every call on it. */
  close(): void {
    for (const call of this.#open) call.cancel();
    this.#client.close();
  }

  #hold(call: ClientReadableStream<Buffer> | ClientDuplexStream<Buffer, Buffer>): void {
    this.#open.add(call);
    call.on('status', () => this.#open.delete(call));
  }
}

/** One scheduler's stream, from the client's end. */
export class RawStream {
  /** What was heard, the first {@link EVENTS_MAX} events of it. */
  readonly events: ConnectResponse__Output[] = [];
  /** The status with which it ended; undefined while it is open. */
  endedWith: status | undefined;

  constructor(
    private readonly call: ClientDuplexStream<Buffer, Buffer>,
    statuses: StatusCounts,
    { listens }: { readonly listens: boolean },
  ) {
    call.on('error', () => undefined);
    call.on('status', (end) => {
      this.endedWith = end.code;
      statuses.add(end);
    });
    if (listens) this.listen();
  }

  /** The id that the framework was told; undefined while it was not. */
  get frameworkId(): string | undefined {
    return this.events.find(({ event }) => event === 'subscribed')?.subscribed?.frameworkId;
  }

  /** Whether anything can still be said. */
  get isOpen(): boolean {
    return this.endedWith === undefined;
  }

  /** Reads from now on. */
  listen(): void {
    this.call.on('data', (bytes: Buffer) => {
      if (this.events.length < EVENTS_MAX) this.events.push(RESPONSES.decode(bytes));
    });
  }

  send(bytes: Buffer): void {
    if (this.isOpen) this.call.write(bytes);
  }

  /** Says that nothing follows, and goes on listening. */
  halfClose(): void {
    this.call.end();
  }

  /** Gives the stream up without a word. */
  cancel(): void {
    this.call.cancel();
  }
}
