import type { AllocatorUp } from '@parley/common/contract';

import { Enquiries } from './enquiries';
import type { Part } from './enquiries';

const part =
  (requestId: number): Part<number> =>
  (entries, last): AllocatorUp => ({
    item: 'shares',
    requestId,
    roles: entries.map((share) => ({ role: 'r', weight: 1, share, dominant: '', frameworks: 0, starvingMs: 0 })),
    frameworks: [],
    last,
  });

/** How many entries each part had, and whether it was the last, by request. */
function sizes(items: readonly AllocatorUp[]): readonly (readonly [number, number, boolean])[] {
  return items.flatMap((item) =>
    item.item === 'shares' ? [[item.requestId, item.roles.length, item.last] as const] : [],
  );
}

function untilDone(enquiries: Enquiries, slicesMax = 1_000): readonly AllocatorUp[] {
  const said: AllocatorUp[] = [];
  for (let slice = 0; enquiries.isDue && slice < slicesMax; slice += 1) said.push(...enquiries.slice());
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
    const enquiries = new Enquiries();

    expect(enquiries.begin(counting(entries), part(7))).toBeUndefined();

    expect(sizes(untilDone(enquiries))).toEqual(parts);
    expect(enquiries.isDue).toBe(false);
  },
);

test('given an answer that takes much work, when slices are run, then each does a bounded number of pieces', () => {
  const enquiries = new Enquiries();
  let pieces = 0;
  function* endless(): Generator<number | undefined> {
    for (;;) {
      pieces += 1;
      yield undefined;
    }
  }
  enquiries.begin(endless(), part(1));

  enquiries.slice();
  const first = pieces;
  enquiries.slice();

  expect(first).toBeLessThanOrEqual(100);
  expect(pieces).toBe(2 * first);
  expect(enquiries.isDue).toBe(true);
});

test('given several questions, when slices are run, then a short answer does not wait for a long one before it', () => {
  const enquiries = new Enquiries();
  enquiries.begin(counting(100, 1_000), part(1));
  enquiries.begin(counting(1), part(2));

  expect(sizes(enquiries.slice())).toEqual([[2, 1, true]]);
});

test('given as many questions as may be open, when one more is asked, then its answer is one last part without entries', () => {
  const enquiries = new Enquiries();
  for (let request = 1; request <= 16; request += 1) {
    expect(enquiries.begin(counting(1), part(request))).toBeUndefined();
  }

  const instead = enquiries.begin(counting(1), part(17));

  expect(sizes(instead === undefined ? [] : [instead])).toEqual([[17, 0, true]]);
  expect(sizes(untilDone(enquiries))).toHaveLength(16);
  expect(enquiries.begin(counting(1), part(18))).toBeUndefined();
});
