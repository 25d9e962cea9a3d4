import { isBelow } from '../roles/role-name';
import { NO_RANGES, NO_RESOURCES, NO_SETS } from './resources';
import type { Resources } from './resources';

/**
 * What kind of thing a quantity is. Quantities of different kinds never add up (mesos-semantics R21), hence each kind has its own key in
 * {@link Resources}: `cpus`, `cpus(eng)`, `cpus(eng,eng/backend)`, `cpus<revocable>`, `disk(eng)<shared:data-1>`.
 */
export interface ResourceKind {
  /** What it is a quantity of. */
  readonly name: string;
  /** For whom it is kept, the outermost first, each below the one before; the last is whose it is. Empty: for nobody. */
  readonly reservations: readonly string[];
  /** Whether it may be taken away at any time. */
  readonly revocable: boolean;
  /** The id of a thing that any number may hold at once; empty for what is held by one at a time. */
  readonly shared: string;
}

/** Quantities of one top reservation, with the qualifiers left out. */
export interface ReservedQuantities {
  readonly role: string;
  /** By name, in thousandths. */
  readonly scalars: ReadonlyMap<string, number>;
}

/** Kinds are looked up far more often than new ones appear; when so many are known, all are forgotten at once. */
const KNOWN_MAX = 4096;
/** Longer keys are read anew each time, so that what is remembered stays small whatever peers send. */
const KNOWN_LENGTH_MAX = 512;
const known = new Map<string, ResourceKind>();

const KEY = /^([^()<>]*)(?:\(([^()<>]*)\))?(<revocable>)?(?:<shared:([^()<>]*)>)?$/;

/** The kind behind a key. Whatever was not made by {@link keyOf} is a plain kind of that name, which no rule for names lets pass. */
export function kindOf(key: string): ResourceKind {
  const seen = known.get(key);
  if (seen !== undefined) return seen;
  const kind = readKind(key);
  if (key.length > KNOWN_LENGTH_MAX) return kind;
  if (known.size >= KNOWN_MAX) known.clear();
  known.set(key, kind);
  return kind;
}

/** The key of a kind. Whatever a name, role or id holds, different kinds have different keys. */
export function keyOf(kind: ResourceKind): string {
  const reserved = kind.reservations.length === 0 ? '' : `(${kind.reservations.map(escaped).join(',')})`;
  const revocable = kind.revocable ? '<revocable>' : '';
  const shared = kind.shared === '' ? '' : `<shared:${escaped(kind.shared)}>`;
  return `${escaped(kind.name)}${reserved}${revocable}${shared}`;
}

/** Whether a key is a name alone: neither reserved nor revocable nor shared. */
export function isPlainKey(key: string): boolean {
  const last = key.charCodeAt(key.length - 1);
  return last !== CLOSING_PARENTHESIS && last !== CLOSING_ANGLE;
}

/** What is neither reserved nor revocable nor shared: what quota speaks of, and what anyone may be offered. */
export function plainOf(from: Resources): Resources {
  return withKeys(from, isPlainKey);
}

/** What is taken away from what is free when it is offered or used: all but what is shared, which is always there in full for the next. */
export function chargeable(from: Resources): Resources {
  return withKeys(from, isChargeable);
}

/** Only what is shared. */
export function sharedOf(from: Resources): Resources {
  return withKeys(from, isShared);
}

/** Whether nothing is reserved, revocable or shared; fast, since that is the usual case. */
export function isPlain(from: Resources): boolean {
  return everyKey(from, isPlainKey);
}

/** Whether a role may be offered it: it is reserved for nobody, for the role, or for a role above it (mesos-semantics R7, §3.4). */
export function isOfferableTo(kind: ResourceKind, role: string): boolean {
  const owner = ownerOf(kind);
  return owner === undefined || owner === role || isBelow(role, owner);
}

/** Whose it is: the innermost reservation, or undefined when it is reserved for nobody. */
function ownerOf(kind: ResourceKind): string | undefined {
  return kind.reservations.at(-1);
}

