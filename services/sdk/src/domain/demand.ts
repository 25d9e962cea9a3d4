import { after } from '@parley/common/kernel';
import type { Moment, MonotonicMs } from '@parley/common/kernel';
import type { Pace } from './pace';

/** What the master is to be told about the framework's appetite. */
export type DemandAction = 'revive' | 'suppress' | 'none';

/**
 * Keeps the master's picture of the framework's appetite true with as few calls as possible: suppress after a while without wanted
 * tasks, revive when tasks are wanted that earlier refusals might keep offers from. Revives are spaced out, since each makes the
 * allocator forget refusals.
 */
export class Demand {
  readonly #pace: Pace;
  #suppressed = true;
  /** Whether resources were refused since the last revive, so that a filter may stand in the way. */
  #refused = false;
  /** Whether something is wanted that was not wanted when resources were last refused. */
  #fresh = false;
  #idleSince: MonotonicMs | undefined;
  #reviveNotBefore: MonotonicMs | undefined;
  #wakeAt: MonotonicMs | undefined;

  constructor(pace: Pace) {
    this.#pace = pace;
  }

  /** When {@link settle} wants to be called again. */
  get wakeAt(): MonotonicMs | undefined {
    return this.#wakeAt;
  }

  /** A session began in which SUBSCRIBE said whether offers are wanted; earlier refusals may still hold. */
  subscribed(suppressed: boolean): void {
    this.#suppressed = suppressed;
    this.#fresh = true;
    this.#wakeAt = undefined;
  }

  wanted(): void {
    this.#fresh = true;
  }

  refused(): void {
    this.#refused = true;
  }

  /** A revive or suppress may not have been heard: it is said again if it is still true. */
  unheard(action: 'revive' | 'suppress', at: Moment): void {
    this.#suppressed = action === 'revive';
    if (action === 'revive') this.#reviveNotBefore = after(at.now, this.#pace.reviveEveryMs * (1 + 4 * at.chance));
  }

  /** What to tell the master now, given how many tasks wait for an offer. Only to be called in a session. */
  settle(pendingCount: number, now: MonotonicMs): DemandAction {
    this.#wakeAt = undefined;
    return pendingCount > 0 ? this.#settleHungry(now) : this.#settleIdle(now);
  }

  #settleHungry(now: MonotonicMs): DemandAction {
    this.#idleSince = undefined;
    if (!this.#suppressed && !(this.#fresh && this.#refused)) return 'none';
    if (this.#reviveNotBefore !== undefined && now < this.#reviveNotBefore) {
      this.#wakeAt = this.#reviveNotBefore;
      return 'none';
    }
    this.#suppressed = false;
    this.#refused = false;
    this.#fresh = false;
    this.#reviveNotBefore = after(now, this.#pace.reviveEveryMs);
    return 'revive';
  }

  #settleIdle(now: MonotonicMs): DemandAction {
    this.#fresh = false;
    if (this.#suppressed) return 'none';
    this.#idleSince ??= now;
    const suppressAt = after(this.#idleSince, this.#pace.suppressAfterMs);
    if (now < suppressAt) {
      this.#wakeAt = suppressAt;
      return 'none';
    }
    this.#suppressed = true;
    this.#idleSince = undefined;
    return 'suppress';
  }
}
