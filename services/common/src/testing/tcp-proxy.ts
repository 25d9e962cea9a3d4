import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { SystemClock } from '../actor/system-clock';
import { after } from '../kernel';
import type { MonotonicMs } from '../kernel';

/** Which way nothing passes a {@link TcpProxy}. */
export type BlackHole = 'none' | 'to-target' | 'from-target' | 'both';

const clock = new SystemClock();

/** A TCP proxy on the loopback that can be told to fail, for tests of the real world. */
export class TcpProxy {
  /** Added to each piece of data, each way. */
  latencyMs = 0;
  #blackHole: BlackHole = 'none';
  #refusing = false;
  readonly #pipes = new Set<Pipe>();

  private constructor(
    private readonly server: Server,
    private readonly target: { readonly host: string; readonly port: number },
  ) {
    server.on('connection', (socket) => {
      this.#accept(socket);
    });
  }

  /** Listens on a free port. */
  static async open(target: { readonly host: string; readonly port: number }): Promise<TcpProxy> {
    const server = createServer();
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(0, '127.0.0.1', resolve);
    });
    return new TcpProxy(server, target);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** `host:port` to connect to instead of the target. */
  get address(): string {
    return `127.0.0.1:${String(this.port)}`;
  }

  /** Data that goes that way is held back, as in a partition: connections stay open, and what is held arrives after {@link heal}. */
  blackHole(which: BlackHole): void {
    this.#blackHole = which;
    for (const pipe of this.#pipes) this.#hold(pipe);
  }

  /** Resets every connection; new ones are taken again. */
  reset(): void {
    for (const pipe of this.#pipes) pipe.reset();
    this.#pipes.clear();
  }

  /** Resets every connection, and every new one at once. */
  refuse(): void {
    this.#refusing = true;
    this.reset();
  }

  /** Everything passes again. */
  heal(): void {
    this.#refusing = false;
    this.blackHole('none');
  }

  async close(): Promise<void> {
    this.reset();
    await new Promise<void>((resolve) => {
      this.server.close(() => {
        resolve();
      });
    });
  }

  #accept(client: Socket): void {
    if (this.#refusing) {
      client.resetAndDestroy();
      return;
    }
    const pipe = new Pipe(client, connect(this.target), () => this.latencyMs);
    this.#pipes.add(pipe);
    client.once('close', () => this.#pipes.delete(pipe));
    this.#hold(pipe);
  }

  #hold(pipe: Pipe): void {
    pipe.hold('to-target', this.#blackHole === 'to-target' || this.#blackHole === 'both');
    pipe.hold('from-target', this.#blackHole === 'from-target' || this.#blackHole === 'both');
  }
}

/** One connection through the proxy. */
class Pipe {
  constructor(
    private readonly client: Socket,
    private readonly target: Socket,
    private readonly latencyMs: () => number,
  ) {
    for (const socket of [client, target]) {
      socket.setNoDelay(true);
      socket.on('error', () => {
        this.reset();
      });
    }
    this.#forward(client, target);
    this.#forward(target, client);
  }

  hold(way: 'to-target' | 'from-target', held: boolean): void {
    const source = way === 'to-target' ? this.client : this.target;
    if (held) source.pause();
    else source.resume();
  }

  reset(): void {
    for (const socket of [this.client, this.target]) {
      // A connection that is being shut down cannot be reset, and trying to would leave it open for ever.
      if (socket.writableEnded) socket.destroy();
      else socket.resetAndDestroy();
    }
  }

  #forward(from: Socket, to: Socket): void {
    let free = clock.now();
    const later = (write: () => void): void => {
      const latencyMs = this.latencyMs();
      if (latencyMs === 0 && free <= clock.now()) {
        write();
        return;
      }
      // Nothing overtakes what was sent before it.
      free = Math.max(free, after(clock.now(), latencyMs)) as MonotonicMs;
      clock.at(free, write);
    };
    from.on('data', (data) => {
      later(() => to.write(data));
    });
    from.on('end', () => {
      later(() => to.end());
    });
    // A socket that is held back would not notice by itself that the other side is gone.
    from.on('close', () => {
      later(() => to.destroy());
    });
  }
}
