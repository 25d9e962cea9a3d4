import { Scheduler } from '@parley/sdk';

/** Tasks that it wants to run at one time. */
const AT_ONCE = 2;

/**
 * A framework that behaves well: as soon as one of its tasks has ended, it runs the next. It has a role of its own, since within one
 * role whoever comes fresh, as every attacker does, is served before whoever was served before.
 */
export class SteadyFramework implements AsyncDisposable {
  /** Tasks that finished. */
  finished = 0;
  /** The longest time between two of them, in milliseconds. */
  longestPauseMs = 0;
  /** Whatever happened that should not: tasks that ended otherwise, and disconnects. */
  readonly troubles: string[] = [];
  readonly #scheduler: Scheduler;
  #latest: string | undefined;
  #finishedAt = performance.now();
  #stopping = false;
  readonly #runs: Promise<void>[] = [];

  constructor(gateway: string) {
    this.#scheduler = new Scheduler(
      { gateways: [gateway], name: 'steady', roles: ['steady'], failoverTimeoutMs: 60_000 },
      {
        disconnected: (because) => this.troubles.push(`disconnected: ${because}`),
        troubled: (error) => this.troubles.push(String(error)),
      },
    );
    for (let count = 0; count < AT_ONCE; count += 1) this.#runs.push(this.#keepRunning());
  }

  /** Its id, and a task that ended not long ago; undefined before the first. */
  get victim(): { readonly frameworkId: string; readonly taskId: string } | undefined {
    const frameworkId = this.#scheduler.frameworkId;
    const taskId = this.#latest;
    return frameworkId === undefined || taskId === undefined ? undefined : { frameworkId, taskId };
  }

  /** Lets its tasks end, and leaves. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await Promise.all(this.#runs);
    await this.#scheduler.stop({ teardown: true });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopping = true;
    await this.#scheduler.stop();
  }

  async #keepRunning(): Promise<void> {
    while (!this.#stopping) {
      const task = this.#scheduler.run({ name: 'steady', resources: 'cpus:0.1;mem:16', command: 'echo steady' });
      const end = await task.ended;
      this.#latest = end.taskId;
      if (end.state === 'finished') this.#count();
      else this.troubles.push(`a task ended as ${end.state}: ${end.message}`);
    }
  }

  #count(): void {
    const now = performance.now();
    this.longestPauseMs = Math.max(this.longestPauseMs, now - this.#finishedAt);
    this.#finishedAt = now;
    this.finished += 1;
  }
}
