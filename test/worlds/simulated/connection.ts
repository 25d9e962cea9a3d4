import type { StreamEnd } from '@parley/common/actor';
import type { SimulatedProcess } from './simulated-process';

/** Which end of a stream: the client dialled. */
export type Side = 'client' | 'server';

/** The other end. */
export function opposite(side: Side): Side {
  return side === 'client' ? 'server' : 'client';
}

/** One end of a connection, as its process holds it. Called inside the process. */
export interface ConnectionEnd {
  readonly process: SimulatedProcess;
  receive(bytes: Uint8Array): void;
  closed(end: StreamEnd): void;
}

/** What travels in one direction, in order. */
type Parcel =
  { readonly parcel: 'message'; readonly bytes: Uint8Array } | { readonly parcel: 'end'; readonly end: StreamEnd };

/** One bidirectional stream between two processes. */
export class Connection {
  /** The server's end exists once the call has arrived there. */
  server: ConnectionEnd | undefined;
  /** Ends that have been told, or have said themselves, that it is over. */
  readonly gone = new Set<Side>();
  /** Nothing arrives earlier than what was sent before it. */
  readonly notBefore = { client: 0, server: 0 };
  /** Held up by a partition, in order. */
  readonly stalled: { readonly client: Parcel[]; readonly server: Parcel[] } = { client: [], server: [] };
  /** Sides to which nothing is brought any more. */
  readonly cut = new Set<Side>();
  /** Called with the next message that the client sends; a fault that waits for it. */
  lingering: (() => void) | undefined;

  constructor(
    readonly id: number,
    readonly kind: string,
    readonly ends: { readonly client: ConnectionEnd; readonly target: string; readonly serverHost: string },
  ) {}

  get isOver(): boolean {
    return this.gone.size === 2;
  }

  endOn(side: Side): ConnectionEnd | undefined {
    return side === 'client' ? this.ends.client : this.server;
  }

  /** Name of the machine on that side. */
  hostOn(side: Side): string {
    return side === 'client' ? this.ends.client.process.host.name : this.ends.serverHost;
  }
}

export type { Parcel };
