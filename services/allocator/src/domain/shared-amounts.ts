import type { Quantities, ResourceNames } from '@parley/common/quantities';

/** So many different amounts are remembered; a power of two. */
const KEPT = 256;

interface Known {
  readonly plain: Quantities;
  /** The same by name, once somebody asked for it. */
  scalars: ReadonlyMap<string, number> | undefined;
}

/**
 * Amounts of plain scalars that offers have in common. Agents come in few shapes and get back to what was free on them before, so most offers
 * are of as much as one that was made a while ago, and share its list and its map: both would be kept as long as the proposal is open.
 */
export class SharedAmounts {
  readonly #names: ResourceNames;
  /** By a hash of the amounts; the last of those with the same. */
  readonly #known: (Known | undefined)[] = new Array<Known | undefined>(KEPT).fill(undefined);

  constructor(names: ResourceNames) {
    this.#names = names;
  }

  /** A list of the same amounts that never changes. */
  plain(like: Quantities): Quantities {
    return this.#of(like).plain;
  }

  /** The amounts by name; whatever is not above zero is left out. */
  scalars(like: Quantities): ReadonlyMap<string, number> {
    const known = this.#of(like);
    return (known.scalars ??= this.#names.scalarsOf(known.plain));
  }

  #of(like: Quantities): Known {
    const place = hashOf(like) & (KEPT - 1);
    const known = this.#known[place];
    if (known !== undefined && isSame(known.plain, like)) return known;
    return (this.#known[place] = { plain: [...like], scalars: undefined });
  }
}

function hashOf(quantities: Quantities): number {
  let hash = 0;
  for (let number = 0; number < quantities.length; number += 1) {
    hash = Math.imul(hash ^ (quantities[number] ?? 0), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash;
}

function isSame(a: Quantities, b: Quantities): boolean {
  if (a.length !== b.length) return false;
  for (let number = 0; number < a.length; number += 1) if (a[number] !== b[number]) return false;
  return true;
}
