import { after } from '@parley/common/kernel';
import type { MonotonicMs } from '@parley/common/kernel';

/** So many units of the look's effort make one millisecond on a busy machine; more on a quick one. */
const EFFORT_PER_MS = 4_000;

/** After a pass, so many times as long as it worked goes by until the next: passes take at most about a twentieth of the time. */
const REST_PER_WORK = 20;

/**
 * When the safety pass over all agents, which finds nothing as long as everything is right, may begin: not before the last one has ended, and
 * the later the more work that was.
 */
export class SafetyPass {
  /** The effort before the pass that is under way; undefined while none is. */
  #from: number | undefined;
  #notBefore: MonotonicMs | undefined;

  /** Begins a pass unless it is too early; `effort` so far. Returns whether it did. */
  begin(effort: number, now: MonotonicMs): boolean {
    if (this.#from !== undefined || (this.#notBefore !== undefined && now < this.#notBefore)) return false;
    this.#from = effort;
    return true;
  }

  /** To be called whenever no agent waits for a look any more; `effort` so far. What else was looked at during the pass counts as well. */
  idle(effort: number, now: MonotonicMs): void {
    if (this.#from === undefined) return;
    this.#notBefore = after(now, (REST_PER_WORK * (effort - this.#from)) / EFFORT_PER_MS);
    this.#from = undefined;
  }
}
