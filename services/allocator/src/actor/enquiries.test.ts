import type { AllocatorUp } from '@parley/common/contract';
import type { MonotonicMs } from '@parley/common/kernel';

import { Enquiries } from './enquiries';
import type { Part } from './enquiries';

const part =
  (requestId: number): Part<number> =>
  (entries, ending): AllocatorUp => ({
    item: 'shares',
    requestId,
    roles: entries.map((share) => ({ role: 'r', weight: 1, share, dominant: '', frameworks: 0, starvingMs: 0 })),
    frameworks: [],
    last: ending !== 'more',
    ...(ending === 'incomplete' ? { incomplete: true } : {}),
  });

const at = (ms: number) => ms as MonotonicMs;

/** How many entries each part had, and whether it was the last, by request; and whether that says that there would be more. */
function sizes(items: readonly AllocatorUp[]): readonly (readonly [number, number, boolean | 'incomplete'])[] {
  return items.flatMap((item) =>
    item.item === 'shares'
      ? [[item.requestId, item.roles.length, item.incomplete === true ? 'incomplete' : item.last] as const]
      : [],
  );
}

function untilDone(enquiries: Enquiries, slicesMax = 1_000): readonly AllocatorUp[] {
  const said: AllocatorUp[] = [];
  for (let slice = 0; enquiries.isDue && slice < slicesMax; slice += 1) said.push(...enquiries.slice(at(0)));
  return said;
}

function* counting(entries: number, breathsBetween = 0): Generator<number | undefined> {
  for (let entry = 0; entry < entries; entry += 1) {
    for (let breath = 0; breath < breathsBetween; breath += 1) yield undefined;
    yield entry;
  }
}

test.each([
  [0, [[7, 0, true]]],
  [100, [[7, 100, true]]],
  [
    201,
    [
      [7, 100, false],
      [7, 100, false],
      [7, 1, true],
    ],
  ],
])(
  'given an answer of %s entries, when it is worked out, then its parts hold at most 100 and only the last says so',
  (entries, parts) => {
    const enquiries = new Enquiries(at(0));

    expect(enquiries.begin(counting(entries), part(7), at(0))).toBeUndefined();

    expect(sizes(untilDone(enquiries))).toEqual(parts);
    expect(enquiries.isDue).toBe(false);
  },
);

test('given an answer that takes much work, when slices are run, then each does a bounded number of pieces', () => {
  const enquiries = new Enquiries(at(0));
  let pieces = 0;
  function* endless(): Generator<number | undefined> {
    for (;;) {
      pieces += 1;
      yield undefined;
    }
  }
  enquiries.begin(endless(), part(1), at(0));

  enquiries.slice(at(0));
  const first = pieces;
  enquiries.slice(at(0));

  expect(first).toBeLessThanOrEqual(100);
  expect(pieces).toBe(2 * first);
  expect(enquiries.isDue).toBe(true);
});

test('given several questions, when slices are run, then a short answer does not wait for a long one before it', () => {
  const enquiries = new Enquiries(at(0));
  enquiries.begin(counting(100, 1_000), part(1), at(0));
  enquiries.begin(counting(1), part(2), at(0));

  expect(sizes(enquiries.slice(at(0)))).toEqual([[2, 1, true]]);
});

test('given as many questions as may be open, when one more is asked, then its answer is one last part without entries that says so', () => {
  const enquiries = new Enquiries(at(0));
  for (let request = 1; request <= 16; request += 1) {
    expect(enquiries.begin(counting(1), part(request), at(0))).toBeUndefined();
  }

  const instead = enquiries.begin(counting(1), part(17), at(0));

  expect(sizes(instead === undefined ? [] : [instead])).toEqual([[17, 0, 'incomplete']]);
  expect(sizes(untilDone(enquiries))).toHaveLength(16);
  expect(enquiries.begin(counting(1), part(18), at(0))).toBeUndefined();
});

test('given an answer that takes too long for anybody to wait, when that time is over, then it ends with what there is, and says so', () => {
  const enquiries = new Enquiries(at(0));
  enquiries.begin(counting(1_000, 10), part(1), at(5_000));

  expect(sizes(enquiries.slice(at(29_999)))).toEqual([]);
  const [ended, ...more] = sizes(enquiries.slice(at(30_000)));

  expect(ended?.[2]).toBe('incomplete');
  expect(ended?.[1]).toBeGreaterThan(0);
  expect(more).toEqual([]);
  expect(enquiries.isDue).toBe(false);
});
