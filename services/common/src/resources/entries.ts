import { unreachable } from '../kernel';
import type { Problem } from '../kernel';
import { compareText } from './item-sets';
import { keyProblem } from './key-rules';
import { kindOf } from './kinds';
import type { Range } from './ranges';
import { resources } from './resources';
import type { Resources } from './resources';
import { itemProblem, rangeProblem, scalarProblem, LIST_ITEMS_MAX, RESOURCE_ENTRIES_MAX } from './rules';

/**
 * One resource as it stands on the wire or in a text: its key, which is its name with what qualifies it, and a quantity of one kind. May be
 * unsound until it is validated.
 */
export type ResourceEntry =
  | { readonly kind: 'scalar'; readonly name: string; readonly milli: number }
  | { readonly kind: 'ranges'; readonly name: string; readonly ranges: readonly Range[] }
  | { readonly kind: 'set'; readonly name: string; readonly items: readonly string[] };

/** Names that operators look for first come first; all others follow in order of their code units. */
const LEADING_NAMES: readonly string[] = ['cpus', 'mem', 'disk', 'ports'];

/**
 * All that is wrong with the entries (mesos-semantics R1–R3, R8–R16, §5.3 rule 6). Entries of one name and kind may repeat, as when several
 * offers are used together: scalars add up, ranges and sets must not overlap. `where` is the path of the list, such as `tasks[2].resources`.
 */
export function validateEntries(entries: readonly ResourceEntry[], where: string): readonly Problem[] {
  if (entries.length > RESOURCE_ENTRIES_MAX) {
    return [
      {
        field: where,
        message: `holds ${String(entries.length)} entries, at most ${String(RESOURCE_ENTRIES_MAX)} are allowed`,
      },
    ];
  }
  const problems: Problem[] = [];
  entries.forEach((entry, index) => {
    for (const message of entryProblems(entry)) problems.push({ field: `${where}[${String(index)}]`, message });
  });
  // Overlaps between entries are only meaningful among entries that are sound themselves.
  return problems.length > 0 ? problems : overlapsBetween(entries, where);
}

/** Everything wrong with one entry by itself, in words that name the resource. */
export function entryProblems(entry: ResourceEntry): readonly string[] {
  const key = keyProblem(entry);
  // Without a sound name nothing else could be said about the entry in words that help.
  if (key !== undefined) return [key];
  const { name } = kindOf(entry.name);
  switch (entry.kind) {
    case 'scalar': {
      const scalar = scalarProblem(name, entry.milli);
      return scalar === undefined ? [] : [scalar];
    }
    case 'ranges':
      return [...listProblems(name, entry.ranges, rangeProblem), ...overlapsWithin(name, entry.ranges)];
    case 'set':
      return [...listProblems(name, entry.items, itemProblem), ...repeatedItems(name, entry.items)];
    default:
      return unreachable(entry, 'resource entry');
  }
}

/** The entries of resources, one for each key and kind, in a fixed order: cpus, mem, disk, ports, then all others by key, then by kind. */
export function toEntries(from: Resources): readonly ResourceEntry[] {
  const entries: ResourceEntry[] = [];
  for (const [name, milli] of from.scalars) entries.push({ kind: 'scalar', name, milli });
  for (const [name, ranges] of from.ranges) entries.push({ kind: 'ranges', name, ranges });
  for (const [name, items] of from.sets) entries.push({ kind: 'set', name, items });
  return entries.length < 2 ? entries : entries.sort(compareEntries);
}

/** The resources of entries that {@link validateEntries} found nothing wrong with; throws a RangeError for unsound ones. */
export function fromEntries(entries: readonly ResourceEntry[]): Resources {
  const scalars: [string, number][] = [];
  const ranges: [string, readonly Range[]][] = [];
  const sets: [string, readonly string[]][] = [];
  for (const entry of entries) {
    switch (entry.kind) {
      case 'scalar':
        scalars.push([entry.name, entry.milli]);
        break;
      case 'ranges':
        ranges.push([entry.name, entry.ranges]);
        break;
      case 'set':
        sets.push([entry.name, entry.items]);
        break;
      default:
        return unreachable(entry, 'resource entry');
    }
  }
  return resources({ scalars, ranges, sets });
}

function compareEntries(a: ResourceEntry, b: ResourceEntry): number {
  return rankOf(a.name) - rankOf(b.name) || compareText(a.name, b.name) || compareText(a.kind, b.kind);
}

function rankOf(name: string): number {
  const rank = LEADING_NAMES.indexOf(name);
  return rank === -1 ? LEADING_NAMES.length : rank;
}

function listProblems<Item>(
  name: string,
  items: readonly Item[],
  problemOf: (name: string, item: Item) => string | undefined,
): readonly string[] {
  if (items.length > LIST_ITEMS_MAX) {
    return [`${name} lists ${String(items.length)} parts, at most ${String(LIST_ITEMS_MAX)} are allowed`];
  }
  return items.map((item) => problemOf(name, item)).filter((problem) => problem !== undefined);
}

function overlapsWithin(name: string, ranges: readonly Range[]): readonly string[] {
  const sorted = [...ranges].sort((a, b) => a.begin - b.begin);
  const found: string[] = [];
  sorted.forEach((range, index) => {
    const before = sorted[index - 1];
    if (before !== undefined && range.begin <= before.end) {
      found.push(`${name} lists ${rangeText(before)} and ${rangeText(range)}, which overlap; list each number once`);
    }
  });
  return found;
}

function repeatedItems(name: string, items: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const item of items) (seen.has(item) ? repeated : seen).add(item);
  return [...repeated].map((item) => `${name} lists "${item}" more than once; list each item once`);
}

/** Overlaps between different entries of one name and kind. */
function overlapsBetween(entries: readonly ResourceEntry[], where: string): readonly Problem[] {
  const ranges = new Map<string, Range[]>();
  const items = new Map<string, string[]>();
  for (const entry of entries) {
    if (entry.kind === 'ranges') ranges.set(entry.name, [...(ranges.get(entry.name) ?? []), ...entry.ranges]);
    if (entry.kind === 'set') items.set(entry.name, [...(items.get(entry.name) ?? []), ...entry.items]);
  }
  return [
    ...[...ranges].flatMap(([name, list]) => overlapsWithin(name, list)),
    ...[...items].flatMap(([name, list]) => repeatedItems(name, list)),
  ].map((message) => ({ field: where, message }));
}

function rangeText(range: Range): string {
  return `${String(range.begin)}-${String(range.end)}`;
}
