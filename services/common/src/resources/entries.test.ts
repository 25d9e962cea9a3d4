import { fromEntries, toEntries, validateEntries } from './entries';
import type { ResourceEntry } from './entries';
import { formatResources } from './text';

test('given sound entries of one name from two offers, when they are used together, then they add up', () => {
  const entries: readonly ResourceEntry[] = [
    { kind: 'scalar', name: 'cpus', milli: 1000 },
    { kind: 'ranges', name: 'ports', ranges: [{ begin: 1, end: 2 }] },
    { kind: 'scalar', name: 'cpus', milli: 500 },
    { kind: 'ranges', name: 'ports', ranges: [{ begin: 3, end: 4 }] },
  ];

  expect(validateEntries(entries, 'resources')).toEqual([]);
  expect(formatResources(fromEntries(entries))).toBe('cpus:1.5;ports:[1-4]');
});

test('given unsound entries, when they are checked, then every fault is told with its place', () => {
  const entries: readonly ResourceEntry[] = [
    { kind: 'scalar', name: 'cpus', milli: -1 },
    { kind: 'scalar', name: 'ports', milli: 1 },
    { kind: 'scalar', name: 'mem', milli: Number.NaN },
    { kind: 'ranges', name: '', ranges: [{ begin: 1, end: 2 }] },
    { kind: 'set', name: 'zones', items: ['a b', 'c', 'c'] },
    { kind: 'scalar', name: '__proto__', milli: 1 },
    { kind: 'ranges', name: 'lanes', ranges: [{ begin: -1, end: 7 }] },
  ];

  expect(validateEntries(entries, 'tasks[0].resources')).toEqual([
    { field: 'tasks[0].resources[0]', message: 'cpus must not be negative' },
    { field: 'tasks[0].resources[1]', message: 'ports must be ranges such as [31000-32000]' },
    { field: 'tasks[0].resources[2]', message: 'mem must be a whole number of thousandths' },
    { field: 'tasks[0].resources[3]', message: 'the name must not be empty' },
    {
      field: 'tasks[0].resources[4]',
      message: 'zones holds "a b", an item must not contain spaces, control characters or , ; { }',
    },
    { field: 'tasks[0].resources[4]', message: 'zones lists "c" more than once; list each item once' },
    {
      field: 'tasks[0].resources[5]',
      message: 'the name "__proto__" must begin with a letter or digit and hold only letters, digits and . _ / -',
    },
    {
      field: 'tasks[0].resources[6]',
      message: 'lanes holds -1-7, both ends must be whole numbers from 0 to 9007199254740991',
    },
  ]);
});

test('given entries that overlap each other, when they are checked, then the list is refused', () => {
  const entries: readonly ResourceEntry[] = [
    { kind: 'ranges', name: 'ports', ranges: [{ begin: 1, end: 5 }] },
    { kind: 'ranges', name: 'ports', ranges: [{ begin: 5, end: 9 }] },
    { kind: 'set', name: 'zones', items: ['a'] },
    { kind: 'set', name: 'zones', items: ['a'] },
  ];

  expect(validateEntries(entries, 'resources')).toEqual([
    { field: 'resources', message: 'ports lists 1-5 and 5-9, which overlap; list each number once' },
    { field: 'resources', message: 'zones lists "a" more than once; list each item once' },
  ]);
});

test('given more than the limits allow, when entries are checked, then one problem says so', () => {
  const entry: ResourceEntry = { kind: 'scalar', name: 'cpus', milli: 1 };
  const wide: ResourceEntry = { kind: 'set', name: 'zones', items: Array.from({ length: 5000 }, (_, i) => String(i)) };

  expect(
    validateEntries(
      Array.from({ length: 257 }, () => entry),
      'resources',
    ),
  ).toHaveLength(1);
  expect(validateEntries([wide], 'resources')).toEqual([
    { field: 'resources[0]', message: 'zones lists 5000 parts, at most 4096 are allowed' },
  ]);
});

test('entries come in one order, whatever the order in which resources were built', () => {
  const a = fromEntries([
    { kind: 'scalar', name: 'mem', milli: 1 },
    { kind: 'set', name: 'a', items: ['x'] },
    { kind: 'scalar', name: 'a', milli: 1 },
    { kind: 'scalar', name: 'cpus', milli: 1 },
  ]);

  expect(toEntries(a).map((entry) => `${entry.kind} ${entry.name}`)).toEqual([
    'scalar cpus',
    'scalar mem',
    'scalar a',
    'set a',
  ]);
  expect(fromEntries([...toEntries(a)].reverse())).toEqual(a);
});
