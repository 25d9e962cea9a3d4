import { createServer } from 'node:net';

/** A listening address could not be used: a sentence with the remedy. */
export class CannotListen extends Error {
  override readonly name = 'CannotListen';
}

/** The errors of the operating system that have a better sentence than their own. */
const CAUSES: ReadonlyMap<string, string> = new Map([
  ['EADDRINUSE', 'the address is in use by another process. Free the port or choose another listen address.'],
  ['EACCES', 'the port is reserved for privileged processes. Choose a port from 1024 as listen address.'],
  ['EADDRNOTAVAIL', 'this machine has no such address. Choose a listen address of this machine.'],
  ['ENOTFOUND', 'the host name is not known. Choose a listen address of this machine.'],
]);

/** What is told when `address` cannot be listened on because of `error`. */
export function cannotListen(address: string, error: Error): CannotListen {
  const code = 'code' in error ? String(error.code) : '';
  const cause = CAUSES.get(code) ?? `${error.message}. Free the port or choose another listen address.`;
  return new CannotListen(`cannot listen on ${address}: ${cause}`);
}

/** Listens on `host:port` for a moment: grpc-js writes lines of its own to stderr when it cannot, and drops the cause. Rejects with CannotListen. */
export async function tryListening(address: string): Promise<void> {
  const colon = address.lastIndexOf(':');
  const host = address.slice(0, colon).replace(/^\[|\]$/g, '');
  const port = Number(address.slice(colon + 1));
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => {
      reject(cannotListen(address, error));
    });
    probe.listen({ host, port }, () => {
      probe.close(() => {
        resolve();
      });
    });
  });
}
