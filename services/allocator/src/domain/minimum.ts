import { covers, hasAny } from '@parley/common/quantities';
import type { Quantities, ResourceNames } from '@parley/common/quantities';
import type { Resources } from '@parley/common/resources';

import { amountsOf, containsRest } from './amounts';

/** A group of quantities of which an offer must contain all. */
interface Group {
  readonly weighed: Quantities;
  readonly rest: Resources;
}

/** What an offer must contain at the least: one of the groups; without any group, anything (mesos-semantics §3.9). */
export class Minimum {
  readonly #groups: readonly Group[];

  constructor(groups: readonly Resources[], names: ResourceNames) {
    this.#groups = groups.map((group) => amountsOf(group, names));
  }

  /** Whether every group asks for some scalar, so that ranges and sets alone are never worth an offer. */
  get needsScalars(): boolean {
    return this.#groups.length > 0 && this.#groups.every(({ weighed }) => hasAny(weighed));
  }

  /** Whether these scalars by name, with that rest, are worth an offer. */
  isReached(weighed: Quantities, rest: Resources): boolean {
    if (this.#groups.length === 0) return true;
    for (const group of this.#groups) {
      if (covers(weighed, group.weighed) && containsRest(rest, group.rest)) return true;
    }
    return false;
  }
}
