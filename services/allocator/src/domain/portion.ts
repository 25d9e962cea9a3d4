import type { Quantities } from '@parley/common/quantities';
import { NO_RESOURCES } from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';

import type { Amounts } from './amounts';
import type { SharedAmounts } from './shared-amounts';

/** A part of what is free on an agent, while it is being worked out. One is used again and again, so that judging makes no garbage. */
export class Portion {
  /** Plain scalars; never below zero. */
  readonly plain: number[] = [];
  /** All scalars by name. The same array as {@link plain} where the rest has no scalars. */
  weighed: number[] = this.plain;
  rest: Resources = NO_RESOURCES;
  /** Whether it is everything that is free on the agent, so that what blocks everything blocks it. */
  isWhole = true;
  readonly #weighed: number[] = [];
  readonly #shared: SharedAmounts;

  constructor(shared: SharedAmounts) {
    this.#shared = shared;
  }

  /** Begins with everything of `free` that is more than nothing. */
  begin(free: Quantities, rest: Resources): void {
    const { plain } = this;
    plain.length = free.length;
    for (let number = 0; number < free.length; number += 1) {
      const milli = free[number] ?? 0;
      plain[number] = milli > 0 ? milli : 0;
    }
    this.weighed = plain;
    this.rest = rest;
    this.isWhole = true;
  }

  /** Counts scalars of the rest, by name, in {@link weighed} from here on. */
  weigh(restByName: Quantities): void {
    const weighed = this.#weighed;
    weighed.length = Math.max(this.plain.length, restByName.length);
    for (let number = 0; number < weighed.length; number += 1) {
      weighed[number] = (this.plain[number] ?? 0) + (restByName[number] ?? 0);
    }
    this.weighed = weighed;
  }

  /** Leaves at most `most` of one plain scalar. */
  cut(number: number, most: number): void {
    if ((this.plain[number] ?? 0) <= most) return;
    this.set(number, most);
    this.isWhole = false;
  }

  /** Makes it exactly so much of one plain scalar, whether less or more than before; whether it is whole is for the caller to say. */
  set(number: number, milli: number): void {
    const before = this.plain[number] ?? 0;
    this.plain[number] = milli;
    if (this.weighed !== this.plain) this.weighed[number] = (this.weighed[number] ?? 0) + milli - before;
  }

  /** What it has come to, for keeps. */
  toAmounts(): Amounts {
    const plain = this.#shared.plain(this.plain);
    return { plain, weighed: this.weighed === this.plain ? plain : [...this.weighed], rest: this.rest };
  }
}
