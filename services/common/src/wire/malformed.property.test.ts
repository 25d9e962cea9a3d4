import * as fc from 'fast-check';
import { MalformedMessage } from '../kernel';
import { OPTION_SETS, WIRE_ROUTES } from '../testing/wire-routes';
import type { AnyWireRoute } from '../testing/wire-routes';

const RUNS = { seed: 20_241_008, numRuns: 150 };

/** Fails for every exception but the one that says which field is wrong. */
function expectDecodedOrMalformed(route: AnyWireRoute, wire: unknown): void {
  try {
    route.decode(wire);
  } catch (fault) {
    expect(fault).toBeInstanceOf(MalformedMessage);
    expect(fault).toMatchObject({ field: expect.any(String) as string });
  }
}

/** The wire message with the value at one place, the n-th of all counted depth first, replaced. */
function withReplaced(wire: unknown, place: number, junk: unknown): unknown {
  let left = place;
  const visit = (value: unknown): unknown => {
    left -= 1;
    if (left < 0) {
      left = Number.POSITIVE_INFINITY;
      return junk;
    }
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, visit(inner)]));
  };
  return visit(wire);
}

describe.each(WIRE_ROUTES.map((route) => [route.name, route] as const))('%s', (_name, route) => {
  test('given valid bytes with one byte changed, when they are a message, then they decode or name the malformed field', () => {
    const holds = fc.property(
      route.any,
      fc.tuple(fc.nat(), fc.nat(255), fc.constantFrom(...OPTION_SETS)),
      (value, [position, byte, options]) => {
        const bytes = Buffer.from(route.write(value, 'internal'));
        if (bytes.length > 0) bytes[position % bytes.length] = byte;
        const wire = parsed(route, { bytes, options });
        if (wire !== undefined) expectDecodedOrMalformed(route, wire);
      },
    );

    fc.assert(holds, RUNS);
  });

  test('given a message with anything at one place, when it is decoded, then it decodes or names the malformed field', () => {
    const junk = fc.oneof(
      fc.constantFrom(
        null,
        undefined,
        -1,
        0.5,
        2 ** 60,
        '',
        '-1',
        '1e3',
        '9007199254740993',
        'NaN',
        [],
        {},
        [null],
        [3],
      ),
      fc.anything({ withNullPrototype: true, withTypedArray: true, withBigInt: true }),
    );
    const holds = fc.property(
      route.any,
      fc.tuple(fc.nat(80), junk, fc.constantFrom(...OPTION_SETS)),
      (value, [place, what, options]) => {
        const wire = route.parse(route.write(value, 'internal'), options);

        expectDecodedOrMalformed(route, withReplaced(wire, place, what));
      },
    );

    fc.assert(holds, RUNS);
  });

  test('given anything at all, when it is decoded, then it decodes or names the malformed field', () => {
    fc.assert(
      fc.property(fc.anything(), (anything) => {
        expectDecodedOrMalformed(route, anything);
      }),
      RUNS,
    );
  });
});

/** The message that bytes hold, or undefined when protobuf itself finds none in them. */
function parsed(
  route: AnyWireRoute,
  from: { bytes: Buffer; options: (typeof OPTION_SETS)[number] },
): object | undefined {
  try {
    return route.parse(from.bytes, from.options);
  } catch {
    return undefined;
  }
}
