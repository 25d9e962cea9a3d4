import { after } from '@parley/common/kernel';
import type { MonotonicMs } from '@parley/common/kernel';

/** A role that waits for so long starves, unless something else is configured; in milliseconds. */
export const STARVATION_AFTER_MS = 30_000;

/** A refusal counts as being served for at most this long, in milliseconds, however long the framework does not want to be asked again. */
const REFUSAL_COUNTS_MAX_MS = 120_000;

/** How a role that wants offers has fared. */
interface Wait {
  /** Since when the role waits: when it began to want offers, was offered something last, or the end of what it refused last. */
  since: MonotonicMs;
  /** How many offers were made to anybody until the wait began; more of them later went to others. */
  offersBefore: number;
  /** With a role that starved at the last check: since when it had waited. */
  starvingSince: MonotonicMs | undefined;
  /** The check that saw the role want offers last. */
  seen: number;
}

/** A role began to starve, or is served again or does not want offers any more. */
export interface StarvationChange {
  readonly change: 'begun' | 'ended';
  readonly role: string;
  /** For how long the role had waited, from the begin of its wait, in milliseconds. */
  readonly waitedMs: number;
}

/**
 * Finds the roles that want offers and got none for a while although others did. It looks at the roles at intervals and is told of offers
 * and refusals; deciding who is served next costs nothing more for it.
 */
export class StarvationDetector {
  readonly #afterMs: number;
  /** Bounded by the roles that want offers. */
  readonly #waits = new Map<string, Wait>();
  #offers = 0;
  #checks = 0;
  #starving = 0;

  /** `afterMs`: a role that waits for so long starves. */
  constructor(afterMs: number) {
    this.#afterMs = afterMs;
  }

  /** How many roles starved at the last check. */
  get starvingCount(): number {
    return this.#starving;
  }

  /** Something was offered to the role. */
  offered(role: string, now: MonotonicMs): void {
    this.#offers += 1;
    this.#waitFrom(role, now);
  }

  /** The role does not want something for so long: it is served as well as it wants to be. */
  refused(role: string, remainingMs: number, now: MonotonicMs): void {
    this.#waitFrom(role, after(now, Math.min(remainingMs, REFUSAL_COUNTS_MAX_MS)));
  }

  /** Looks at all roles that want offers now; returns which began to starve and which do not any more. */
  check(wanting: Iterable<string>, now: MonotonicMs): readonly StarvationChange[] {
    this.#checks += 1;
    const changes: StarvationChange[] = [];
    let waiting = 0;
    for (const role of wanting) {
      const wait = this.#waitOf(role, now);
      wait.seen = this.#checks;
      waiting += 1;
      const starves = now - wait.since >= this.#afterMs && this.#offers > wait.offersBefore;
      const change = turn({ role, wait, now }, starves ? wait.since : undefined);
      if (change !== undefined) changes.push(change);
    }
    if (waiting < this.#waits.size) this.#forgetUnseen(now, changes);
    for (const { change } of changes) this.#starving += change === 'begun' ? 1 : -1;
    return changes;
  }

  /** For how long the role has starved, in milliseconds from the begin of its wait; 0 when it does not. */
  starvingMs(role: string, now: MonotonicMs): number {
    const wait = this.#waits.get(role);
    return wait !== undefined && wait.starvingSince === wait.since ? now - wait.since : 0;
  }

  #forgetUnseen(now: MonotonicMs, changes: StarvationChange[]): void {
    for (const [role, wait] of this.#waits) {
      if (wait.seen === this.#checks) continue;
      this.#waits.delete(role);
      const change = turn({ role, wait, now }, undefined);
      if (change !== undefined) changes.push(change);
    }
  }

  #waitFrom(role: string, since: MonotonicMs): void {
    const wait = this.#waits.get(role);
    if (wait === undefined) return;
    if (since > wait.since) wait.since = since;
    wait.offersBefore = this.#offers;
  }

  #waitOf(role: string, now: MonotonicMs): Wait {
    const known = this.#waits.get(role);
    if (known !== undefined) return known;
    const made = { since: now, offersBefore: this.#offers, starvingSince: undefined, seen: this.#checks };
    this.#waits.set(role, made);
    return made;
  }
}

/** Notes whether the role starves now, and since when; returns the change when there is one. */
function turn(
  { role, wait, now }: { readonly role: string; readonly wait: Wait; readonly now: MonotonicMs },
  starvingSince: MonotonicMs | undefined,
): StarvationChange | undefined {
  const before = wait.starvingSince;
  wait.starvingSince = starvingSince;
  if ((before === undefined) === (starvingSince === undefined)) return undefined;
  const change = starvingSince === undefined ? 'ended' : 'begun';
  return { change, role, waitedMs: now - (starvingSince ?? before ?? now) };
}
