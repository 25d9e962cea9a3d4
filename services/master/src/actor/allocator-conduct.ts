import { after } from '@parley/common/kernel';
import type { MonotonicMs } from '@parley/common/kernel';

/** A session is cut that has more than this many proposals refused … */
const REFUSALS_MAX = 1_000;
/** … within this time, when they are more than half of all that it made. */
const REFUSALS_WITHIN_SECONDS = 10;
const SECOND_MS = 1_000;

/** Pauses before dialling again double from the first to the longest while nobody answers … */
const REDIAL_FIRST_MS = 250;
const REDIAL_MAX_MS = 10_000;
/** … and from these after sessions that were cut for what the allocator did. */
const PENANCE_FIRST_MS = 1_000;
const PENANCE_MAX_MS = 60_000;
/** A session that lasted so long makes up for what was before. */
const GOOD_CONDUCT_MS = 60_000;

interface Second {
  readonly number: number;
  proposals: number;
  refusals: number;
}

/** Counts what a session proposes and what of it is refused, second by second. */
export class ProposalCount {
  /** The last seconds in which anything was proposed. Bounded by {@link REFUSALS_WITHIN_SECONDS}. */
  #seconds: Second[] = [];

  /** Counts an answered proposal; true when refusals have become so many that the session is of no use. */
  answered(refused: boolean, now: MonotonicMs): boolean {
    const number = Math.floor(now / SECOND_MS);
    const second = this.#current(number);
    second.proposals += 1;
    if (!refused) return false;
    second.refusals += 1;
    let [proposals, refusals] = [0, 0];
    for (const each of this.#seconds) {
      proposals += each.proposals;
      refusals += each.refusals;
    }
    return refusals > REFUSALS_MAX && refusals * 2 > proposals;
  }

  #current(number: number): Second {
    const last = this.#seconds.at(-1);
    if (last?.number === number) return last;
    const made = { number, proposals: 0, refusals: 0 };
    this.#seconds = this.#seconds.filter((second) => second.number > number - REFUSALS_WITHIN_SECONDS);
    this.#seconds.push(made);
    return made;
  }
}

/** How long to wait before the allocator is dialled again: short while it is merely away, ever longer while its sessions have to be cut. */
export class RedialPause {
  #failures = 0;
  #offences = 0;
  #goodAt: MonotonicMs | undefined;

  /** Dials in a row that led to no session. */
  get failures(): number {
    return this.#failures;
  }

  /** A session began. */
  began(now: MonotonicMs): void {
    this.#failures = 0;
    this.#goodAt = after(now, GOOD_CONDUCT_MS);
  }

  /** A session, or an attempt at one, ended; returns the longest pause that is due, in milliseconds. */
  ended(how: 'lost' | 'cut', now: MonotonicMs): number {
    if (this.#goodAt !== undefined && now >= this.#goodAt) this.#offences = 0;
    this.#goodAt = undefined;
    if (how === 'cut') this.#offences += 1;
    const redialMs = doubled(REDIAL_FIRST_MS, this.#failures, REDIAL_MAX_MS);
    this.#failures += 1;
    if (this.#offences === 0) return redialMs;
    return Math.max(redialMs, doubled(PENANCE_FIRST_MS, this.#offences - 1, PENANCE_MAX_MS));
  }
}

function doubled(firstMs: number, times: number, maxMs: number): number {
  return Math.min(firstMs * 2 ** Math.min(times, 10), maxMs);
}
