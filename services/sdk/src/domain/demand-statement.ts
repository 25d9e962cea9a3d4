import { after } from '@parley/common/kernel';
import type { Moment, MonotonicMs } from '@parley/common/kernel';
import type { Pace } from './pace';
import type { WaitingShapes } from './waiting-shapes';

/** Keeps what the master was told of the waiting tasks true with as few calls as possible: more is told soon, less at leisure. */
export class DemandStatement {
  readonly #pace: Pace;
  /** The version that was told last; undefined when it is not known what the master has. */
  #told: number | undefined;
  #toldAt: MonotonicMs | undefined;
  /** Set after a statement that was not heard. */
  #notBefore: MonotonicMs | undefined;
  #wakeAt: MonotonicMs | undefined;

  constructor(pace: Pace) {
    this.#pace = pace;
  }

  /** When {@link settle} wants to be called again. */
  get wakeAt(): MonotonicMs | undefined {
    return this.#wakeAt;
  }

  /** SUBSCRIBE told that version. */
  subscribed(version: number): void {
    this.#told = version;
    this.#wakeAt = undefined;
  }

  /** What was told last may not have been heard. */
  unheard(at: Moment): void {
    this.#told = undefined;
    this.#notBefore = after(at.now, this.#pace.reviveEveryMs * (1 + 4 * at.chance));
  }

  /** Whether to tell the master now; from then on that version counts as told. Only to be called in a session. */
  settle({ version, grown }: Pick<WaitingShapes, 'version' | 'grown'>, now: MonotonicMs): boolean {
    this.#wakeAt = undefined;
    if (this.#told === version) return false;
    const isMore = this.#told === undefined || grown > this.#told;
    const tellAt = this.#notBefore ?? this.#pause(isMore ? this.#pace.requestEveryMs : this.#pace.requestLessEveryMs);
    if (tellAt !== undefined && now < tellAt) {
      this.#wakeAt = tellAt;
      return false;
    }
    this.#told = version;
    this.#toldAt = now;
    this.#notBefore = undefined;
    return true;
  }

  #pause(lengthMs: number): MonotonicMs | undefined {
    return this.#toldAt === undefined ? undefined : after(this.#toldAt, lengthMs);
  }
}
