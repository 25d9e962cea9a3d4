import { after } from '@parley/common/kernel';
import type { Clock, MonotonicMs } from '@parley/common/kernel';

/** The one way in which the kit waits: for a condition, which is looked at again whenever something was heard or the time for it has come. */
export class Hearing {
  readonly #clock: Clock;
  readonly #waiting = new Set<() => void>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** To be called when something was heard. */
  wake(): void {
    for (const look of [...this.#waiting]) look();
  }

  /** Whether `condition` came true within `deadlineMs`. `again` says when it is worth another look although nothing is heard. */
  async until(condition: () => boolean, deadlineMs: number, again?: () => MonotonicMs): Promise<boolean> {
    if (condition()) return true;
    const deadline = after(this.#clock.now(), deadlineMs);
    return await new Promise((resolve) => {
      let cancel = (): void => undefined;
      const finish = (met: boolean): void => {
        cancel();
        this.#waiting.delete(look);
        resolve(met);
      };
      const arrange = (): void => {
        cancel();
        const next = again?.() ?? deadline;
        cancel = this.#clock.at(next < deadline ? next : deadline, look);
      };
      const look = (): void => {
        if (condition()) finish(true);
        else if (this.#clock.now() >= deadline) finish(false);
        else arrange();
      };
      this.#waiting.add(look);
      arrange();
    });
  }
}
