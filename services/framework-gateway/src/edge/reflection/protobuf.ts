import { MalformedMessage } from '@parley/common/kernel';

/** One field of a protobuf message as it stands in the bytes: length-delimited fields have bytes, all others are only stepped over. */
export interface RawField {
  readonly number: number;
  readonly bytes: Buffer | undefined;
}

/** Reads the fields of a message in order, without a schema. Needed because descriptors have to be served byte for byte. Throws MalformedMessage. */
export function* rawFields(message: Buffer): Generator<RawField, void> {
  let at = 0;
  while (at < message.length) {
    const tag = readVarint(message, at);
    const number = Math.floor(tag.value / 8);
    const body = readBody(message, tag.next, tag.value % 8);
    at = body.next;
    yield { number, bytes: body.bytes };
  }
}

/** The values of all length-delimited fields with that number. */
export function bytesOf(message: Buffer, number: number): readonly Buffer[] {
  const found: Buffer[] = [];
  for (const field of rawFields(message)) {
    if (field.number === number && field.bytes !== undefined) found.push(field.bytes);
  }
  return found;
}

/** The same as text. */
export function textsOf(message: Buffer, number: number): readonly string[] {
  return bytesOf(message, number).map((bytes) => bytes.toString('utf8'));
}

/** A length-delimited field, ready to be joined with others. */
export function lengthDelimited(number: number, content: Buffer | string): Buffer {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return Buffer.concat([varint(number * 8 + 2), varint(bytes.length), bytes]);
}

/** A field that holds a natural number. */
export function natural(number: number, value: number): Buffer {
  return Buffer.concat([varint(number * 8), varint(value)]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) + 0x80);
    rest = Math.floor(rest / 0x80);
  }
  bytes.push(rest);
  return Buffer.from(bytes);
}

function readVarint(message: Buffer, from: number): { readonly value: number; readonly next: number } {
  let value = 0;
  let factor = 1;
  for (let at = from; at < from + 10; at += 1) {
    const byte = message[at];
    if (byte === undefined) throw new MalformedMessage('message', 'ends in the middle of a number');
    value += (byte % 0x80) * factor;
    factor *= 0x80;
    if (byte < 0x80) return { value, next: at + 1 };
  }
  throw new MalformedMessage('message', 'has a number of more than ten bytes');
}

function readBody(
  message: Buffer,
  from: number,
  wireType: number,
): { readonly bytes: Buffer | undefined; readonly next: number } {
  switch (wireType) {
    case 0:
      return { bytes: undefined, next: readVarint(message, from).next };
    case 1:
      return stepOver(message, from + 8);
    case 2: {
      const length = readVarint(message, from);
      const { next } = stepOver(message, length.next + length.value);
      return { bytes: message.subarray(length.next, next), next };
    }
    case 5:
      return stepOver(message, from + 4);
    default:
      throw new MalformedMessage('message', `has a field of wire type ${String(wireType)}, which is not used any more`);
  }
}

function stepOver(message: Buffer, next: number): { readonly bytes: undefined; readonly next: number } {
  if (next > message.length) throw new MalformedMessage('message', 'ends in the middle of a field');
  return { bytes: undefined, next };
}
