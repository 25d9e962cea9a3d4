import { constants } from 'node:http2';
import type { ServerDuplexStream } from '@grpc/grpc-js';
import type { StreamEnd } from '../actor';
import { after } from '../kernel';
import type { Cancel, Clock } from '../kernel';
import { statusOf } from './stream-status';
import type { Sender } from './stream-table';

/** How long a peer may take to read what precedes the status of its stream, in milliseconds; then the stream is reset. */
export const END_MS = 5_000;

/** What the senders of one server share. */
export interface ServerSenders {
  readonly clock: Clock;
  /** Streams that were ended and whose peers have not read yet what precedes the status. */
  lingering: number;
}

/** The sending half of a server's call. A status waits until what was written before it is on its way, since grpc-js would drop both when it is given earlier;
 *  a peer that does not read is not waited for longer than {@link END_MS}. */
export function serverSender(call: ServerDuplexStream<unknown, object>, shared: ServerSenders): Sender {
  let unwritten = 0;
  let lingering: { readonly because: StreamEnd; readonly cancel: Cancel } | undefined;
  const finish = (because: StreamEnd): void => {
    if (because.kind === 'ended') call.end();
    else call.emit('error', statusOf(because));
  };
  const over = (): StreamEnd | undefined => {
    if (lingering === undefined) return undefined;
    const { because, cancel } = lingering;
    lingering = undefined;
    shared.lingering -= 1;
    cancel();
    return because;
  };
  const linger = (because: StreamEnd): void => {
    const cancel = shared.clock.at(after(shared.clock.now(), END_MS), () => {
      over();
      reset(call);
    });
    lingering = { because, cancel };
    shared.lingering += 1;
  };
  call.on('cancelled', over);
  return {
    write: (message) => {
      unwritten += 1;
      return call.write(message, () => {
        unwritten -= 1;
        if (unwritten > 0) return;
        const because = over();
        if (because !== undefined) finish(because);
      });
    },
    onDrain: (callback) => {
      call.on('drain', callback);
    },
    end: (because) => {
      if (unwritten === 0) finish(because);
      else if (lingering === undefined) linger(because);
    },
  };
}

/** Resets the HTTP/2 stream of a call. grpc-js can only give a status, which waits behind what the peer does not read; so the stream is taken from within the call. */
function reset(call: object): void {
  const stream = fieldOf(fieldOf(call, 'call'), 'stream');
  const close = fieldOf(stream, 'close');
  if (typeof close === 'function') Reflect.apply(close, stream, [constants.NGHTTP2_CANCEL]);
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
