import { covers, hasAny } from '@parley/common/quantities';
import type { Quantities, ResourceNames } from '@parley/common/quantities';
import type { Resources } from '@parley/common/resources';

import { containsRest, isNoRest } from './amounts';
import { WantedAmounts } from './wanted-amounts';

/** What an offer must contain at the least: one of the groups; without any group, anything (mesos-semantics §3.9). */
export class Minimum {
  /** Of one of them an offer must contain everything. */
  readonly #groups: readonly WantedAmounts[];

  constructor(groups: readonly Resources[], names: ResourceNames) {
    this.#groups = groups.map((group) => new WantedAmounts(group, names));
  }

  /** Whether every group asks for some scalar, so that ranges and sets alone are never worth an offer. */
  get needsScalars(): boolean {
    return this.#groups.length > 0 && this.#groups.every(({ weighed }) => hasAny(weighed));
  }

  /** Whether no group asks for anything but scalars. */
  get needsScalarsOnly(): boolean {
    return this.#groups.every(({ rest }) => isNoRest(rest));
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
