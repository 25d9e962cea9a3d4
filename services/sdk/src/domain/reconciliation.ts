import { after } from '@parley/common/kernel';
import type { Moment, MonotonicMs, TaskId } from '@parley/common/kernel';
import { jittered } from './pace';
import type { Pace } from './pace';

/** First pause after a question that could not be put at all (no leader); doubles up to the pace's first interval. */
const REFUSED_FIRST_MS = 250;

/**
 * Which tasks the master is to be asked about, and when. A task stays on the list until any word about it was heard after it was put
 * there; intervals double while nobody answers (mesos-semantics §2.8).
 */
export class Reconciliation {
  readonly #pace: Pace;
  /** Bounded by the tasks that are launched. */
  readonly #unanswered = new Set<TaskId>();
  #askAt: MonotonicMs | undefined;
  #rounds = 0;

  constructor(pace: Pace) {
    this.#pace = pace;
  }

  /** When {@link due} wants to be called; undefined while there is nothing to ask. */
  get wakeAt(): MonotonicMs | undefined {
    return this.#askAt;
  }

  /** Puts a task on the list, to be asked about at once. */
  doubt(taskId: TaskId, now: MonotonicMs): void {
    this.#unanswered.add(taskId);
    this.#rounds = 0;
    if (this.#askAt === undefined || this.#askAt > now) this.#askAt = now;
  }

  /** Something was heard of a task, or it is nobody's any more. */
  answered(taskId: TaskId): void {
    if (this.#unanswered.delete(taskId) && this.#unanswered.size === 0) this.#askAt = undefined;
  }

  /** The questions to put now. */
  due(at: Moment): readonly TaskId[] {
    if (this.#askAt === undefined || at.now < this.#askAt) return [];
    const longest = Math.min(this.#pace.reconcileFirstMs * 2 ** Math.min(this.#rounds, 20), this.#pace.reconcileMaxMs);
    this.#rounds += 1;
    this.#askAt = after(at.now, longest * (0.75 + at.chance / 4));
    return [...this.#unanswered];
  }

  /** The questions were not put: nobody could take them. They are put again soon. */
  refused(at: Moment): void {
    if (this.#unanswered.size === 0) return;
    const bounds = { firstMs: REFUSED_FIRST_MS * 2, maxMs: this.#pace.reconcileFirstMs };
    this.#askAt = after(at.now, REFUSED_FIRST_MS / 2 + jittered(bounds, this.#rounds, at.chance));
  }
}
