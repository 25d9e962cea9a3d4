import type { MonotonicMs } from '@parley/common/kernel';
import { after } from '@parley/common/kernel';
import type { MasterSettings } from '../settings';

/** Keeps a bad network from emptying the cluster: at most a share of the agents, but always one, is marked unreachable in a window (mesos-semantics §8.1). */
export class RemovalRate {
  readonly #settings: MasterSettings;
  /** Instants of the marks within the window; bounded by the share of the agents. */
  #marks: MonotonicMs[] = [];

  constructor(settings: MasterSettings) {
    this.#settings = settings;
  }

  /** Why no further agent may be marked now; undefined when one may, which then counts. */
  take(agents: number, now: MonotonicMs): 'paused' | 'rate' | undefined {
    if (this.#settings.removalsPaused) return 'paused';
    this.#marks = this.#marks.filter((at) => after(at, this.#settings.removalWindowMs) > now);
    const most = Math.max(1, Math.floor(agents * this.#settings.removalShare));
    if (this.#marks.length >= most) return 'rate';
    this.#marks.push(now);
    return undefined;
  }
}
