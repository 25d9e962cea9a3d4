import * as fc from 'fast-check';
import { addResources, containsResources, equalResources, subtractResources, sumResources } from './algebra';
import { fromEntries, toEntries, validateEntries } from './entries';
import { isEmptyResources, NO_RESOURCES, resources } from './resources';
import type { Resources } from './resources';
import { SCALAR_MILLI_MAX } from './rules';
import { formatResources, parseResources } from './text';

const RUNS = { seed: 20_240_823, numRuns: 500 };

const range = fc.tuple(fc.nat(60), fc.nat(8)).map(([begin, length]) => ({ begin, end: begin + length }));

/** Small universes, so that equal names, adjacent ranges and exact fits are common. */
const anyResources: fc.Arbitrary<Resources> = fc
  .record({
    scalars: fc.dictionary(
      fc.constantFrom('cpus', 'mem', 'disk', 'apples', 'cpus(a)', 'cpus(a,a/b)', 'mem<revocable>', 'disk(a)<shared:x>'),
      fc.nat(3000),
      { maxKeys: 4 },
    ),
    ranges: fc.dictionary(
      fc.constantFrom('ports', 'lanes', 'ports(a)', 'ports<revocable>'),
      fc.array(range, { maxLength: 4 }),
      { maxKeys: 2 },
    ),
    sets: fc.dictionary(fc.constantFrom('zones', 'apples'), fc.subarray(['a', 'b', 'c', 'd']), { maxKeys: 2 }),
  })
  .map(resources);

const scalarsOnly = anyResources.map((from) => resources({ scalars: from.scalars }));

/** Parts of two resources that do not overlap, so that their sum can be taken apart again. */
const disjoint = fc.tuple(anyResources, anyResources).map(([a, b]): readonly [Resources, Resources] => {
  const lower = resources({ scalars: a.scalars, ranges: a.ranges, sets: a.sets });
  const shifted = [...b.ranges].map(
    ([name, list]) => [name, list.map((each) => ({ begin: each.begin + 100, end: each.end + 100 }))] as const,
  );
  const renamed = [...b.sets].map(([name, items]) => [name, items.map((item) => `${item}2`)] as const);
  return [lower, resources({ scalars: b.scalars, ranges: shifted, sets: renamed })];
});

test('adding is commutative, associative, and nothing is its neutral element', () => {
  const holds = fc.property(anyResources, anyResources, anyResources, (a, b, c) => {
    expect(addResources(a, b)).toEqual(addResources(b, a));
    expect(addResources(addResources(a, b), c)).toEqual(addResources(a, addResources(b, c)));
    expect(addResources(a, NO_RESOURCES)).toEqual(a);
    expect(sumResources([a, b, c])).toEqual(addResources(addResources(a, b), c));
  });

  fc.assert(holds, RUNS);
});

test('what was added can be taken away again, and only the rest is left', () => {
  const holds = fc.property(disjoint, ([a, b]) => {
    const sum = addResources(a, b);
    expect(subtractResources(sum, b)).toEqual(a);
    expect(subtractResources(sum, a)).toEqual(b);
    expect(isEmptyResources(subtractResources(sum, sum))).toBe(true);
  });

  fc.assert(holds, RUNS);
});

test('what is contained can be taken away and given back; what is not is refused', () => {
  const holds = fc.property(anyResources, anyResources, (a, b) => {
    if (containsResources(a, b)) expect(addResources(subtractResources(a, b), b)).toEqual(a);
    else expect(() => subtractResources(a, b)).toThrow('is taken away than is there');
  });

  fc.assert(holds, RUNS);
});

test('containing is reflexive, antisymmetric, and a sum contains its parts', () => {
  const holds = fc.property(anyResources, anyResources, (a, b) => {
    expect(containsResources(a, a)).toBe(true);
    expect(containsResources(a, NO_RESOURCES)).toBe(true);
    expect(containsResources(addResources(a, b), b)).toBe(true);
    expect(containsResources(a, b) && containsResources(b, a)).toBe(equalResources(a, b));
  });

  fc.assert(holds, RUNS);
});

test('ranges hold exactly the numbers that counting one by one gives', () => {
  const numbersOf = (from: Resources): Set<number> => {
    const numbers = new Set<number>();
    for (const { begin, end } of from.ranges.get('ports') ?? []) {
      for (let number = begin; number <= end; number += 1) numbers.add(number);
    }
    return numbers;
  };
  const ports = fc.array(range, { maxLength: 6 }).map((list) => resources({ ranges: { ports: list } }));
  const holds = fc.property(ports, ports, (a, b) => {
    const [inA, inB] = [numbersOf(a), numbersOf(b)];
    expect(numbersOf(addResources(a, b))).toEqual(new Set([...inA, ...inB]));
    const contained = [...inB].every((number) => inA.has(number));
    expect(containsResources(a, b)).toBe(contained);
    if (contained) {
      expect(numbersOf(subtractResources(a, b))).toEqual(new Set([...inA].filter((number) => !inB.has(number))));
    }
  });

  fc.assert(holds, RUNS);
});

test('the text form and the entries read back to the same resources', () => {
  const holds = fc.property(anyResources, (a) => {
    const parsed = parseResources(formatResources(a));
    expect(parsed).toMatchObject({ ok: true, resources: a });
    expect(validateEntries(toEntries(a), 'resources')).toEqual([]);
    expect(fromEntries(toEntries(a))).toEqual(a);
  });

  fc.assert(holds, RUNS);
});

test('every scalar up to the greatest is written and read exactly', () => {
  const holds = fc.property(fc.integer({ min: 1, max: SCALAR_MILLI_MAX }), (milli) => {
    const parsed = parseResources(formatResources(resources({ scalars: { mem: milli } })));
    expect(parsed.ok && parsed.resources.scalars.get('mem')).toBe(milli);
  });

  fc.assert(holds, RUNS);
});

test('no text makes the reader throw', () => {
  const fragments = fc.array(
    fc.constantFrom('cpus', 'ports', ':', ';', '[', ']', '{', '}', ',', '-', '1', '0.5', 'é', ' '),
    {
      maxLength: 25,
    },
  );
  const holds = fc.property(
    fc.oneof(
      fragments.map((parts) => parts.join('')),
      fc.string(),
    ),
    (text) => {
      const parsed = parseResources(text);
      expect(parsed.ok || parsed.problems.length > 0).toBe(true);
    },
  );

  fc.assert(holds, RUNS);
});

test('resources without ranges and sets share the empty maps, which the fast paths rely on', () => {
  const holds = fc.property(scalarsOnly, scalarsOnly, (a, b) => {
    const sum = addResources(a, b);
    expect(sum.ranges).toBe(NO_RESOURCES.ranges);
    expect(subtractResources(sum, b).sets).toBe(NO_RESOURCES.sets);
  });

  fc.assert(holds, RUNS);
});
