import { formatResources, parseResources } from '../resources';
import type { Resources } from '../resources';

/** What a setting's text means, or what was expected instead, in words that follow "expected". */
export type Parsed<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly expected: string };

/** Turns the text of a setting into its value. Pure, and total over all texts. */
export interface Parser<Value> {
  (text: string): Parsed<Value>;
  /** The inverse, for printing defaults and the effective configuration. Without it, texts stand for themselves and all else as JSON. */
  show?(value: Value): string;
  /** What a flag without a value means; without it, a flag needs a value. */
  readonly bare?: string;
}

/** An address to listen on or to reach. */
export interface HostPort {
  readonly host: string;
  readonly port: number;
}

/** The resources of a setting, with the names that were written: `gpus:0` says that there are none, leaving gpus out says nothing. */
export interface ResourcesSetting {
  readonly resources: Resources;
  readonly names: readonly string[];
}

const PORT_MAX = 65_535;

const UNIT_MS = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
} satisfies Record<string, number>;

const UNIT_BYTES = { B: 1, KiB: 1024, MiB: 1024 ** 2, GiB: 1024 ** 3 } satisfies Record<string, number>;

const YES: ReadonlySet<string> = new Set(['true', 'yes', 'on', '1']);
const NO: ReadonlySet<string> = new Set(['false', 'no', 'off', '0']);

/** Any text that is not empty. */
export const text: Parser<string> = (given) => (given === '' ? expected('a text that is not empty') : found(given));

/** Any text, also none. */
export const anyText: Parser<string> = found;

/** A TCP port; 0 lets the system choose. */
export const port: Parser<number> = (given) => {
  const number = wholeNumber(given);
  return number === undefined || number > PORT_MAX ? expected(`a port from 0 to ${String(PORT_MAX)}`) : found(number);
};

/** A duration such as `500ms`, `30s`, `5m`, `2h`, `3d` or `1w`, in milliseconds; a bare 0 is allowed, any other bare number not. */
export const durationMs: Parser<number> = Object.assign(
  (given: string) => {
    const ms = given === '0' ? 0 : withUnit(given, UNIT_MS);
    return ms === undefined ? expected('a duration such as 500ms, 30s, 5m or 1w') : found(ms);
  },
  { show: (ms: number) => showWithUnit(ms, UNIT_MS) },
);

/** A size such as `512B`, `64KiB`, `16MiB` or `1GiB`, in bytes. */
export const sizeBytes: Parser<number> = Object.assign(
  (given: string) => {
    const bytes = withUnit(given, UNIT_BYTES);
    return bytes === undefined ? expected('a size such as 64KiB, 16MiB or 1GiB') : found(bytes);
  },
  { show: (bytes: number) => showWithUnit(bytes, UNIT_BYTES) },
);

/** A switch. A flag without a value means yes. */
export const boolean: Parser<boolean> = Object.assign(
  (given: string) => {
    if (YES.has(given)) return found(true);
    return NO.has(given) ? found(false) : expected('true or false');
  },
  { bare: 'true' },
);

/** `host:port`, with an IPv6 host in brackets. */
export const hostPort: Parser<HostPort> = Object.assign(
  (given: string) => {
    const match = /^(?:\[([0-9A-Fa-f:.]+)\]|([^\s:/[\]]+)):(\d+)$/.exec(given);
    const host = match?.[1] ?? match?.[2];
    const number = wholeNumber(match?.[3] ?? '');
    return host === undefined || number === undefined || number > PORT_MAX
      ? expected('host:port, such as 127.0.0.1:5050 or [::1]:5050')
      : found({ host, port: number });
  },
  { show: formatHostPort },
);

/** An address as people and gRPC write it: `host:port`, with an IPv6 host in brackets. */
export function formatHostPort(address: HostPort): string {
  return `${address.host.includes(':') ? `[${address.host}]` : address.host}:${String(address.port)}`;
}

/** Resources in their text form, such as `cpus:2;mem:1024;ports:[31000-32000]`. */
export const resourcesText: Parser<ResourcesSetting> = Object.assign(
  (given: string) => {
    const parsed = parseResources(given);
    return parsed.ok
      ? found({ resources: parsed.resources, names: parsed.names })
      : expected(`resources such as cpus:2;mem:1024;ports:[31000-32000], but ${parsed.problems.join('; ')}`);
  },
  { show: (setting: ResourcesSetting) => formatResources(setting.resources) },
);

/** A whole number from `min` to `max`, both included. */
export function integer(min: number, max: number): Parser<number> {
  return (given) => {
    const number = /^-?\d{1,15}$/.test(given) ? Number(given) : Number.NaN;
    return number >= min && number <= max
      ? found(number)
      : expected(`a whole number from ${String(min)} to ${String(max)}`);
  };
}

/** One of a few words. */
export function oneOf<const Word extends string>(words: readonly Word[]): Parser<Word> {
  return (given) => {
    const word = words.find((each) => each === given);
    return word === undefined ? expected(`one of ${words.join(', ')}`) : found(word);
  };
}

/** Values parted by commas, with spaces around them ignored; an empty text is an empty list. */
export function list<Value>(parse: Parser<Value>): Parser<readonly Value[]> {
  const parseList = (given: string): Parsed<readonly Value[]> => {
    const values: Value[] = [];
    for (const part of given.trim() === '' ? [] : given.split(',')) {
      const parsed = parse(part.trim());
      if (!parsed.ok) return expected(`a list parted by commas, each ${parsed.expected}`);
      values.push(parsed.value);
    }
    return found(values);
  };
  return Object.assign(parseList, {
    show: (values: readonly Value[]) => values.map((value) => showValue(parse, value)).join(','),
  });
}

/** What `parse` reads, if the check has no objection; an objection says what was expected instead. */
export function checked<Value>(parse: Parser<Value>, objection: (value: Value) => string | undefined): Parser<Value> {
  const parseChecked = (given: string): Parsed<Value> => {
    const parsed = parse(given);
    const instead = parsed.ok ? objection(parsed.value) : undefined;
    return instead === undefined ? parsed : expected(instead);
  };
  return Object.assign(parseChecked, {
    show: (value: Value) => showValue(parse, value),
    ...(parse.bare === undefined ? {} : { bare: parse.bare }),
  });
}

/** A value as a user would write it. */
export function showValue<Value>(parse: Parser<Value>, value: Value): string {
  if (parse.show !== undefined) return parse.show(value);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function found<Value>(value: Value): Parsed<Value> {
  return { ok: true, value };
}

function expected(what: string): { readonly ok: false; readonly expected: string } {
  return { ok: false, expected: what };
}

function wholeNumber(given: string): number | undefined {
  return /^\d{1,15}$/.test(given) ? Number(given) : undefined;
}

/** A whole number with its unit, as a multiple of the smallest one. */
function withUnit(given: string, units: Readonly<Record<string, number>>): number | undefined {
  const match = /^(\d{1,16})([A-Za-z]+)$/.exec(given);
  const unit = Object.entries(units).find(([name]) => name === match?.[2])?.[1];
  const value = Number(match?.[1]) * (unit ?? Number.NaN);
  return Number.isSafeInteger(value) ? value : undefined;
}

/** In the largest unit that leaves a whole number. */
function showWithUnit(value: number, units: Readonly<Record<string, number>>): string {
  const fitting = Object.entries(units).filter(([, size]) => value >= size && value % size === 0);
  const [name, size] = fitting.at(-1) ?? Object.entries(units)[0] ?? ['', 1];
  return `${String(value / size)}${name}`;
}
