import { after } from '@parley/common/kernel';
import type { Moment, MonotonicMs, StreamId } from '@parley/common/kernel';
import { toStreamId } from '../ids';
import { jittered } from './pace';
import type { Pace } from './pace';

/** Where a scheduler stands with its gateways. */
export type ConnectionState =
  | { readonly state: 'waiting'; readonly until: MonotonicMs }
  | {
      readonly state: 'subscribing';
      readonly stream: StreamId;
      readonly gateway: string;
      readonly giveUpAt: MonotonicMs;
    }
  | {
      readonly state: 'subscribed';
      readonly stream: StreamId;
      readonly gateway: string;
      readonly since: MonotonicMs;
      readonly heartbeatMs: number;
    }
  | { readonly state: 'stopped' };

/**
 * One stream to one gateway at a time, the next gateway after each failure.
 *
 *   waiting ─due→ subscribing ─SUBSCRIBED→ subscribed          any ─stop→ stopped
 *      ▲               │                       │
 *      └──── lost, refused, silent ────────────┘
 */
export class Connection {
  readonly #gateways: readonly string[];
  readonly #pace: Pace;
  #state: ConnectionState;
  #dialled = 0;
  #next: number;
  #failures = 0;
  #lastHeardAt: MonotonicMs;
  #heartbeatAt: MonotonicMs | undefined;

  /** Begins with a gateway chosen by chance, so that many schedulers spread, and without a pause. */
  constructor(gateways: readonly string[], pace: Pace, at: Moment) {
    this.#gateways = gateways;
    this.#pace = pace;
    this.#state = { state: 'waiting', until: at.now };
    this.#lastHeardAt = at.now;
    this.#next = Math.floor(at.chance * gateways.length);
  }

  get state(): ConnectionState {
    return this.#state;
  }

  /** The stream that counts; what arrives on any other is dropped. */
  get stream(): StreamId | undefined {
    return this.#state.state === 'subscribing' || this.#state.state === 'subscribed' ? this.#state.stream : undefined;
  }

  get wakeAt(): MonotonicMs | undefined {
    switch (this.#state.state) {
      case 'waiting':
        return this.#state.until;
      case 'subscribing':
        return this.#state.giveUpAt;
      case 'subscribed':
        return earlier(this.#heartbeatAt, this.#silentAt(this.#state.heartbeatMs));
      default:
        return undefined;
    }
  }

  /** Opens the next stream. */
  dial(now: MonotonicMs): { readonly stream: StreamId; readonly gateway: string; readonly number: number } {
    this.#dialled += 1;
    const gateway = this.#gateways[this.#next % this.#gateways.length] ?? '';
    this.#next += 1;
    const stream = toStreamId(this.#dialled);
    this.#state = { state: 'subscribing', stream, gateway, giveUpAt: after(now, this.#pace.subscribeMs) };
    return { stream, gateway, number: this.#dialled };
  }

  /** The gateway answered SUBSCRIBE; false when nobody asked it, or it answered before. */
  subscribed(heartbeatMs: number, now: MonotonicMs): boolean {
    if (this.#state.state !== 'subscribing') return false;
    const { stream, gateway } = this.#state;
    this.#state = { state: 'subscribed', stream, gateway, since: now, heartbeatMs };
    this.#heartbeatAt = after(now, heartbeatMs);
    return true;
  }

  heard(now: MonotonicMs): void {
    this.#lastHeardAt = now;
  }

  /** True when a heartbeat of our own is due; plans the next one. */
  takeHeartbeat(now: MonotonicMs): boolean {
    if (this.#state.state !== 'subscribed' || this.#heartbeatAt === undefined || now < this.#heartbeatAt) return false;
    this.#heartbeatAt = after(now, this.#state.heartbeatMs);
    return true;
  }

  /** Why the present stream should be given up, or undefined when it is well. */
  problem(now: MonotonicMs): string | undefined {
    if (this.#state.state === 'subscribing' && now >= this.#state.giveUpAt) {
      return `the gateway did not answer SUBSCRIBE within ${String(this.#pace.subscribeMs)} ms`;
    }
    if (this.#state.state === 'subscribed' && now >= this.#silentAt(this.#state.heartbeatMs)) {
      return `nothing was heard from the gateway for ${String(this.#pace.heartbeatsMissedMax)} heartbeats`;
    }
    return undefined;
  }

  /** The stream is over: waits before the next, and says for how long in milliseconds. */
  lost(at: Moment): number {
    const settled = this.#state.state === 'subscribed' && at.now >= after(this.#state.since, this.#pace.settledMs);
    if (settled) this.#failures = 0;
    const bounds = { firstMs: this.#pace.reconnectFirstMs, maxMs: this.#pace.reconnectMaxMs };
    const pauseMs = jittered(bounds, this.#failures, at.chance);
    this.#failures += 1;
    this.#state = { state: 'waiting', until: after(at.now, pauseMs) };
    return pauseMs;
  }

  stop(): void {
    this.#state = { state: 'stopped' };
  }

  #silentAt(heartbeatMs: number): MonotonicMs {
    return after(this.#lastHeardAt, heartbeatMs * this.#pace.heartbeatsMissedMax);
  }
}

/** The earlier of two instants, either of which may not be planned. */
export function earlier(a: MonotonicMs | undefined, b: MonotonicMs | undefined): MonotonicMs | undefined {
  if (a === undefined) return b;
  return b === undefined || a <= b ? a : b;
}
