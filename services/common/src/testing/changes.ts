/** How long a test waits for something that should happen at once. */
const WAIT_MS = 5_000;

/** Lets a test wait for what real streams and processes bring about: whoever sees a change says so, whoever waits looks again. */
export class Changes {
  #waiting: (() => void)[] = [];

  happened(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }

  /** Resolves once `ready` holds, looking again after every change; rejects when it does not within five seconds. */
  async until(ready: () => boolean): Promise<void> {
    const signal = AbortSignal.timeout(WAIT_MS);
    while (!ready()) {
      await new Promise<void>((resolve, reject) => {
        const giveUp = (): void => {
          reject(new Error('what the test waits for did not happen in time'));
        };
        signal.addEventListener('abort', giveUp, { once: true });
        this.#waiting.push(() => {
          signal.removeEventListener('abort', giveUp);
          resolve();
        });
      });
    }
  }
}
