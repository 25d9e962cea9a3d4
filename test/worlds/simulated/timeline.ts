import { Agenda } from '@parley/common/kernel';
import type { Cancel, MonotonicMs } from '@parley/common/kernel';

interface Entry {
  readonly run: () => void;
}

/** The one queue of a simulated world, ordered by time and then by the order of arrangement. Time passes only in {@link step}. In whole milliseconds. */
export class Timeline {
  readonly #agenda = new Agenda<Entry>();
  #now = 0;

  /** Milliseconds since the world began. */
  get now(): number {
    return this.#now;
  }

  /** Arranges that `run` is called at `when`, or now if that has passed. */
  at(when: number, run: () => void): Cancel {
    const entry = { run };
    this.#agenda.set(entry, Math.max(Math.ceil(when), this.#now) as MonotonicMs);
    return () => {
      this.#agenda.cancel(entry);
    };
  }

  /** The same, `delayMs` from now. */
  in(delayMs: number, run: () => void): Cancel {
    return this.at(this.#now + delayMs, run);
  }

  /** Runs the next entry that is due by `until`; false when there is none, and then it is `until`. */
  step(until: number): boolean {
    const next = this.#agenda.next;
    if (next === undefined || next > until) {
      this.#now = Math.max(this.#now, until);
      return false;
    }
    this.#now = next;
    this.#agenda.takeDue(next)?.run();
    return true;
  }
}
