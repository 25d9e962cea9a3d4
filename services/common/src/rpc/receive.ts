// eslint-disable-next-line no-restricted-imports -- waits for a turn of the event loop, not for time
import { setImmediate } from 'node:timers/promises';
import type { ClientDuplexStream, ClientReadableStream, ServerDuplexStream } from '@grpc/grpc-js';

/** What a server sends, as a loop. Leaving the loop cancels the call, which grpc-js on its own does not do. */
export async function* receive(
  call: ClientReadableStream<unknown> | ClientDuplexStream<unknown, unknown>,
): AsyncGenerator<unknown, void> {
  try {
    for await (const message of call) yield message;
  } finally {
    call.cancel();
  }
}

/** What a client sends, as a loop that may be left without destroying the half of the call that still answers.
 *  Throws when the client did not finish in good order: grpc-js ends the iteration alike for a half-close and for a broken connection. */
export async function* requestsOf(call: ServerDuplexStream<unknown, unknown>): AsyncGenerator<unknown, void> {
  for await (const message of call.iterator({ destroyOnReturn: false })) yield message;
  // A reset arrives as the end of the data first and as a cancellation in a later turn of the loop; a half-close is never followed by one.
  await setImmediate();
  if (call.cancelled) throw new Error('the peer cancelled or its connection broke');
}
