import { distinctItems } from './item-sets';
import { coalesceRanges } from './ranges';
import type { Range } from './ranges';

/**
 * Quantities of a machine that can be promised, by name. Always in normal form, so that equal quantities are equal values:
 * nothing that is present is empty. A name is independent in each of the three kinds.
 */
export interface Resources {
  /** Integer thousandths, > 0: `cpus` in thousandths of a core, `mem` and `disk` in thousandths of a MiB. */
  readonly scalars: ReadonlyMap<string, number>;
  /** Sorted, coalesced, non-empty. */
  readonly ranges: ReadonlyMap<string, readonly Range[]>;
  /** Sorted by code units, distinct, non-empty. */
  readonly sets: ReadonlyMap<string, readonly string[]>;
}

/** Pairs by name, as an object or as anything that yields pairs. A name that is repeated adds up. */
export type Named<Value> = Readonly<Record<string, Value>> | Iterable<readonly [string, Value]>;

/** What {@link resources} makes resources of. */
export interface ResourceParts {
  /** Integer thousandths ≥ 0. */
  readonly scalars?: Named<number>;
  readonly ranges?: Named<readonly Range[]>;
  readonly sets?: Named<readonly string[]>;
}

const NO_SCALARS: ReadonlyMap<string, number> = new Map();
/** Shared by all resources without ranges, the usual case; lets the algebra skip them at the price of one comparison. */
export const NO_RANGES: ReadonlyMap<string, readonly Range[]> = new Map();
/** Shared by all resources without sets. */
export const NO_SETS: ReadonlyMap<string, readonly string[]> = new Map();

/** Nothing at all. */
export const NO_RESOURCES: Resources = { scalars: NO_SCALARS, ranges: NO_RANGES, sets: NO_SETS };

/**
 * Makes resources in normal form from parts that are known to be sound, such as a test's literals or checked input. Quantities of
 * zero and empty lists vanish. Throws a RangeError for a quantity that is negative or no safe integer: input is checked before,
 * with {@link validateEntries} or {@link parseResources}.
 */
export function resources(parts: ResourceParts): Resources {
  const scalars = new Map<string, number>();
  for (const [name, milli] of pairsOf(parts.scalars)) addScalar(scalars, name, milli);
  return {
    scalars,
    ranges: normalised(NO_RANGES, parts.ranges, coalesceRanges),
    sets: normalised(NO_SETS, parts.sets, distinctItems),
  };
}

/** The quantity of a scalar in thousandths, 0 when there is none of it. */
export function scalarMilli(from: Resources, name: string): number {
  return from.scalars.get(name) ?? 0;
}

/** Whether there is nothing at all. */
export function isEmptyResources(held: Resources): boolean {
  return held.scalars.size === 0 && held.ranges.size === 0 && held.sets.size === 0;
}

function addScalar(scalars: Map<string, number>, name: string, milli: number): void {
  if (!Number.isSafeInteger(milli) || milli < 0) {
    throw new RangeError(`${name} is ${String(milli)} thousandths, expected a safe integer from 0`);
  }
  if (milli > 0) scalars.set(name, (scalars.get(name) ?? 0) + milli);
}

function normalised<Item>(
  none: ReadonlyMap<string, readonly Item[]>,
  given: Named<readonly Item[]> | undefined,
  normalise: (items: readonly Item[]) => readonly Item[],
): ReadonlyMap<string, readonly Item[]> {
  if (given === undefined) return none;
  const made = new Map<string, readonly Item[]>();
  for (const [name, items] of pairsOf(given)) {
    if (items.length > 0) made.set(name, normalise([...(made.get(name) ?? []), ...items]));
  }
  return made.size === 0 ? none : made;
}

function pairsOf<Value>(given: Named<Value> | undefined): Iterable<readonly [string, Value]> {
  if (given === undefined) return [];
  return isIterable(given) ? given : Object.entries(given);
}

function isIterable<Value>(given: Named<Value>): given is Iterable<readonly [string, Value]> {
  return Symbol.iterator in given;
}
