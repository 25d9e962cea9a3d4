import type { ClientDuplexStream, ClientReadableStream, ServerDuplexStream } from '@grpc/grpc-js';

/** What a server sends, as a loop. Leaving the loop cancels the call, which grpc-js on its own does not do. */
export async function* receive(call: ClientReadableStream<unknown> | ClientDuplexStream<unknown, unknown>): AsyncGenerator<unknown, void> {
  try {
    for await (const message of call) yield message;
  } finally {
    call.cancel();
  }
}

/** What a client sends, as a loop that may be left without destroying the half of the call that still answers. */
export function requestsOf(call: ServerDuplexStream<unknown, unknown>): AsyncIterable<unknown> {
  return call.iterator({ destroyOnReturn: false });
}
