import { NO_OFFER_REASONS } from '@parley/common/contract';
import type { NoOfferReason } from '@parley/common/contract';
import type { MonotonicMs } from '@parley/common/kernel';

import type { AllocatorEvent } from '../domain/events';
import type { Mirror } from '../domain/mirror';
import { StarvationDetector } from '../domain/starvation';

/** Keeps an eye on one session, at intervals: who starves, and which reasons were met how often. Decisions cost nothing more for it. */
export class Watch {
  readonly starvation: StarvationDetector;
  readonly #mirror: Mirror;
  /** How often each reason had been met when that was told last, in the order of {@link NO_OFFER_REASONS}. */
  readonly #told = NO_OFFER_REASONS.map(() => 0);
  #lastAt: MonotonicMs | undefined;

  constructor(mirror: Mirror, starvationAfterMs: number) {
    this.#mirror = mirror;
    this.starvation = new StarvationDetector(starvationAfterMs);
  }

  /** Looks at everything once; returns what is worth telling. */
  look(counts: readonly number[], now: MonotonicMs): readonly AllocatorEvent[] {
    this.#lastAt = now;
    return [...this.#reasonsMet(counts), ...this.#starvation(this.#wantingRoles(), now)];
  }

  /** The session ends, and nobody starves in it any more. */
  end(): readonly AllocatorEvent[] {
    return this.#lastAt === undefined ? [] : this.#starvation([], this.#lastAt);
  }

  *#wantingRoles(): Iterable<string> {
    for (const entrant of this.#mirror.competition.entrants()) if (entrant.own.wanting.size > 0) yield entrant.role;
  }

  #starvation(wanting: Iterable<string>, now: MonotonicMs): readonly AllocatorEvent[] {
    const changes = this.starvation.check(wanting, now);
    const starving = this.starvation.starvingCount;
    return changes.map((change) => ({ event: 'starvation-changed', ...change, starving }));
  }

  #reasonsMet(counts: readonly number[]): readonly AllocatorEvent[] {
    const met = new Map<NoOfferReason, number>();
    for (const [index, reason] of NO_OFFER_REASONS.entries()) {
      const count = counts[index] ?? 0;
      const more = count - (this.#told[index] ?? 0);
      if (more > 0) met.set(reason, more);
      this.#told[index] = count;
    }
    return met.size === 0 ? [] : [{ event: 'reasons-met', counts: met }];
  }
}
