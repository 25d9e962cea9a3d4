import { setImmediate as nextTurn } from 'node:timers/promises';
import { SystemClock } from '@parley/common/actor';
import type { AllocatorDown, AllocatorUp, Batch, Proposal } from '@parley/common/contract';
import { linkNumberOf, streamIdOf } from '@parley/common/kernel';
import { Channels, ClientStreams, LINK_OUTBOX, linkFraming } from '@parley/common/rpc';
import { ALLOCATOR_SESSION_CLIENT } from '@parley/common/wire';
import { internalMethod } from '../launch/methods';

const EPOCH = { clusterId: 'bench', incarnation: 1, revision: 1 };
const STREAM = streamIdOf(1);
const PING_MS = 60_000;
const BACKLOG_MAX_BYTES = 256 * 1_024;
const ITEMS_PER_TURN = 1_000;

/** The master's end of one real session: everything goes through gRPC and the codecs of the services. */
export class ServiceMaster {
  readonly #streams: ClientStreams<AllocatorDown, Batch<AllocatorUp>>;
  readonly #target: string;
  readonly #channels = new Channels();
  #hear: (proposals: readonly Proposal[]) => void = () => {};
  #onReady: () => void = () => {};
  #broken: string | undefined;
  #flushing = false;

  constructor(target: string) {
    this.#target = target;
    this.#streams = new ClientStreams({
      method: internalMethod('parley.allocator.v1.AllocatorService', 'Session'),
      framing: linkFraming(ALLOCATOR_SESSION_CLIENT),
      sink: {
        deliver: (event) => {
          if (event.event === 'message') this.#take(event.message.items);
          else if (event.event === 'closed') this.#broken = event.end.message;
        },
        room: async () => {},
      },
      channels: this.#channels,
      context: { epoch: () => EPOCH, mayWrite: () => true },
      clock: new SystemClock(),
      limits: LINK_OUTBOX,
    });
  }

  /** Sends the snapshot slice by slice, grants credits, and resolves when the allocator took it in. `hear` is told what it proposes. */
  async begin(
    items: readonly AllocatorDown[],
    credits: number,
    hear: (proposals: readonly Proposal[]) => void,
  ): Promise<void> {
    this.#hear = hear;
    this.#streams.dial(STREAM, this.#target, linkNumberOf(1));
    await this.say([{ item: 'begin', minAllocatable: [], pingMs: PING_MS, region: '' }]);
    await this.say(items);
    await this.say([
      { item: 'end', count: items.length },
      { item: 'credits', credits },
    ]);
    await this.settled();
  }

  /** Resolves when the allocator answered a ping that was sent after everything else. */
  async settled(): Promise<void> {
    const answered = new Promise<void>((resolve) => {
      this.#onReady = resolve;
    });
    await this.say([{ item: 'ping', ping: 1 }]);
    await answered;
  }

  /** Says much, and waits while the connection is behind. */
  async say(items: readonly AllocatorDown[]): Promise<void> {
    for (let from = 0; from < items.length; from += ITEMS_PER_TURN) {
      for (const item of items.slice(from, from + ITEMS_PER_TURN)) this.#streams.send(STREAM, item);
      this.#streams.flush();
      while (this.#streams.backlog(STREAM) > BACKLOG_MAX_BYTES) {
        this.#check();
        await nextTurn();
      }
    }
    this.#check();
  }

  /** Says something at the end of this turn, together with whatever else is said in it. */
  sayNow(item: AllocatorDown): void {
    this.#streams.send(STREAM, item);
    if (this.#flushing) return;
    this.#flushing = true;
    setImmediate(() => {
      this.#flushing = false;
      this.#streams.flush();
    });
  }

  close(): void {
    this.#streams.end(STREAM, { kind: 'ended', message: 'the run is over' });
    this.#channels.release(this.#target);
  }

  #take(items: readonly AllocatorUp[]): void {
    const proposals = items.flatMap((item) => (item.item === 'proposal' ? [item.proposal] : []));
    if (proposals.length > 0) this.#hear(proposals);
    if (items.some((item) => item.item === 'pong')) this.#onReady();
  }

  #check(): void {
    if (this.#broken !== undefined) throw new Error(`the session broke: ${this.#broken}`);
  }
}
