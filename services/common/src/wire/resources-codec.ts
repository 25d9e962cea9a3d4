import type { Range as WireRange, Range__Output } from '@parley/protos/internal/parley/types/v1/Range';
import type { Reservation__Output } from '@parley/protos/internal/parley/types/v1/Reservation';
import type { Resource, Resource__Output } from '@parley/protos/internal/parley/types/v1/Resource';
import type { ResourceRanges__Output } from '@parley/protos/internal/parley/types/v1/ResourceRanges';
import type { ResourceSet__Output } from '@parley/protos/internal/parley/types/v1/ResourceSet';
import { MalformedMessage } from '../kernel';
import type { Problem } from '../kernel';
import { NO_RESOURCES, SCALAR_MILLI_MAX, fromEntries, isPlainKey, keyOf, kindOf, validateEntries } from '../resources';
import type { Range, ResourceEntry, Resources } from '../resources';
import { flag, message, messages, natural, someText, text, texts, wholeNumber } from './readers';
import type { Wire, WireNumber } from './wire-form';

/** What a list of resources says, and what is wrong with it. With problems the resources are empty. */
export interface DescribedResources {
  readonly resources: Resources;
  readonly problems: readonly Problem[];
}

const SOUND: readonly Problem[] = [];
/** Scalars of which only the quantity can be wrong: nearly every resource of nearly every message. */
const PLAIN_SCALARS: ReadonlySet<string> = new Set(['cpus', 'mem', 'disk']);

/** The list of resources on the wire; one entry for each name and kind. */
export function encodeResources(held: Resources): Resource[] {
  const wire: Resource[] = [];
  for (const [key, milli] of held.scalars) wire.push(qualified(key, { milli }));
  for (const [key, ranges] of held.ranges) wire.push(qualified(key, { ranges: { ranges: encodeRanges(ranges) } }));
  for (const [key, items] of held.sets) wire.push(qualified(key, { set: { items: [...items] } }));
  return wire;
}

/** An amount under its name, with the qualifiers that its key carries. */
function qualified(key: string, wire: Resource): Resource {
  if (isPlainKey(key)) {
    wire.name = key;
    return wire;
  }
  const { name, reservations, revocable, shared } = kindOf(key);
  return { ...wire, name, reservations: reservations.map((role) => ({ role })), revocable, shared };
}

/** Ranges on the wire. */
export function encodeRanges(ranges: readonly Range[]): WireRange[] {
  return ranges.map((range) => ({ begin: range.begin, end: range.end }));
}

/** Ranges off the wire; whether they are sound is not judged here. */
export function decodeRanges(wire: Wire<ResourceRanges__Output>): readonly Range[] {
  return messages(wire.ranges, 'ranges', (range: Wire<Range__Output>) => ({
    begin: natural(range.begin, 'begin'),
    end: natural(range.end, 'end'),
  }));
}

/** The resources of a list, which must be sound. */
export function decodeResources(list: readonly Wire<Resource__Output>[] | null | undefined, field: string): Resources {
  const plain = decodePlainScalars(list);
  if (plain !== undefined) return plain;
  const { resources, problems } = describeResources(list, field);
  const [first] = problems;
  if (first !== undefined) throw new MalformedMessage(first.field, first.message);
  return resources;
}

/** The resources of a list, and everything that is wrong with them if anything is. */
export function describeResources(
  list: readonly Wire<Resource__Output>[] | null | undefined,
  field: string,
): DescribedResources {
  const plain = decodePlainScalars(list);
  if (plain !== undefined) return { resources: plain, problems: SOUND };
  try {
    const entries = messages(list, field, decodeEntry);
    const problems = validateEntries(entries, field);
    return problems.length > 0 ? { resources: NO_RESOURCES, problems } : { resources: fromEntries(entries), problems };
  } catch (fault) {
    if (!(fault instanceof MalformedMessage)) throw fault;
    return { resources: NO_RESOURCES, problems: [{ field: fault.field, message: fault.problem }] };
  }
}

/** The way for lists of a few well-known scalars, each once; undefined for any other list, sound or not. */
function decodePlainScalars(list: readonly Wire<Resource__Output>[] | null | undefined): Resources | undefined {
  if (!Array.isArray(list)) return list === undefined || list === null ? NO_RESOURCES : undefined;
  const scalars = new Map<string, number>();
  for (const wire of list as readonly (Wire<Resource__Output> | null | undefined)[]) {
    if (wire?.value !== 'milli' || isQualified(wire)) return undefined;
    const milli = plainMilli(wire.milli);
    const { name } = wire;
    if (milli === undefined || !isPlainScalar(name) || scalars.has(name)) return undefined;
    scalars.set(name, milli);
  }
  return scalars.size === 0 ? NO_RESOURCES : { scalars, ranges: NO_RESOURCES.ranges, sets: NO_RESOURCES.sets };
}

function isPlainScalar(name: string | null | undefined): name is string {
  return typeof name === 'string' && PLAIN_SCALARS.has(name);
}

/** Whether anything is said beyond name and amount. */
function isQualified(wire: Wire<Resource__Output>): boolean {
  const { reservations, revocable, shared } = wire;
  return Boolean(revocable) || Boolean(shared) || (reservations?.length ?? 0) > 0;
}

/** The key of an amount: its name and what qualifies it. */
function decodeKey(wire: Wire<Resource__Output>): string {
  const name = text(wire.name, 'name');
  if (!isQualified(wire) && /^[\w./-]*$/.test(name)) return name;
  return keyOf({
    name,
    reservations: messages(wire.reservations, 'reservations', ({ role }: Wire<Reservation__Output>) =>
      someText(role, 'role'),
    ),
    revocable: flag(wire.revocable, 'revocable'),
    shared: text(wire.shared, 'shared'),
  });
}

/** A quantity that is sound and not zero; undefined for any other. */
function plainMilli(value: WireNumber): number | undefined {
  const milli = wholeNumber(value);
  return milli === undefined || milli === 0 || milli > SCALAR_MILLI_MAX ? undefined : milli;
}

function decodeEntry(wire: Wire<Resource__Output>): ResourceEntry {
  const name = decodeKey(wire);
  switch (wire.value) {
    case 'milli':
      return { kind: 'scalar', name, milli: natural(wire.milli, 'milli') };
    case 'ranges':
      return { kind: 'ranges', name, ranges: message(wire.ranges, 'ranges', decodeRanges) };
    case 'set':
      return { kind: 'set', name, items: message(wire.set, 'set', decodeItems) };
    case undefined:
    default:
      throw new MalformedMessage('value', 'must be one of milli, ranges, set');
  }
}

function decodeItems(wire: Wire<ResourceSet__Output>): readonly string[] {
  return texts(wire.items, 'items');
}
