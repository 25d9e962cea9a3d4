import { containsItems, distinctItems, equalItems, subtractItems } from './item-sets';
import { coalesceRanges, containsRanges, equalRanges, subtractRanges } from './ranges';
import { NO_RANGES, NO_RESOURCES, NO_SETS } from './resources';
import type { Resources } from './resources';

/** Thrown when more is taken away than is there: the caller did not ask {@link containsResources} first, which is a bug. */
export class ResourcesShort extends Error {
  override readonly name = 'ResourcesShort';

  constructor(readonly resource: string) {
    super(`more ${resource} is taken away than is there`);
  }
}

type Lists<Item> = ReadonlyMap<string, readonly Item[]>;

/** The sum: scalars add up exactly; ranges and sets are united. That both sides hold different ports, say, is the caller's invariant. */
export function addResources(a: Resources, b: Resources): Resources {
  const scalars = new Map(a.scalars);
  for (const [name, milli] of b.scalars) scalars.set(name, (scalars.get(name) ?? 0) + milli);
  return { scalars, ranges: unite(a.ranges, b.ranges, coalesceRanges), sets: unite(a.sets, b.sets, distinctItems) };
}

/** The sum of any number of resources, without the cost of a copy for each. */
export function sumResources(list: Iterable<Resources>): Resources {
  const scalars = new Map<string, number>();
  let { ranges, sets } = NO_RESOURCES;
  for (const item of list) {
    for (const [name, milli] of item.scalars) scalars.set(name, (scalars.get(name) ?? 0) + milli);
    ranges = unite(ranges, item.ranges, coalesceRanges);
    sets = unite(sets, item.sets, distinctItems);
  }
  return { scalars, ranges, sets };
}

/** What is left of `a` without `b`. Throws {@link ResourcesShort} unless `a` contains `b`: nothing is ever cut off at zero in silence. */
export function subtractResources(a: Resources, b: Resources): Resources {
  const scalars = new Map(a.scalars);
  for (const [name, milli] of b.scalars) {
    const left = (scalars.get(name) ?? 0) - milli;
    if (left < 0) throw new ResourcesShort(name);
    if (left === 0) scalars.delete(name);
    else scalars.set(name, left);
  }
  requireLists(a.ranges, b.ranges, containsRanges);
  requireLists(a.sets, b.sets, containsItems);
  return {
    scalars,
    ranges: without(a.ranges, b.ranges, { none: NO_RANGES, subtract: subtractRanges }),
    sets: without(a.sets, b.sets, { none: NO_SETS, subtract: subtractItems }),
  };
}

/** Whether everything in `b` is also in `a`. Every resource contains nothing, and itself. */
export function containsResources(a: Resources, b: Resources): boolean {
  for (const [name, milli] of b.scalars) {
    if ((a.scalars.get(name) ?? 0) < milli) return false;
  }
  return (
    missingFrom(a.ranges, b.ranges, containsRanges) === undefined &&
    missingFrom(a.sets, b.sets, containsItems) === undefined
  );
}

/** Whether both are the same quantities, whatever the order in which they were built. */
export function equalResources(a: Resources, b: Resources): boolean {
  if (a === b) return true;
  if (a.scalars.size !== b.scalars.size) return false;
  for (const [name, milli] of a.scalars) {
    if (b.scalars.get(name) !== milli) return false;
  }
  return equalLists(a.ranges, b.ranges, equalRanges) && equalLists(a.sets, b.sets, equalItems);
}

function unite<Item>(
  a: Lists<Item>,
  b: Lists<Item>,
  normalise: (items: readonly Item[]) => readonly Item[],
): Lists<Item> {
  if (b.size === 0) return a;
  if (a.size === 0) return b;
  const united = new Map(a);
  for (const [name, items] of b) {
    const held = united.get(name);
    united.set(name, held === undefined ? items : normalise([...held, ...items]));
  }
  return united;
}

interface Subtraction<Item> {
  readonly none: Lists<Item>;
  readonly subtract: (a: readonly Item[], b: readonly Item[]) => readonly Item[];
}

function without<Item>(a: Lists<Item>, b: Lists<Item>, { none, subtract }: Subtraction<Item>): Lists<Item> {
  if (b.size === 0) return a;
  const rest = new Map(a);
  for (const [name, items] of b) {
    const left = subtract(rest.get(name) ?? [], items);
    if (left.length === 0) rest.delete(name);
    else rest.set(name, left);
  }
  return rest.size === 0 ? none : rest;
}

type Relation<Item> = (a: readonly Item[], b: readonly Item[]) => boolean;

/** The first name of which `a` does not hold all that `b` holds. */
function missingFrom<Item>(a: Lists<Item>, b: Lists<Item>, contains: Relation<Item>): string | undefined {
  for (const [name, items] of b) {
    if (!contains(a.get(name) ?? [], items)) return name;
  }
  return undefined;
}

function requireLists<Item>(a: Lists<Item>, b: Lists<Item>, contains: Relation<Item>): void {
  const missing = missingFrom(a, b, contains);
  if (missing !== undefined) throw new ResourcesShort(missing);
}

function equalLists<Item>(a: Lists<Item>, b: Lists<Item>, equal: Relation<Item>): boolean {
  if (a.size !== b.size) return false;
  for (const [name, items] of a) {
    const other = b.get(name);
    if (other === undefined || !equal(items, other)) return false;
  }
  return true;
}
