import type { Epoch, LinkNumber, MonotonicMs, StreamId } from '../kernel';
import type { Batch } from '../contract';

/** Why a stream ended. On a server the kind becomes the status that the peer sees. */
export interface StreamEnd {
  readonly kind:
    | 'ended' // the peer, or we, finished in good order
    | 'lost' // the connection broke or the peer vanished
    | 'malformed' // the peer sent what cannot be decoded or comes out of order
    | 'too-slow' // the peer reads too slowly and was cut off
    | 'superseded' // a newer stream of the same peer took over
    | 'refused' // the call is not allowed in this state (wrong epoch, unknown id, not leading)
    | 'overloaded' // a limit was reached; try again later
    | 'shutting-down';
  /** A plain sentence without a final period; for `malformed` and `refused` it says what and what to do. */
  readonly message: string;
  /** The stable name of what went wrong, where it says more than the kind: then the status names it to the peer instead. */
  readonly reason?: string;
}

/** What a stream tells its core. */
export type StreamEvent<In> =
  | { readonly event: 'opened'; readonly stream: StreamId }
  | { readonly event: 'message'; readonly stream: StreamId; readonly message: In }
  | { readonly event: 'closed'; readonly stream: StreamId; readonly end: StreamEnd };

/** The streams of one kind that a service holds, inbound or outbound. A port: grpc-js in production, a simulated network in simulation.
 *  Items are queued, bounded per stream (a peer that falls behind is cut off: `closed` with kind `too-slow`), and framed into messages at {@link flush}. */
export interface Streams<Out> {
  /** Queues one item; a stream that is gone takes it silently, since `closed` is on its way. */
  send(stream: StreamId, item: Out): void;
  /** Sends what is queued, then ends the stream. No `closed` event follows for a stream that was ended from here. */
  end(stream: StreamId, because: StreamEnd): void;
  /** Writes what is queued to every stream that can take it. Called after each slice. */
  flush(): void;
  /** Bytes queued for a peer that were not handed to its connection yet; 0 for a stream that is gone. Who makes long streams waits while this is high. */
  backlog(stream: StreamId): number;
}

/** Streams that this service opens. */
export interface DialedStreams<Out> extends Streams<Out> {
  /** Opens a stream under an id that the caller never used before; failure arrives as `closed`. */
  dial(stream: StreamId, target: string, link: LinkNumber): void;
}

/** Events of an internal link, whose messages are batches. */
export type LinkEvent<In> = StreamEvent<Batch<In>>;

/** Where streams deliver what they hear. */
export interface StreamSink<In> {
  deliver(event: StreamEvent<In>): void;
  /** Resolves when another message may be delivered; readers await it, which pauses the peer. */
  room(): Promise<void>;
}

/** What streams ask of the service they belong to. */
export interface StreamContext {
  /** Stamped on every outgoing batch. */
  epoch(): Epoch;
  /** Checked when a batch is handed to write(): false drops what was queued (a lease that no longer holds). */
  mayWrite(now: MonotonicMs): boolean;
}

/** Makes the streams of one kind and starts delivering to `sink`; compose functions take one per kind as a port. */
export type StreamsFactory<Out, In> = (sink: StreamSink<In>, context: StreamContext) => Streams<Out>;
/** The same for streams that the service opens itself. */
export type DialedStreamsFactory<Out, In> = (sink: StreamSink<In>, context: StreamContext) => DialedStreams<Out>;
