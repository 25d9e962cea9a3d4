import type { Quantities, ResourceNames } from '@parley/common/quantities';
import { chargeable, scalarsByName } from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';

import { restOf } from './amounts';

/** More than there ever is. */
const NEVER_THERE: Quantities = [Infinity];

/**
 * What a client asks for, in the forms that the allocator reckons with. The names of resources that clients think of get no numbers, or
 * every vector would grow with them: as long as no agent has brought one of the names, it is more than there is.
 */
export class WantedAmounts {
  /** Everything that is not a plain scalar. */
  readonly rest: Resources;
  readonly #scalars: ReadonlyMap<string, number>;
  readonly #names: ResourceNames;
  /** One of the names that had no number when the amounts were asked for last. */
  #missing: string | undefined;
  #weighed: Quantities | undefined;

  constructor(wanted: Resources, names: ResourceNames) {
    this.rest = restOf(wanted);
    this.#scalars = scalarsByName(chargeable(wanted));
    this.#names = names;
  }

  /** All scalars by name, without shared ones; nothing covers them while one of the names is unknown. */
  get weighed(): Quantities {
    return (this.#weighed ??= this.#resolved()) ?? NEVER_THERE;
  }

  #resolved(): Quantities | undefined {
    if (this.#missing !== undefined && this.#names.knownNumberOf(this.#missing) === undefined) return undefined;
    this.#missing = undefined;
    for (const [name, milli] of this.#scalars) {
      if (milli <= 0 || this.#names.knownNumberOf(name) !== undefined) continue;
      this.#missing = name;
      return undefined;
    }
    return this.#names.quantitiesOfScalars(new Map([...this.#scalars].filter(([, milli]) => milli > 0)));
  }
}
