import type { Chance } from '../worlds/simulated/chance';

/** Bytes without any meaning. */
export function randomBytes(chance: Chance, length: number): Buffer {
  return Buffer.from(Array.from({ length }, () => chance.between(0, 255)));
}

/** A message with some damage: bits turned, ends cut off, parts repeated, taken out or put in. */
export function damaged(chance: Chance, bytes: Buffer): Buffer {
  let result: Buffer = Buffer.from(bytes);
  for (let rounds = chance.between(1, 4); rounds > 0; rounds -= 1) {
    const [from, to] = [chance.between(0, result.length), chance.between(0, result.length)].sort((a, b) => a - b);
    result =
      DAMAGES[chance.between(0, DAMAGES.length - 1)]?.(chance, result, { from: from ?? 0, to: to ?? 0 }) ?? result;
  }
  return result;
}

interface Part {
  readonly from: number;
  readonly to: number;
}

const DAMAGES: readonly ((chance: Chance, bytes: Buffer, part: Part) => Buffer)[] = [
  (chance, bytes) => {
    const place = chance.between(0, Math.max(bytes.length - 1, 0));
    const byte = bytes[place];
    if (byte !== undefined) bytes[place] = byte ^ (1 << chance.between(0, 7));
    return bytes;
  },
  (_chance, bytes, { to }) => bytes.subarray(0, to),
  (_chance, bytes, { from }) => bytes.subarray(from),
  (_chance, bytes, { from, to }) => Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]),
  (_chance, bytes, { from, to }) => Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]),
  (chance, bytes, { from }) => Buffer.concat([bytes.subarray(0, from), randomBytes(chance, 4), bytes.subarray(from)]),
];

/** Values that fields are not made for. */
const STRANGE_TEXTS = ['', '.', '..', '../../etc/passwd', '/', '\0', 'ü€\u{1f600}', '*', '-', 'a'.repeat(256), 'a/b'];
const STRANGE_NUMBERS = ['-1', '0', '1', '9007199254740993', '9223372036854775807', '-9223372036854775808'];

/** A copy of a decoded message in which one field, somewhere, is strange: another value, left out, or many times there. */
export function withStrangeField(chance: Chance, value: unknown): unknown {
  if (typeof value === 'string') return strangeText(chance, value);
  if (typeof value === 'number' || typeof value === 'boolean') return chance.pick([0, 1, 99, true, false]);
  if (value instanceof Uint8Array) return randomBytes(chance, chance.pick([0, 1, 100, 16_385, 40_000]) ?? 0);
  if (Array.isArray(value)) return strangeList(chance, value);
  if (typeof value === 'object' && value !== null) return strangeMessage(chance, value);
  return value;
}

function strangeText(chance: Chance, text: string): string {
  if (/^-?\d+$/.test(text)) return chance.pick(STRANGE_NUMBERS) ?? text;
  return chance.pick(STRANGE_TEXTS) ?? text;
}

function strangeList(chance: Chance, list: readonly unknown[]): readonly unknown[] {
  const entry = chance.pick(list);
  if (entry === undefined || chance.happens(0.2)) return [];
  if (chance.happens(0.3)) return Array.from({ length: chance.between(2, 300) }, () => entry);
  const place = list.indexOf(entry);
  return list.map((each, index) => (index === place ? withStrangeField(chance, each) : each));
}

function strangeMessage(chance: Chance, message: object): object {
  const fields = Object.entries(message).filter(([, value]) => value !== null);
  const [name] = chance.pick(fields) ?? [];
  if (name === undefined) return message;
  if (chance.happens(0.1)) return Object.fromEntries(fields.filter(([other]) => other !== name));
  return Object.fromEntries(
    fields.map(([other, value]) => [other, other === name ? withStrangeField(chance, value) : value]),
  );
}
