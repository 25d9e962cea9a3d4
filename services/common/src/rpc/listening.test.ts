import { SystemClock } from '../actor';
import { cannotListen } from './listening';
import { GrpcServer } from './server';

test('given a port that is taken, when a server is to listen on it, then one sentence says so', async () => {
  const clock = new SystemClock();
  const first = new GrpcServer();
  const address = `127.0.0.1:${String(await first.listen('127.0.0.1:0'))}`;
  try {
    await expect(new GrpcServer().listen(address)).rejects.toThrow(
      `cannot listen on ${address}: the address is in use by another process. Free the port or choose another listen address.`,
    );
  } finally {
    await first.close(clock, 100);
  }
});

test('given an address of another machine, when a server is to listen on it, then the sentence says that', async () => {
  await expect(new GrpcServer().listen('192.0.2.1:0')).rejects.toThrow(
    'cannot listen on 192.0.2.1:0: this machine has no such address. Choose a listen address of this machine.',
  );
});

test('given an error without a sentence of ours, when it is told, then its own text is', () => {
  expect(cannotListen('[::1]:1', new Error('odd')).message).toBe(
    'cannot listen on [::1]:1: odd. Free the port or choose another listen address.',
  );
});
