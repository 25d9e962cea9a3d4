import type { Cancel, Clock, MonotonicMs, WallMs } from '@parley/common/kernel';
import type { Chance } from './chance';
import type { Timeline } from './timeline';

/** Wall time at which simulated worlds begin: 1 January 2026. */
const WALL_START = 1_767_225_600_000;

/** The wall time of a world whose clocks nobody has stepped. */
export function wallOf(timeline: Timeline): WallMs {
  return (WALL_START + timeline.now) as WallMs;
}

/** A machine: what its processes share and what survives them. */
export class SimulatedHost {
  /** Added to the wall clock of the whole machine; stepped by faults. */
  wallOffsetMs = 0;

  constructor(
    readonly name: string,
    readonly timeline: Timeline,
  ) {}
}

interface Held {
  readonly kind: 'timer' | 'message';
  readonly run: () => void;
}

/**
 * One run of a program: everything that happens inside it goes through {@link run}, so that it can be stopped in mid-air or ended at once.
 * While it is paused, inputs and timers wait; when it goes on, they come all at once, as they do after SIGCONT.
 */
export class SimulatedProcess {
  readonly clock: Clock;
  readonly #monotonicOffset: number;
  #held: Held[] | undefined;
  #alive = true;
  #happenings = 0;
  readonly #whenDead: (() => void)[] = [];

  constructor(
    readonly host: SimulatedHost,
    readonly name: string,
    chance: Chance,
  ) {
    const { timeline } = host;
    // Monotonic clocks of two processes have nothing to do with each other.
    this.#monotonicOffset = chance.between(1, 1_000_000);
    this.clock = {
      now: () => (timeline.now + this.#monotonicOffset) as MonotonicMs,
      wall: () => (WALL_START + timeline.now + host.wallOffsetMs) as WallMs,
      at: (when, callback) => this.#at(when, callback),
      soon: (callback) => {
        timeline.at(timeline.now, () => {
          this.run('message', callback);
        });
      },
    };
  }

  get alive(): boolean {
    return this.#alive;
  }

  get paused(): boolean {
    return this.#held !== undefined;
  }

  /** How much happened inside the process so far: while this stands still, nothing in it changes. */
  get happenings(): number {
    return this.#happenings;
  }

  /** How much waits for the process to go on. */
  get heldCount(): number {
    return this.#held?.length ?? 0;
  }

  /** Lets something happen inside the process: now, when it goes on, or never if it is dead. */
  run(kind: Held['kind'], happening: () => void): void {
    if (!this.#alive) return;
    if (this.#held !== undefined) {
      this.#held.push({ kind, run: happening });
      return;
    }
    this.#happenings += 1;
    happening();
  }

  /** Called when the process dies, in the order of registration. */
  whenDead(callback: () => void): void {
    this.#whenDead.push(callback);
  }

  pause(): void {
    if (this.#alive) this.#held ??= [];
  }

  /**
   * Goes on. `timersLast`: what came from outside is taken, and worked on, before the timers that are overdue. That is what happens to a process that was
   * stopped while it waited for messages, and it catches those who trust timers.
   */
  resume(timersLast: boolean): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const { kind, run } of held) {
      if (timersLast && kind === 'timer') this.#afterWhatIsQueued(kind, run);
      else this.run(kind, run);
    }
  }

  /** Ends the process: nothing happens inside it any more. */
  kill(): void {
    if (!this.#alive) return;
    this.#alive = false;
    this.#held = undefined;
    for (const callback of this.#whenDead) callback();
  }

  /** Later in this instant, when the messages have been taken and the work they brought is done. */
  #afterWhatIsQueued(kind: Held['kind'], run: () => void): void {
    const { timeline } = this.host;
    timeline.at(timeline.now, () => {
      timeline.at(timeline.now, () => {
        this.run(kind, run);
      });
    });
  }

  #at(when: MonotonicMs, callback: () => void): Cancel {
    let cancelled = false;
    const cancel = this.host.timeline.at(when - this.#monotonicOffset, () => {
      this.run('timer', () => {
        if (!cancelled) callback();
      });
    });
    return () => {
      cancelled = true;
      cancel();
    };
  }
}
