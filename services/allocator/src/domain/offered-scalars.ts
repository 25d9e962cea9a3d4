import type { Quantities, ResourceNames } from '@parley/common/quantities';

/** So many different amounts are remembered; a power of two. */
const KEPT = 256;

interface Known {
  readonly plain: Quantities;
  readonly scalars: ReadonlyMap<string, number>;
}

/**
 * The scalars of offers, by name. Agents come in few shapes and get back to what was free on them before, so most offers have the scalars of
 * one that was made a while ago, and share its map: making a map takes as long as a tenth of a decision, and an open proposal keeps it.
 */
export class OfferedScalars {
  readonly #names: ResourceNames;
  /** By a hash of the amounts; the last of those with the same. */
  readonly #known: (Known | undefined)[] = new Array<Known | undefined>(KEPT).fill(undefined);

  constructor(names: ResourceNames) {
    this.#names = names;
  }

  /** The scalars of plain quantities that never change in place. */
  of(plain: Quantities): ReadonlyMap<string, number> {
    const place = hashOf(plain) & (KEPT - 1);
    const known = this.#known[place];
    if (known !== undefined && isSame(known.plain, plain)) return known.scalars;
    const scalars = this.#names.scalarsOf(plain);
    this.#known[place] = { plain, scalars };
    return scalars;
  }
}

function hashOf(quantities: Quantities): number {
  let hash = 0;
  for (const milli of quantities) hash = Math.imul(hash ^ milli, 0x9e3779b1);
  return hash ^ (hash >>> 15);
}

function isSame(a: Quantities, b: Quantities): boolean {
  if (a.length !== b.length) return false;
  for (let number = 0; number < a.length; number += 1) if (a[number] !== b[number]) return false;
  return true;
}
