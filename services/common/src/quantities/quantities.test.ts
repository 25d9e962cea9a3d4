import { resources } from '../resources';
import { addTo, covers, dominantShare, hasAny, takeFrom } from './quantities';
import { ResourceNames } from './resource-names';

test('given resources with names seen before and new ones, when they are numbered, then every name keeps its number', () => {
  const names = new ResourceNames();

  const first = names.quantitiesOf(resources({ scalars: { cpus: 1000, mem: 64_000 } }));
  const second = names.quantitiesOf(resources({ scalars: { gpus: 2000, cpus: 500 } }));

  expect(first).toEqual([1000, 64_000]);
  expect(second).toEqual([500, 0, 2000]);
  expect(names.scalarsOf(second)).toEqual(
    new Map([
      ['cpus', 500],
      ['gpus', 2000],
    ]),
  );
  expect([names.size, names.nameOf(2), names.nameOf(3), names.knownNumberOf('mem'), names.knownNumberOf('x')]).toEqual([
    3,
    'gpus',
    '',
    1,
    undefined,
  ]);
});

test('given vectors of different lengths, when they are added and taken away, then what lies past the end is nothing', () => {
  const sum = [1];

  addTo(sum, [1, 2, 3]);
  takeFrom(sum, [0, 5]);

  expect(sum).toEqual([2, -3, 3]);
  expect(covers(sum, [2, 0, 3])).toBe(true);
  expect(covers([1], [1, 1])).toBe(false);
  expect([hasAny([0, -1]), hasAny([0, 1])]).toEqual([false, true]);
});

test('the dominant share is the largest fraction of what exists, divided by the weight', () => {
  expect(dominantShare([2, 4], [9, 18], 1)).toBe(2 / 9);
  expect(dominantShare([3, 1], [9, 18], 2)).toBe(3 / 18);
  expect(dominantShare([5, 1], [0, 10], 1)).toBe(0.1);
});
