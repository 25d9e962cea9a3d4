import { unreachable } from '../kernel';
import { entryProblems, fromEntries, toEntries } from './entries';
import type { ResourceEntry } from './entries';
import { kindOf } from './kinds';
import type { Range } from './ranges';
import type { Resources } from './resources';
import { LIST_ITEMS_MAX, RESOURCE_ENTRIES_MAX } from './rules';

/** What a text of resources says, or everything that is wrong with it. */
export type ParseResult =
  | {
      readonly ok: true;
      readonly resources: Resources;
      /** Every name that was written, whatever its qualifiers, also with a quantity of zero: `gpus:0` says that there are none. */
      readonly names: readonly string[];
    }
  | { readonly ok: false; readonly problems: readonly string[] };

/** A key up to the colon behind it; there may be another one inside `<shared:…>`. */
const KEY_AND_COLON = /^[^:<]*(?:<[^>]*>\s*)*:/;

type Parsed<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problems: readonly string[] };

/**
 * Reads the text form `cpus:2;mem:1024;ports:[31000-32000,33000-33010];zones:{a,b}`, with qualifiers `cpus(eng):4` (reserved),
 * `cpus(eng,eng/backend):1` (refined), `cpus<revocable>:2` and `disk(eng)<shared:data-1>:100`. Spaces around parts do not matter. All
 * problems are reported, each saying where it is and what to write instead. In a role or id, `% ( ) , < > ; : [ ] { }` stand as `%` and
 * two hexadecimal digits.
 */
export function parseResources(text: string): ParseResult {
  const parts = text.split(';');
  if (parts.length > RESOURCE_ENTRIES_MAX) {
    return {
      ok: false,
      problems: [`holds ${String(parts.length)} resources, at most ${String(RESOURCE_ENTRIES_MAX)} are allowed`],
    };
  }
  const entries: ResourceEntry[] = [];
  const problems: string[] = [];
  parts.forEach((part, index) => {
    if (part.trim() === '') return;
    const parsed = parseEntry(part);
    const found = parsed.ok ? entryProblems(parsed.value) : parsed.problems;
    if (parsed.ok) entries.push(parsed.value);
    problems.push(...found.map((problem) => `resource ${String(index + 1)} ("${shortened(part.trim())}"): ${problem}`));
  });
  problems.push(...repeatedNames(entries));
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    resources: fromEntries(entries),
    names: [...new Set(entries.map((entry) => kindOf(entry.name).name))],
  };
}

/** Writes resources in the text form that {@link parseResources} reads back to the same value: cpus, mem, disk, ports, then by key. */
export function formatResources(from: Resources): string {
  return toEntries(from).map(formatEntry).join(';');
}

/** A scalar in thousandths as people write it: 1500 is `1.5`. */
export function formatMilli(milli: number): string {
  const whole = Math.floor(milli / 1000);
  const rest = milli % 1000;
  return rest === 0 ? String(whole) : `${String(whole)}.${String(rest).padStart(3, '0').replace(/0+$/, '')}`;
}

function formatEntry(entry: ResourceEntry): string {
  switch (entry.kind) {
    case 'scalar':
      return `${entry.name}:${formatMilli(entry.milli)}`;
    case 'ranges':
      return `${entry.name}:[${entry.ranges.map((range) => `${String(range.begin)}-${String(range.end)}`).join(',')}]`;
    case 'set':
      return `${entry.name}:{${entry.items.join(',')}}`;
    default:
      return unreachable(entry, 'resource entry');
  }
}

function parseEntry(part: string): Parsed<ResourceEntry> {
  const colon = KEY_AND_COLON.exec(part)?.[0].length ?? part.indexOf(':') + 1;
  if (colon === 0) return refused('expected name:quantity, such as cpus:2');
  const name = part
    .slice(0, colon - 1)
    .trim()
    .replace(/\s*([(),<>])\s*/g, '$1');
  const value = part.slice(colon).trim();
  if (value.startsWith('[')) return parseRanges(name, value);
  if (value.startsWith('{')) return parseSet(name, value);
  return parseScalar(name, value);
}

function parseScalar(name: string, value: string): Parsed<ResourceEntry> {
  if (/^-/.test(value)) return refused('a quantity must not be negative; write 0 or more');
  if (/^\d+\.\d{4,}$/.test(value)) return refused('a quantity has at most 3 decimals; round it, such as 0.125');
  const match = /^(\d{1,13})(?:\.(\d{1,3}))?$/.exec(value);
  if (match === null)
    return refused(`expected a quantity such as 2 or 0.5, ranges such as [31000-32000] or a set such as {a,b}`);
  const milli = Number(match[1]) * 1000 + Number((match[2] ?? '').padEnd(3, '0'));
  return { ok: true, value: { kind: 'scalar', name, milli } };
}

function parseRanges(name: string, value: string): Parsed<ResourceEntry> {
  const parts = listParts(value, ']');
  if (parts === undefined) return refused('the list of ranges must end with ], such as [31000-32000]');
  if (parts.length > LIST_ITEMS_MAX) return refused(`at most ${String(LIST_ITEMS_MAX)} ranges are allowed`);
  const ranges: Range[] = [];
  const problems: string[] = [];
  for (const part of parts) {
    const match = /^(\d{1,16})\s*-\s*(\d{1,16})$/.exec(part);
    if (match === null) problems.push(`"${shortened(part)}" is no range; write two whole numbers such as 31000-32000`);
    else ranges.push({ begin: Number(match[1]), end: Number(match[2]) });
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { kind: 'ranges', name, ranges } };
}

function parseSet(name: string, value: string): Parsed<ResourceEntry> {
  const items = listParts(value, '}');
  return items === undefined
    ? refused('the set must end with }, such as {a,b}')
    : { ok: true, value: { kind: 'set', name, items } };
}

/** What stands between the brackets, split at commas, or undefined when the closing one is missing. */
function listParts(value: string, close: string): readonly string[] | undefined {
  if (!value.endsWith(close)) return undefined;
  const inside = value.slice(1, -1).trim();
  return inside === '' ? [] : inside.split(',').map((part) => part.trim());
}

function repeatedNames(entries: readonly ResourceEntry[]): readonly string[] {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { kind, name } of entries) {
    const key = `${kind} ${name}`;
    if (seen.has(key)) repeated.add(name);
    seen.add(key);
  }
  return [...repeated].map((name) => `"${name}" is given more than once; write its whole quantity once`);
}

function refused(problem: string): { readonly ok: false; readonly problems: readonly string[] } {
  return { ok: false, problems: [problem] };
}

/** Keeps messages readable when the faulty text is long. */
function shortened(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57)}...`;
}
