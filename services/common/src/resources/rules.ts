import type { Range } from './ranges';

/** At most this many entries in one list of resources: more is a mistake, and would cost every sum. */
export const RESOURCE_ENTRIES_MAX = 256;
/** At most this many ranges or items in one entry. */
export const LIST_ITEMS_MAX = 4096;
/** The largest scalar, in thousandths: ten thousand million units. Hundreds of such agents still add up exactly. */
export const SCALAR_MILLI_MAX = 10_000_000_000_000;

const NAME_BYTES_MAX = 128;
const ITEM_BYTES_MAX = 255;
const PORT_MAX = 65_535;

type Kind = 'scalar' | 'ranges' | 'set';

/** The names every part of the cluster knows, and their only kind. */
const KNOWN_KINDS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['cpus', 'scalar'],
  ['mem', 'scalar'],
  ['disk', 'scalar'],
  ['gpus', 'scalar'],
  ['ports', 'ranges'],
]);

const EXPECTED_FORM = {
  scalar: 'a quantity such as 2 or 0.5',
  ranges: 'ranges such as [31000-32000]',
  set: 'a set such as {a,b}',
} satisfies Record<Kind, string>;

/** Why a resource cannot have this name and kind, or undefined when it can. */
export function nameProblem(entry: { readonly name: string; readonly kind: Kind }): string | undefined {
  const { name, kind } = entry;
  if (name.length === 0) return 'the name must not be empty';
  if (name.length > NAME_BYTES_MAX) return `the name must be at most ${String(NAME_BYTES_MAX)} characters`;
  if (!/^[A-Za-z0-9][A-Za-z0-9._/-]*$/.test(name)) {
    return `the name "${name}" must begin with a letter or digit and hold only letters, digits and . _ / -`;
  }
  const known = KNOWN_KINDS.get(name);
  return known === undefined || known === kind ? undefined : `${name} must be ${EXPECTED_FORM[known]}`;
}

/** Why a scalar cannot have this quantity, or undefined when it can. Zero is allowed and means nothing. */
export function scalarProblem(name: string, milli: number): string | undefined {
  if (Number.isNaN(milli) || !Number.isInteger(milli)) return `${name} must be a whole number of thousandths`;
  if (milli < 0) return `${name} must not be negative`;
  if (milli > SCALAR_MILLI_MAX) return `${name} must be at most ${String(SCALAR_MILLI_MAX / 1000)}`;
  // A gpu cannot be shared between tasks (mesos-semantics R1).
  return name === 'gpus' && milli % 1000 !== 0 ? 'gpus must be a whole number' : undefined;
}

/** Why a range is unsound, or undefined when it is sound. */
export function rangeProblem(name: string, range: Range): string | undefined {
  const text = `${String(range.begin)}-${String(range.end)}`;
  if (!Number.isSafeInteger(range.begin) || !Number.isSafeInteger(range.end) || range.begin < 0) {
    return `${name} holds ${text}, both ends must be whole numbers from 0 to ${String(Number.MAX_SAFE_INTEGER)}`;
  }
  if (range.begin > range.end) return `${name} holds ${text}, the first number must not be greater than the second`;
  return name === 'ports' && range.end > PORT_MAX
    ? `ports holds ${text}, a port is at most ${String(PORT_MAX)}`
    : undefined;
}

/** Why a text cannot be an item of a set, or undefined when it can. */
export function itemProblem(name: string, item: string): string | undefined {
  if (item.length === 0) return `${name} holds an empty item; remove it`;
  if (Buffer.byteLength(item) > ITEM_BYTES_MAX)
    return `${name} holds an item of more than ${String(ITEM_BYTES_MAX)} bytes`;
  if (/[\p{Cc}\s,;{}]/u.test(item))
    return `${name} holds "${item}", an item must not contain spaces, control characters or , ; { }`;
  return undefined;
}