/**
 * Scalars by name, whatever their qualifiers, in thousandths: what fairness counts as held (mesos-semantics §3.6). The map of `from`
 * itself when all is plain.
 */
export function scalarsByName(from: Resources): ReadonlyMap<string, number> {
  if (allKeys(from.scalars, isPlainKey)) return from.scalars;
  const sums = new Map<string, number>();
  for (const [key, milli] of from.scalars) {
    const { name } = kindOf(key);
    sums.set(name, (sums.get(name) ?? 0) + milli);
  }
  return sums;
}

/** Scalars that are reserved and not revocable, by whose they are: what counts against a quota even while nobody uses it (mesos-semantics §3.7). */
export function reservedScalars(from: Resources): readonly ReservedQuantities[] {
  if (allKeys(from.scalars, isPlainKey)) return [];
  const byRole = new Map<string, Map<string, number>>();
  for (const [key, milli] of from.scalars) {
    const kind = kindOf(key);
    const role = ownerOf(kind);
    if (role === undefined || kind.revocable) continue;
    const scalars = byRole.get(role) ?? new Map<string, number>();
    scalars.set(kind.name, (scalars.get(kind.name) ?? 0) + milli);
    byRole.set(role, scalars);
  }
  return [...byRole].map(([role, scalars]) => ({ role, scalars }));
}

/** Whether any key of the resources satisfies a predicate on its kind. */
export function hasKind(from: Resources, wanted: (kind: ResourceKind) => boolean): boolean {
  return !everyKey(from, (key) => !wanted(kindOf(key)));
}

const CLOSING_PARENTHESIS = 41;
const CLOSING_ANGLE = 62;

function isShared(key: string): boolean {
  return !isPlainKey(key) && kindOf(key).shared !== '';
}

function isChargeable(key: string): boolean {
  return !isShared(key);
}

function readKind(key: string): ResourceKind {
  const match = KEY.exec(key);
  if (match === null) return { name: key, reservations: [], revocable: false, shared: '' };
  const [, name = '', reserved, revocable, shared] = match;
  const kind = {
    name: unescaped(name),
    reservations: reserved === undefined ? [] : reserved.split(',').map(unescaped),
    revocable: revocable !== undefined,
    shared: unescaped(shared ?? ''),
  };
  return keyOf(kind) === key ? kind : { name: key, reservations: [], revocable: false, shared: '' };
}

/** Characters that part the pieces of a key or of a text of resources stand as `%` and two hexadecimal digits. */
function escaped(text: string): string {
  return text.replace(/[%(),<>;:[\]{}]/g, (found) => `%${found.charCodeAt(0).toString(16).toUpperCase()}`);
}

function unescaped(text: string): string {
  return text.replace(/%([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function allKeys(map: ReadonlyMap<string, unknown>, test: (key: string) => boolean): boolean {
  for (const key of map.keys()) if (!test(key)) return false;
  return true;
}

function everyKey(from: Resources, test: (key: string) => boolean): boolean {
  return allKeys(from.scalars, test) && allKeys(from.ranges, test) && allKeys(from.sets, test);
}

function withKeys(from: Resources, test: (key: string) => boolean): Resources {
  if (everyKey(from, test)) return from;
  const scalars = keep(from.scalars, test);
  const ranges = keep(from.ranges, test);
  const sets = keep(from.sets, test);
  if (scalars.size === 0 && ranges.size === 0 && sets.size === 0) return NO_RESOURCES;
  return { scalars, ranges: ranges.size === 0 ? NO_RANGES : ranges, sets: sets.size === 0 ? NO_SETS : sets };
}

function keep<Value>(map: ReadonlyMap<string, Value>, test: (key: string) => boolean): ReadonlyMap<string, Value> {
  if (map.size === 0 || allKeys(map, test)) return map;
  return new Map([...map].filter(([key]) => test(key)));
}
