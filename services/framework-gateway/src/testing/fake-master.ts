import { SystemClock } from '@parley/common/actor';
import type { StreamContext, StreamEvent } from '@parley/common/actor';
import type { Batch, GatewayDown, GatewayUp } from '@parley/common/contract';
import type { Epoch, StreamId } from '@parley/common/kernel';
import { GrpcServer, LINK_OUTBOX, ServedStreams, linkFraming, unary } from '@parley/common/rpc';
import { Changes } from '@parley/common/testing';
import { GATEWAY_LINK_SERVER, LEADER_LOOKUP_SERVER } from '@parley/common/wire';
import { loadInternal, serviceOf } from '@parley/protos';

/** A master that leads and does what its test says, over real gRPC. */
export class FakeMaster {
  /** Items from gateways in order. */
  readonly heard: GatewayUp[] = [];
  /** Plays the leader's part: what is answered to an item. */
  react: (item: GatewayUp) => readonly GatewayDown[] = () => [];
  readonly #server = new GrpcServer();
  readonly #clock = new SystemClock();
  readonly #epoch: Epoch;
  readonly #links: ServedStreams<GatewayDown, Batch<GatewayUp>>;
  readonly #changes = new Changes();

  constructor(epoch: Epoch) {
    this.#epoch = epoch;
    const context: StreamContext = { epoch: () => epoch, mayWrite: () => true };
    const sink = { deliver: (event: StreamEvent<Batch<GatewayUp>>) => this.#deliver(event), room: async () => {} };
    const framing = linkFraming(GATEWAY_LINK_SERVER);
    this.#links = new ServedStreams({
      framing,
      sink,
      context,
      clock: this.#clock,
      limits: LINK_OUTBOX,
      streamsMax: 10,
    });
  }

  /** Starts to listen on that port (0 for any) and resolves with its address. */
  async listen(port = 0): Promise<string> {
    const lookUp = unary({
      decode: (wire) => LEADER_LOOKUP_SERVER.decode(wire),
      answer: () => ({ clusterId: this.#epoch.clusterId, leading: true, epoch: this.#epoch, address: '' }),
      encode: (answer) => LEADER_LOOKUP_SERVER.encode(answer),
      onFault: () => undefined,
    });
    this.#server.add(serviceOf(loadInternal(), 'parley.master.v1.MasterService'), {
      gatewayLink: this.#links.handler,
      lookupLeader: lookUp,
    });
    return `127.0.0.1:${String(await this.#server.listen(`127.0.0.1:${String(port)}`))}`;
  }

  /** Resolves once `ready` holds, looking again at every item; rejects when nothing comes for five seconds. */
  async until(ready: (master: FakeMaster) => boolean): Promise<void> {
    await this.#changes.until(() => ready(this));
  }

  /** Dies without a word. */
  async kill(): Promise<void> {
    await this.#server.close(this.#clock, 0);
  }

  #deliver(event: StreamEvent<Batch<GatewayUp>>): void {
    if (event.event !== 'message') return;
    for (const item of event.message.items) {
      this.heard.push(item);
      this.#send(
        event.stream,
        item.item === 'hello' ? [{ item: 'welcome', pingMs: 15_000, pingsMissedMax: 5 }] : this.react(item),
      );
    }
    this.#links.flush();
    this.#changes.happened();
  }

  #send(stream: StreamId, items: readonly GatewayDown[]): void {
    for (const item of items) this.#links.send(stream, item);
  }
}
