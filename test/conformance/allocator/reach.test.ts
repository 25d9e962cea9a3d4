import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { SystemClock } from '@parley/common/actor';
import { GrpcServer } from '@parley/common/rpc';

import { unreachable } from './reach';
import { TamperedAllocator } from './tampering/tampered-allocator';

const clock = new SystemClock();

/** Something that takes connections and answers with bytes that are no gRPC, or with nothing. */
async function withSpeaker<Result>(says: string, use: (target: string) => Promise<Result>): Promise<Result> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    if (says !== '') socket.end(says);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await use(`127.0.0.1:${String((server.address() as AddressInfo).port)}`);
  } finally {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  }
}

test('given an allocator, when it is looked for, then nothing stands in the way', async () => {
  await using allocator = new TamperedAllocator({ name: 'is whole', breaks: [], make: () => ({}) });

  expect(await unreachable({ target: await allocator.listen(), boundMs: 10_000 }, clock)).toBeUndefined();
});

test('given a gRPC server without the service, when an allocator is looked for, then it is called no allocator', async () => {
  const server = new GrpcServer();
  const target = `127.0.0.1:${String(await server.listen('127.0.0.1:0'))}`;
  const obstacle = await unreachable({ target, boundMs: 10_000 }, clock);
  await server.close(clock, 0);

  expect(obstacle).toMatch(
    new RegExp(`^whoever listens at ${target} is no allocator \\(.+\\): give the address of one with --target$`),
  );
});

test.each([
  ['a web server', 'HTTP/1.1 400 Bad Request\r\n\r\n', 10_000],
  ['a server that says nothing', '', 200],
])('given %s, when an allocator is looked for, then the remedy is told', async (_what, says, boundMs) => {
  const obstacle = await withSpeaker(says, (target) => unreachable({ target, boundMs }, clock));

  expect(obstacle).toMatch(
    /^no allocator answers at 127\.0\.0\.1:\d+ \(.+\): start it first, and give the address where it listens with --target$/,
  );
});
