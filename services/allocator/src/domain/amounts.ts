import type { Quantities, ResourceNames } from '@parley/common/quantities';
import {
  chargeable,
  containsResources,
  isEmptyResources,
  isPlain,
  isPlainKey,
  kindOf,
  NO_RESOURCES,
  resources,
  scalarsByName,
  subtractItems,
  subtractRanges,
} from '@parley/common/resources';
import type { Range, Resources } from '@parley/common/resources';

/** Resources in the forms that the allocator reckons with. */
export interface Amounts {
  /** Scalars that are neither reserved nor revocable nor shared: what quota is about. */
  readonly plain: Quantities;
  /** All scalars by name, whatever their qualifiers, without shared ones: what fairness is about. */
  readonly weighed: Quantities;
  /** Everything that is not in {@link plain}: qualified scalars, ranges and sets. */
  readonly rest: Resources;
}

/** Nothing, in all forms. */
export const NO_AMOUNTS: Amounts = { plain: [], weighed: [], rest: NO_RESOURCES };

/** Takes resources apart. */
export function amountsOf(from: Resources, names: ResourceNames): Amounts {
  if (isPlain(from)) {
    const plain = names.quantitiesOf(from);
    return { plain, weighed: plain, rest: restOf(from) };
  }
  const plain = new Map([...from.scalars].filter(([key]) => isPlainKey(key)));
  return {
    plain: names.quantitiesOfScalars(plain),
    weighed: names.quantitiesOfScalars(scalarsByName(chargeable(from))),
    rest: restOf(from),
  };
}

/** Everything but plain scalars: a rest. All rests are made here or of rests, and one without anything is {@link NO_RESOURCES} itself. */
export function restOf(from: Resources): Resources {
  const { scalars, ranges, sets } = from;
  let qualified = NO_RESOURCES.scalars;
  for (const key of scalars.keys()) {
    if (isPlainKey(key)) continue;
    qualified = new Map([...scalars].filter(([each]) => !isPlainKey(each)));
    break;
  }
  if (qualified.size === 0 && ranges.size === 0 && sets.size === 0) return NO_RESOURCES;
  return { scalars: qualified, ranges, sets };
}

/** Whether there is nothing in the rest. */
export function isNoRest(rest: Resources): boolean {
  return rest === NO_RESOURCES;
}

/** Whether all of `small` is in `large`. Quick where both are parts of the same resources. */
export function containsRest(large: Resources, small: Resources): boolean {
  if (large === small || isNoRest(small)) return true;
  if (large.scalars === small.scalars && large.ranges === small.ranges && large.sets === small.sets) return true;
  return containsResources(large, small);
}

/** What is left of a rest without all that was taken of it. What is shared is not taken; what is over-used is not there. */
export function restWithout(rest: Resources, taken: readonly Resources[]): Resources {
  if (isNoRest(rest)) return NO_RESOURCES;
  const scalars = new Map(rest.scalars);
  const ranges = new Map(rest.ranges);
  const sets = new Map(rest.sets);
  for (const each of taken) {
    for (const [key, milli] of each.scalars) if (isTaken(key)) scalars.set(key, (scalars.get(key) ?? 0) - milli);
    for (const [key, list] of each.ranges) cut<Range>({ from: ranges, key }, list, subtractRanges);
    for (const [key, list] of each.sets) cut<string>({ from: sets, key }, list, subtractItems);
  }
  for (const [key, milli] of scalars) if (milli <= 0) scalars.delete(key);
  const left = {
    scalars: orNone(scalars, NO_RESOURCES.scalars),
    ranges: orNone(ranges, NO_RESOURCES.ranges),
    sets: orNone(sets, NO_RESOURCES.sets),
  };
  return isEmptyResources(left) ? NO_RESOURCES : left;
}

/** Whether some of it is used up by being held: not so with what is only shared. */
export function hasChargeable(rest: Resources): boolean {
  if (isNoRest(rest)) return false;
  for (const map of [rest.scalars, rest.ranges, rest.sets]) for (const key of map.keys()) if (isTaken(key)) return true;
  return false;
}

/** Makes resources of plain quantities and a rest. */
export function resourcesOf(plain: Quantities, rest: Resources, names: ResourceNames): Resources {
  return resourcesOfScalars(names.scalarsOf(plain), rest);
}

/** Makes resources of plain scalars by name and a rest. */
export function resourcesOfScalars(scalars: ReadonlyMap<string, number>, rest: Resources): Resources {
  if (rest.scalars.size === 0) return { scalars, ranges: rest.ranges, sets: rest.sets };
  return resources({ scalars: [...scalars, ...rest.scalars], ranges: rest.ranges, sets: rest.sets });
}

function isTaken(key: string): boolean {
  return isPlainKey(key) || kindOf(key).shared === '';
}

function cut<Item>(
  at: { readonly from: Map<string, readonly Item[]>; readonly key: string },
  taken: readonly Item[],
  subtract: (a: readonly Item[], b: readonly Item[]) => readonly Item[],
): void {
  const held = at.from.get(at.key);
  if (held === undefined || !isTaken(at.key)) return;
  const left = subtract(held, taken);
  if (left.length === 0) at.from.delete(at.key);
  else at.from.set(at.key, left);
}

/** The one empty map where there is nothing, which the algebra skips. */
function orNone<Value>(map: ReadonlyMap<string, Value>, none: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> {
  return map.size === 0 ? none : map;
}
