import { composeAllocator } from '@parley/allocator';
import { SystemClock, systemRandom } from '@parley/common/actor';
import type { StreamSink, StreamsFactory } from '@parley/common/actor';
import type { AllocatorDown, AllocatorUp, Batch } from '@parley/common/contract';
import type { StreamId } from '@parley/common/kernel';
import { GrpcServer, LINK_OUTBOX, ServedStreams, linkFraming } from '@parley/common/rpc';
import { ALLOCATOR_SESSION_SERVER } from '@parley/common/wire';
import { loadInternal, serviceOf } from '@parley/protos';

import { PRIORITY_ROLES } from '../reported';
import { isEntity } from '../told';
import type { Fault, Tampering } from './fault';

/** Room for all the sessions of one run of the kit that a broken allocator leaves open. */
const STREAMS_MAX = 200;

/** Our allocator over real gRPC, with a fault between it and its master: everything it hears and says passes through the fault. */
export class TamperedAllocator implements AsyncDisposable {
  readonly #clock = new SystemClock();
  readonly #server = new GrpcServer();
  readonly #allocator: ReturnType<typeof composeAllocator>;

  constructor(fault: Fault) {
    const { policy = 'drf', highPriority = 1, make } = fault;
    const { high, low } = PRIORITY_ROLES;
    this.#allocator = composeAllocator(
      {
        policy,
        priorities: new Map([
          [high, highPriority],
          [low, 0],
        ]),
        safetyPassMs: 1_000,
      },
      {
        clock: this.#clock,
        random: systemRandom,
        sessions: this.#sessions(make()),
        observe: () => undefined,
      },
    );
  }

  /** Starts to listen and says where. */
  async listen(): Promise<string> {
    return `127.0.0.1:${String(await this.#server.listen('127.0.0.1:0'))}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#allocator.stop();
    await this.#server.close(this.#clock, 0);
  }

  #sessions(tampering: Tampering): StreamsFactory<AllocatorUp, Batch<AllocatorDown>> {
    return (sink, context) => {
      const hearing = new TamperedHearing(tampering);
      const tampered: StreamSink<Batch<AllocatorDown>> = {
        deliver: (event) => {
          if (event.event !== 'message') {
            sink.deliver(event);
            return;
          }
          const { stream, message } = event;
          const end = tampering.objects?.(message, stream);
          if (end === undefined) {
            sink.deliver({ ...event, message: hearing.hear(stream, message) });
            return;
          }
          streams.end(stream, end);
          sink.deliver({ event: 'closed', stream, end });
        },
        room: () => sink.room(),
      };
      const streams = new ServedStreams({
        framing: linkFraming(ALLOCATOR_SESSION_SERVER),
        sink: tampered,
        context: { ...context, epoch: () => tampering.epoch?.(context.epoch()) ?? context.epoch() },
        clock: this.#clock,
        limits: LINK_OUTBOX,
        streamsMax: STREAMS_MAX,
      });
      const { handler } = streams;
      this.#server.add(serviceOf(loadInternal(), 'parley.allocator.v1.AllocatorService'), { Session: handler });
      return {
        send: (stream, item) => {
          const said = tampering.says?.(item, stream) ?? [item];
          for (const each of said) {
            streams.send(stream, each);
            // What is added does not spoil the batch of what is right.
            if (said.length > 1) streams.flush();
          }
        },
        end: (stream, because) => {
          if (tampering.ends?.(because) ?? true) streams.end(stream, because);
        },
        flush: () => {
          streams.flush();
        },
        backlog: (stream) => streams.backlog(stream),
      };
    };
  }
}

/** What the allocator hears in place of what was said; the count at the end of a snapshot fits what it hears. */
class TamperedHearing {
  readonly #tampering: Tampering;
  /** How many entities more than were said, by stream. */
  readonly #surplus = new Map<StreamId, number>();

  constructor(tampering: Tampering) {
    this.#tampering = tampering;
  }

  hear(stream: StreamId, batch: Batch<AllocatorDown>): Batch<AllocatorDown> {
    const link = this.#tampering.link?.(batch, stream) ?? batch.link;
    return { ...batch, link, items: batch.items.flatMap((item) => this.#hearOne(stream, item)) };
  }

  #hearOne(stream: StreamId, item: AllocatorDown): readonly AllocatorDown[] {
    const heard = this.#tampering.hears?.(item, stream) ?? [item];
    const surplus = (this.#surplus.get(stream) ?? 0) + heard.filter(isEntity).length - (isEntity(item) ? 1 : 0);
    this.#surplus.set(stream, surplus);
    return heard.map((each) => (each.item === 'end' ? { ...each, count: each.count + surplus } : each));
  }
}
