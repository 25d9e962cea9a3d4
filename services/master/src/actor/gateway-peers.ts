import type { GatewayId, LinkNumber, StreamId } from '@parley/common/kernel';
import type { Session } from '../domain/frameworks/session';
import type { PingCount } from '../domain/pings';

/** A stream on which a gateway may be speaking. */
export interface GatewayPeer {
  readonly stream: StreamId;
  /** Known from hello on. */
  gatewayId: GatewayId | undefined;
  link: LinkNumber | undefined;
  readonly pings: PingCount;
  /** Sessions that count, by the gateway's number. */
  readonly sessions: Map<number, Session>;
  /** Queries under way. Bounded by {@link LIMITS.queriesPerGatewayMax}. */
  readonly queries: Set<number>;
}

/** Gateways whose newest link number is remembered after they left. */
const REMEMBERED_MAX = 1_000;

/** The open streams of gateways. Bounded by the server, which takes so many streams and no more. */
export class GatewayPeers extends Map<StreamId, GatewayPeer> {
  readonly #newest = new Map<GatewayId, { readonly link: LinkNumber; readonly stream: StreamId }>();

  /** The newest link of a gateway that was ever seen. */
  newestOf(gatewayId: GatewayId): { readonly link: LinkNumber; readonly stream: StreamId } | undefined {
    return this.#newest.get(gatewayId);
  }

  /** Notes the newest link of a gateway. */
  remember(gatewayId: GatewayId, link: LinkNumber, stream: StreamId): void {
    this.#newest.delete(gatewayId);
    this.#newest.set(gatewayId, { link, stream });
    if (this.#newest.size <= REMEMBERED_MAX) return;
    for (const oldest of this.#newest.keys()) {
      this.#newest.delete(oldest);
      return;
    }
  }
}
