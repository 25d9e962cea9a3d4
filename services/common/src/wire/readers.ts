import { MalformedMessage, idProblem } from '../kernel';
import type { EnumTable } from './enum-table';
import type { WireNumber } from './wire-form';

/** The most entries in any list of a message: more is a mistake or an attack. */
export const LIST_ENTRIES_MAX = 10_000;

const NO_BYTES = new Uint8Array(0);
/** Ids that need no closer look, which are nearly all. */
const PLAIN_ID = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,199}$/;
const DIGITS = /^\d{1,16}$/;

/** The same fault with the path of the message it was found in put before it. Anything else that was thrown passes as it is. */
export function within(path: string, fault: unknown): unknown {
  if (!(fault instanceof MalformedMessage)) return fault;
  return new MalformedMessage(`${path}.${fault.field}`, fault.problem);
}

/** A text; absent is empty. */
export function text(value: string | null | undefined, field: string): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  throw new MalformedMessage(field, 'must be text');
}

/** A text that may not be empty. */
export function someText(value: string | null | undefined, field: string): string {
  const read = text(value, field);
  if (read === '') throw new MalformedMessage(field, 'must not be empty');
  return read;
}

/** An id by the rules of mesos-semantics §5.1; the caller names its kind. */
export function id<Id extends string>(value: string | null | undefined, field: string): Id {
  const read = text(value, field);
  const problem = idFault(read);
  if (problem !== undefined) throw new MalformedMessage(field, problem);
  return read as Id;
}

/** Why a text cannot be an id, or undefined when it can; quick for the usual ones. */
export function idFault(value: string): string | undefined {
  return PLAIN_ID.test(value) ? undefined : idProblem(value);
}

/** An id that may be left out; absent and empty are undefined. */
export function optionalId<Id extends string>(value: string | null | undefined, field: string): Id | undefined {
  return value === undefined || value === null || value === '' ? undefined : id<Id>(value, field);
}

/** The safe integer ≥ 0 that a value is, or undefined when it is none. */
export function wholeNumber(value: WireNumber): number | undefined {
  const read = typeof value === 'string' && DIGITS.test(value) ? Number(value) : value;
  return typeof read === 'number' && Number.isSafeInteger(read) && read >= 0 ? read : undefined;
}

/** A safe integer ≥ 0; absent is 0. */
export function natural(value: WireNumber, field: string): number {
  if (value === undefined || value === null) return 0;
  const read = wholeNumber(value);
  if (read !== undefined) return read;
  throw new MalformedMessage(field, `must be a whole number from 0 to ${String(Number.MAX_SAFE_INTEGER)}`);
}

/** A safe integer ≥ 0 that may be left out. */
export function optionalNatural(value: WireNumber, field: string): number | undefined {
  return value === undefined || value === null ? undefined : natural(value, field);
}

/** A finite number > 0, such as a weight. */
export function positive(value: WireNumber, field: string): number {
  if (typeof value === 'number' && Number.isFinite(value) && value > 0) return value;
  throw new MalformedMessage(field, 'must be a finite number greater than 0');
}

/** A finite number ≥ 0, such as a share; absent is 0. */
export function fraction(value: WireNumber, field: string): number {
  if (value === undefined || value === null) return 0;
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value;
  throw new MalformedMessage(field, 'must be a finite number from 0');
}

/** A truth value; absent is false. */
export function flag(value: boolean | null | undefined, field: string): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value === 'boolean') return value;
  throw new MalformedMessage(field, 'must be true or false');
}

/** A copy of bytes, at most `max` of them; absent is empty. A copy, because what arrives is a view that would keep its whole message alive. */
export function bytes(value: Uint8Array | null | undefined, field: string, max: number): Uint8Array {
  if (value === undefined || value === null) return NO_BYTES;
  if (!(value instanceof Uint8Array)) throw new MalformedMessage(field, 'must be bytes');
  if (value.length > max) throw new MalformedMessage(field, `must be at most ${String(max)} bytes`);
  return value.length === 0 ? NO_BYTES : new Uint8Array(value);
}

/** What a message that must be there says. */
export function message<W, D>(value: W | null | undefined, field: string, decode: (wire: W) => D): D {
  if (value === undefined || value === null) throw new MalformedMessage(field, 'must be set');
  if (typeof value !== 'object') throw new MalformedMessage(field, 'must be a message');
  try {
    return decode(value);
  } catch (fault) {
    throw within(field, fault);
  }
}

/** What a message that may be left out says. */
export function optionalMessage<W, D>(
  value: W | null | undefined,
  field: string,
  decode: (wire: W) => D,
): D | undefined {
  return value === undefined || value === null ? undefined : message(value, field, decode);
}

/** What each message of a list says; absent is empty. */
export function messages<W, D>(
  list: readonly W[] | null | undefined,
  field: string,
  decode: (wire: W) => D,
): readonly D[] {
  const wires = entries(list, field);
  const read: D[] = [];
  for (const wire of wires) {
    try {
      if (typeof wire !== 'object' || wire === null) throw new MalformedMessage(field, 'must hold messages');
      read.push(decode(wire));
    } catch (fault) {
      throw within(`${field}[${String(read.length)}]`, fault);
    }
  }
  return read;
}

/** A list of ids; absent is empty. */
export function ids<Id extends string>(list: readonly string[] | null | undefined, field: string): readonly Id[] {
  const read: Id[] = [];
  for (const entry of entries(list, field)) read.push(id(entry, `${field}[]`));
  return read;
}

/** A list of texts; absent is empty. */
export function texts(list: readonly string[] | null | undefined, field: string): readonly string[] {
  const read: string[] = [];
  for (const entry of entries(list, field)) read.push(text(entry, `${field}[]`));
  return read;
}

/** A list of texts none of which is empty; absent is empty. */
export function someTexts(list: readonly string[] | null | undefined, field: string): readonly string[] {
  const read: string[] = [];
  for (const entry of entries(list, field)) read.push(someText(entry, `${field}[${String(read.length)}]`));
  return read;
}

/** A list of values of an enum; absent is empty. */
export function words<Word extends string, Value extends number>(
  list: readonly WireNumber[] | null | undefined,
  field: string,
  table: EnumTable<Word, Value>,
): readonly Word[] {
  const read: Word[] = [];
  for (const entry of entries(list, field)) read.push(table.fromWire(entry, `${field}[${String(read.length)}]`));
  return read;
}

/** A list of values of an enum that may be newer than this reader: what is not known is left out. Absent is empty. */
export function knownWords<Word extends string, Value extends number>(
  list: readonly WireNumber[] | null | undefined,
  field: string,
  table: EnumTable<Word, Value>,
): readonly Word[] {
  const read = new Set<Word>();
  for (const entry of entries(list, field)) {
    const word = table.knownFromWire(entry);
    if (word !== undefined) read.add(word);
  }
  return [...read];
}

/** The entries of a list, of which there are not too many; absent is empty. */
function entries<Entry>(list: readonly Entry[] | null | undefined, field: string): readonly Entry[] {
  if (list === undefined || list === null) return [];
  const found: unknown = list;
  if (!Array.isArray(found)) throw new MalformedMessage(field, 'must be a list');
  if (list.length > LIST_ENTRIES_MAX) {
    throw new MalformedMessage(field, `must hold at most ${String(LIST_ENTRIES_MAX)} entries`);
  }
  return list;
}
