import { connectivityState, status } from '@grpc/grpc-js';
import type { Client } from '@grpc/grpc-js';
import { after } from '@parley/common/kernel';
import type { Clock } from '@parley/common/kernel';
import { Channels, endOf } from '@parley/common/rpc';

import { SESSION } from './played-session';

/** What grpc-js says before the cause of a connection that failed, and the stop after it. */
const NO_CONNECTION = /^No connection established\. Last error: (?:Error: )?|\.$/g;

/** How a stream ended on which nothing was said. */
interface End {
  readonly code: status;
  readonly message: string;
}

/**
 * Why rules cannot be tried at an address at all, in a sentence with the remedy: nobody answers there, or somebody who is no allocator. Undefined
 * when an allocator may be there, whatever it thinks of a stream that is opened and left without a word. Waits for at most `boundMs`.
 */
export async function unreachable(
  { target, boundMs }: { readonly target: string; readonly boundMs: number },
  clock: Clock,
): Promise<string | undefined> {
  const channels = new Channels();
  try {
    const client = channels.take(target);
    const end = await leaveAtOnce(client, boundMs, clock);
    const isConnected = client.getChannel().getConnectivityState(false) === connectivityState.READY;
    if (end?.code === status.UNIMPLEMENTED)
      return `whoever listens at ${target} is no allocator (${end.message}): give the address of one with --target`;
    if (isConnected) return undefined;
    const seen = end?.message.replace(NO_CONNECTION, '') ?? `no gRPC server within ${String(boundMs)} ms`;
    return `no allocator answers at ${target} (${seen}): start it first, and give the address where it listens with --target`;
  } finally {
    channels.release(target);
  }
}

/** Opens a stream and ends it; undefined when the other side has not done so in time. */
async function leaveAtOnce(client: Client, boundMs: number, clock: Clock): Promise<End | undefined> {
  return await new Promise((resolve) => {
    const call = client.makeBidiStreamRequest(SESSION.path, SESSION.requestSerialize, SESSION.responseDeserialize, {});
    const cancel = clock.at(after(clock.now(), boundMs), () => {
      resolve(undefined);
      call.cancel();
    });
    call.on('status', ({ code, details, metadata }) => {
      cancel();
      resolve({ code, message: endOf({ code, details, metadata }).message });
    });
    // The status says it all.
    call.on('error', () => undefined);
    call.on('data', () => undefined);
    call.end();
  });
}
