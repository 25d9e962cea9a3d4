import * as fc from 'fast-check';
import {
  anyText,
  boolean,
  checked,
  durationMs,
  hostPort,
  integer,
  list,
  oneOf,
  port,
  resourcesText,
  showValue,
  sizeBytes,
  text,
} from './parsers';
import type { Parser } from './parsers';

/** The value of a text, or what was expected instead. */
function read(parse: Parser<unknown>, given: string): unknown {
  const parsed = parse(given);
  return parsed.ok ? parsed.value : `expected ${parsed.expected}`;
}

const READABLE: readonly (readonly [string, Parser<unknown>, string, unknown])[] = [
  ['port', port, '0', 0],
  ['port', port, '65535', 65_535],
  ['duration', durationMs, '500ms', 500],
  ['duration', durationMs, '0', 0],
  ['duration', durationMs, '30s', 30_000],
  ['duration', durationMs, '5m', 300_000],
  ['duration', durationMs, '2h', 7_200_000],
  ['duration', durationMs, '1w', 604_800_000],
  ['size', sizeBytes, '16KiB', 16_384],
  ['integer', integer(-5, 5), '-5', -5],
  ['boolean', boolean, 'on', true],
  ['boolean', boolean, 'no', false],
  ['word', oneOf(['drf', 'strict-priority']), 'drf', 'drf'],
  ['address', hostPort, 'localhost:5050', { host: 'localhost', port: 5050 }],
  ['address', hostPort, '[::1]:0', { host: '::1', port: 0 }],
  ['list', list(text), ' a, b ,c', ['a', 'b', 'c']],
  ['list', list(text), ' ', []],
  ['text', anyText, '', ''],
  ['checked text', checked(text, () => undefined), 'a', 'a'],
];

test.each(READABLE.map(([what, parse, given, value]) => ({ what, parse, given, value })))(
  'a $what is read from $given',
  ({ parse, given, value }) => {
    expect(read(parse, given)).toEqual(value);
  },
);

const UNREADABLE: readonly (readonly [string, Parser<unknown>, string, string])[] = [
  ['port', port, '65536', 'expected a port from 0 to 65535'],
  ['port', port, '-1', 'expected a port from 0 to 65535'],
  ['port', port, '', 'expected a port from 0 to 65535'],
  ['duration', durationMs, '30', 'expected a duration such as 500ms, 30s, 5m or 1w'],
  ['duration', durationMs, '-1s', 'expected a duration such as 500ms, 30s, 5m or 1w'],
  ['duration', durationMs, '1 s', 'expected a duration such as 500ms, 30s, 5m or 1w'],
  ['duration', durationMs, '1toString', 'expected a duration such as 500ms, 30s, 5m or 1w'],
  ['duration', durationMs, '999999999999w', 'expected a duration such as 500ms, 30s, 5m or 1w'],
  ['size', sizeBytes, '1KB', 'expected a size such as 64KiB, 16MiB or 1GiB'],
  ['integer', integer(1, 5), '6', 'expected a whole number from 1 to 5'],
  ['integer', integer(1, 5), '1.5', 'expected a whole number from 1 to 5'],
  ['boolean', boolean, 'maybe', 'expected true or false'],
  ['word', oneOf(['drf', 'strict-priority']), 'DRF', 'expected one of drf, strict-priority'],
  ['address', hostPort, 'localhost', 'expected host:port, such as 127.0.0.1:5050 or [::1]:5050'],
  ['address', hostPort, 'http://a:1', 'expected host:port, such as 127.0.0.1:5050 or [::1]:5050'],
  ['address', hostPort, '::1:80', 'expected host:port, such as 127.0.0.1:5050 or [::1]:5050'],
  ['list', list(port), '1,x', 'expected a list parted by commas, each a port from 0 to 65535'],
  ['text', text, '', 'expected a text that is not empty'],
  [
    'checked port',
    checked(port, (value) => (value === 0 ? 'a port other than 0' : undefined)),
    '0',
    'expected a port other than 0',
  ],
];

test.each(UNREADABLE.map(([what, parse, given, message]) => ({ what, parse, given, message })))(
  'no $what is read from $given',
  ({ parse, given, message }) => {
    expect(read(parse, given)).toBe(message);
  },
);

test('resources that are not sound are refused with all their problems', () => {
  expect(read(resourcesText, 'cpus:x;mem:-1')).toMatch(/but resource 1 .*; resource 2 .* must not be negative/);
});

test('what is shown of a duration or size reads back to the same', () => {
  const holds = fc.property(fc.nat({ max: 2 ** 40 }), (number) => {
    expect(read(durationMs, showValue(durationMs, number))).toBe(number);
    expect(read(sizeBytes, showValue(sizeBytes, number))).toBe(number);
  });

  fc.assert(holds, { seed: 20_240_823, numRuns: 500, examples: [[0], [604_800_000], [1024]] });
});
