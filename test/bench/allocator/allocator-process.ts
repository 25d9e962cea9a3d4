import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** From dist/bench/allocator to the root of the repository. */
const ROOT = join(__dirname, '..', '..', '..', '..');
const LISTENING = /"port":(\d+),"message":"listening"/;

/** The allocator as it runs in production, on a free loopback port. */
export class AllocatorProcess {
  readonly address: string;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.address = `127.0.0.1:${String(port)}`;
  }

  /** Starts the process and waits until it listens. */
  static async start(flags: readonly string[] = []): Promise<AllocatorProcess> {
    const program = join(ROOT, 'services', 'allocator', 'dist', 'main.js');
    const args = [program, '--listen=127.0.0.1:0', '--log-level=info', ...flags];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    process.once('exit', () => child.kill());
    const port = await new Promise<number>((resolve, reject) => {
      let said = '';
      child.stdout.on('data', (chunk: Buffer) => {
        const found = LISTENING.exec((said += chunk.toString()));
        if (found !== null) resolve(Number(found[1]));
      });
      child.once('exit', () => reject(new Error(`the allocator ended: ${said}`)));
    });
    child.stdout.removeAllListeners('data');
    child.stdout.resume();
    return new AllocatorProcess(child, port);
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  async stop(): Promise<void> {
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    await ended;
  }
}
