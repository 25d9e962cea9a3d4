import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { ROOT, until } from '../../deploy/local/processes.cjs';
import { PYTHON } from './python-scheduler';

/** The allocator, which docs/allocator-contract.md shows as an example of a simple one. */
export const PYTHON_ALLOCATOR = join(ROOT, 'test', 'python', 'priority_allocator.py');

/** It imports the stubs of the whole contract first. */
const START_MS = 20_000;
const LISTENING = /listening on port (\d+)/;

/** The allocator as a process; `address` may name port 0. Nothing of it outlives the test that disposes of it. */
export class PythonAllocator implements AsyncDisposable {
  /** Everything it said. */
  output = '';
  readonly #process: ChildProcess;
  readonly #ended: Promise<void>;

  constructor(stubs: string, address = '127.0.0.1:0', priorities: readonly string[] = []) {
    const env = { ...process.env, PYTHONPATH: stubs, PYTHONDONTWRITEBYTECODE: '1' };
    this.#process = spawn(PYTHON.python, [PYTHON_ALLOCATOR, address, ...priorities], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#process.stdout, this.#process.stderr])
      stream?.on('data', (data: Buffer) => (this.output += data.toString()));
    this.#ended = new Promise((resolve) => this.#process.once('close', () => resolve()));
  }

  /** Where it listens; rejects with what it said when it does not come up. */
  async address(): Promise<string> {
    if (await until(() => LISTENING.test(this.output), START_MS))
      return `127.0.0.1:${LISTENING.exec(this.output)?.[1] ?? ''}`;
    throw new Error(`the allocator did not come up: ${this.output}`);
  }

  /** `kill -9`; done when it is gone. */
  async kill(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.#ended;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill();
  }
}
