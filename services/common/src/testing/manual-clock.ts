import { Agenda, after } from '../kernel';
import type { Cancel, Clock, MonotonicMs, WallMs } from '../kernel';

/** Wall time at which simulated and manual clocks begin: 1 January 2026. */
export const WALL_START = 1_767_225_600_000;

/** A clock that stands still until it is advanced, for tests of one service: callbacks run in order of time, then of arrangement. */
export class ManualClock implements Clock {
  #now = 0 as MonotonicMs;
  readonly #agenda = new Agenda<() => void>();

  now(): MonotonicMs {
    return this.#now;
  }

  wall(): WallMs {
    return (WALL_START + this.#now) as WallMs;
  }

  at(when: MonotonicMs, callback: () => void): Cancel {
    const entry = (): void => {
      callback();
    };
    this.#agenda.set(entry, when);
    return () => {
      this.#agenda.cancel(entry);
    };
  }

  soon(callback: () => void): void {
    this.at(this.#now, callback);
  }

  /** Runs everything that is due within `durationMs`, including what that arranges; then stands at the end of it. */
  advance(durationMs: number): void {
    const until = after(this.#now, durationMs);
    for (let at = this.#agenda.next; at !== undefined && at <= until; at = this.#agenda.next) {
      this.#now = Math.max(at, this.#now) as MonotonicMs;
      this.#agenda.takeDue(this.#now)?.();
    }
    this.#now = until;
  }
}
