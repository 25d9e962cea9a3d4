import type { StreamContext, StreamEnd, StreamEvent, StreamSink, Streams } from '../actor';
import type { Clock, LinkNumber, StreamId } from '../kernel';
import type { Framing } from './codec';
import { Outbox } from './outbox';
import type { OutboxLimits } from './outbox';
import { MalformedMessage } from '../kernel';

/** The sending half of a call and the ways it can be ended; the same face for both ends of every kind of call. */
export interface Sender {
  /** Hands over one message; false when the peer should be given time until `onDrain`. */
  write(message: object): boolean;
  onDrain(callback: () => void): void;
  end(because: StreamEnd): void;
}

/** How deep into the queue one message may reach. */
const PEEK_MAX = 128;

interface Held<Out> {
  readonly sender: Sender;
  readonly outbox: Outbox<Out>;
  /** 0 until the peer that chose it has said it. */
  link: LinkNumber;
  sequence: number;
  writable: boolean;
}

/** The streams of one kind over gRPC: queues, frames, writes at the pace the peer reads, and reads at the pace the actor takes. */
export class StreamTable<Out, In> implements Streams<Out> {
  readonly #framing: Framing<Out, In>;
  readonly #sink: StreamSink<In>;
  readonly #context: StreamContext;
  readonly #clock: Clock;
  readonly #limits: OutboxLimits;
  /** Bounded by the connections the server takes, or by what the service dials. */
  readonly #held = new Map<StreamId, Held<Out>>();
  readonly #dirty = new Set<StreamId>();

  constructor(options: {
    readonly framing: Framing<Out, In>;
    readonly sink: StreamSink<In>;
    readonly context: StreamContext;
    readonly clock: Clock;
    readonly limits: OutboxLimits;
  }) {
    this.#framing = options.framing;
    this.#sink = options.sink;
    this.#context = options.context;
    this.#clock = options.clock;
    this.#limits = options.limits;
  }

  get size(): number {
    return this.#held.size;
  }

  /** Takes over a call: what the peer sends arrives at the sink, from `messages`, until it ends or {@link end} is called. */
  hold(
    stream: StreamId,
    call: { readonly sender: Sender; readonly messages: AsyncIterable<unknown>; readonly link: LinkNumber },
  ): void {
    const outbox = new Outbox<Out>(this.#limits, (item) => this.#framing.sizeOf(item));
    const held = { sender: call.sender, outbox, link: call.link, sequence: 0, writable: true };
    this.#held.set(stream, held);
    call.sender.onDrain(() => {
      held.writable = true;
      if (this.#held.get(stream) === held) this.#write(stream, held);
    });
    void this.#read(stream, held, call.messages);
  }

  /** Reports a stream as over, once; for ends that the message loop cannot see. */
  lost(stream: StreamId, end: StreamEnd): void {
    if (this.#drop(stream) !== undefined) this.#sink.deliver({ event: 'closed', stream, end });
  }

  /** Ends a stream from here and reports it as over. */
  cut(stream: StreamId, end: StreamEnd): void {
    if (this.#held.has(stream)) this.#cut(stream, end);
  }

  send(stream: StreamId, item: Out): void {
    const held = this.#held.get(stream);
    if (held === undefined) return;
    if (held.outbox.offer(item)) {
      this.#dirty.add(stream);
      return;
    }
    this.#cut(stream, { kind: 'too-slow', message: 'the peer reads too slowly and was cut off; it may connect again' });
  }

  end(stream: StreamId, because: StreamEnd): void {
    const held = this.#held.get(stream);
    if (held === undefined) return;
    while (held.outbox.length > 0 && this.#writeOne(held)) held.writable = true;
    this.#drop(stream)?.sender.end(because);
  }

  /** Ends every stream, for a shutdown. */
  endAll(because: StreamEnd): void {
    for (const stream of [...this.#held.keys()]) this.end(stream, because);
  }

  flush(): void {
    for (const stream of this.#dirty) {
      const held = this.#held.get(stream);
      if (held !== undefined) this.#write(stream, held);
    }
    this.#dirty.clear();
  }

  backlog(stream: StreamId): number {
    return this.#held.get(stream)?.outbox.bytes ?? 0;
  }

  #write(stream: StreamId, held: Held<Out>): void {
    while (held.writable && held.outbox.length > 0) {
      if (!this.#writeOne(held)) {
        this.#dirty.delete(stream);
        return;
      }
    }
  }

  /** False when nothing could be written because this process may not command any more: what was queued is dropped. */
  #writeOne(held: Held<Out>): boolean {
    if (!this.#context.mayWrite(this.#clock.now())) {
      held.outbox.clear();
      return false;
    }
    const state = { epoch: this.#context.epoch(), link: held.link, sequence: held.sequence + 1 };
    const { message, taken } = this.#framing.frame(held.outbox.peek(PEEK_MAX), state);
    held.sequence += 1;
    held.outbox.take(taken);
    held.writable = held.sender.write(message);
    return true;
  }

  async #read(stream: StreamId, held: Held<Out>, messages: AsyncIterable<unknown>): Promise<void> {
    let end: StreamEnd = { kind: 'ended', message: 'the peer finished' };
    try {
      for await (const wire of messages) {
        if (this.#held.get(stream) !== held) return;
        const message = this.#framing.decode(wire);
        if (held.link === 0) held.link = this.#framing.linkOf(message);
        await this.#sink.room();
        if (this.#held.get(stream) !== held) return;
        this.#deliver({ event: 'message', stream, message });
      }
    } catch (error) {
      if (!(error instanceof MalformedMessage)) end = { kind: 'lost', message: String(error) };
      else end = { kind: 'malformed', message: error.message };
    }
    if (this.#held.get(stream) === held) this.#cut(stream, end);
  }

  #deliver(event: StreamEvent<In>): void {
    this.#sink.deliver(event);
  }

  #cut(stream: StreamId, end: StreamEnd): void {
    this.#drop(stream)?.sender.end(end);
    this.#sink.deliver({ event: 'closed', stream, end });
  }

  #drop(stream: StreamId): Held<Out> | undefined {
    const held = this.#held.get(stream);
    this.#held.delete(stream);
    this.#dirty.delete(stream);
    return held;
  }
}
