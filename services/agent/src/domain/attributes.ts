import type { Attribute } from '@parley/common/contract';
import type { Range } from '@parley/common/resources';

/** Attributes read from text, or everything that is wrong with it. */
export type AttributesResult =
  | { readonly ok: true; readonly attributes: readonly Attribute[] }
  | { readonly ok: false; readonly problems: readonly string[] };

type AttributeOrProblem = Attribute | string;

/**
 * Reads `rack:abc;zone:west;level:10;slots:[1-4]` (mesos-semantics R4): a number is a scalar, a list in brackets is ranges, all else
 * is text. Names may repeat and the order is kept. Sets are not allowed.
 */
export function parseAttributes(text: string): AttributesResult {
  const attributes: Attribute[] = [];
  const problems: string[] = [];
  for (const part of text.split(';')) {
    if (part.trim() === '') continue;
    const parsed = parseAttribute(part.trim());
    if (typeof parsed === 'string') problems.push(`"${part.trim()}": ${parsed}`);
    else attributes.push(parsed);
  }
  return problems.length === 0 ? { ok: true, attributes } : { ok: false, problems };
}

function parseAttribute(part: string): AttributeOrProblem {
  const colon = part.indexOf(':');
  if (colon <= 0) return 'expected name:value, such as rack:abc';
  const name = part.slice(0, colon).trim();
  const value = part.slice(colon + 1).trim();
  if (!/^[A-Za-z0-9][A-Za-z0-9._/-]{0,127}$/.test(name)) return 'a name holds letters, digits and . _ / - only';
  if (value === '') return 'the value must not be empty; leave the attribute out instead';
  if (value.startsWith('{')) return 'sets are not allowed as attributes; repeat the name for each value instead';
  if (value.startsWith('[')) return parseRanges(name, value);
  const number = /^(-?\d{1,12})(?:\.(\d{1,3}))?$/.exec(value);
  if (number === null)
    return value.length <= 1024 ? { kind: 'text', name, text: value } : 'a value has at most 1024 characters';
  const fraction = Number((number[2] ?? '').padEnd(3, '0'));
  const whole = Number(number[1]) * 1000;
  return { kind: 'scalar', name, milli: value.startsWith('-') ? whole - fraction : whole + fraction };
}

function parseRanges(name: string, value: string): AttributeOrProblem {
  if (!value.endsWith(']')) return 'the list of ranges must end with ], such as [1-4]';
  const ranges: Range[] = [];
  for (const part of value.slice(1, -1).split(',')) {
    const match = /^\s*(\d{1,15})\s*-\s*(\d{1,15})\s*$/.exec(part);
    const range = { begin: Number(match?.[1]), end: Number(match?.[2]) };
    if (match === null || range.begin > range.end) return `"${part.trim()}" is no range; write two numbers such as 1-4`;
    ranges.push(range);
  }
  return { kind: 'ranges', name, ranges };
}
