import {
  chargeable,
  hasKind,
  isOfferableTo,
  isPlain,
  isPlainKey,
  keyOf,
  kindOf,
  plainOf,
  reservedScalars,
  scalarsByName,
  sharedOf,
} from './kinds';
import { NO_RESOURCES, resources } from './resources';

const MIXED = resources({
  scalars: {
    cpus: 1000,
    'cpus(eng)': 2000,
    'cpus(eng,eng/backend)': 500,
    'cpus<revocable>': 4000,
    'cpus(eng)<revocable>': 3000,
    'disk(eng)<shared:data-1>': 7000,
  },
  ranges: { 'ports(ops)': [{ begin: 1, end: 2 }], ports: [{ begin: 5, end: 6 }] },
});

test.each([
  ['cpus', { name: 'cpus', reservations: [], revocable: false, shared: '' }],
  ['cpus(eng)', { name: 'cpus', reservations: ['eng'], revocable: false, shared: '' }],
  ['cpus(eng,eng/backend)', { name: 'cpus', reservations: ['eng', 'eng/backend'], revocable: false, shared: '' }],
  ['cpus<revocable>', { name: 'cpus', reservations: [], revocable: true, shared: '' }],
  ['disk(eng)<shared:data-1>', { name: 'disk', reservations: ['eng'], revocable: false, shared: 'data-1' }],
  ['disk(a%2Cb)<revocable><shared:x%3E>', { name: 'disk', reservations: ['a,b'], revocable: true, shared: 'x>' }],
])('%p is the key of one kind', (key, kind) => {
  expect(kindOf(key)).toEqual(kind);
  expect(keyOf(kind)).toBe(key);
  expect(kindOf(key)).toBe(kindOf(key));
});

test.each([
  'cpus(eng',
  'cpus)',
  'cpus(eng)(ops)',
  'cpus<shared:>',
  'cpus%41',
  'cpus()<revocable',
  'cpus<revocable>(eng)',
])('%p was made by no kind, and is a name that no rule lets pass', (key) => {
  expect(kindOf(key)).toEqual({ name: key, reservations: [], revocable: false, shared: '' });
  expect(keyOf(kindOf(key))).not.toBe(key);
});

test('given a name that looks like a qualified one, when its key is made, then it is no key of the qualified kind', () => {
  const odd = { name: 'cpus(eng)', reservations: [], revocable: false, shared: '' };

  expect(keyOf(odd)).not.toBe('cpus(eng)');
  expect(kindOf(keyOf(odd))).toEqual(odd);
});

test('given many different keys, when their kinds are asked for, then none is remembered for ever', () => {
  const first = kindOf('first');

  for (let number = 0; number < 5000; number += 1) kindOf(`name-${String(number)}`);

  expect(kindOf('first')).not.toBe(first);
  expect(kindOf('first')).toEqual(first);
  const long = `cpus(${'x'.repeat(600)})`;
  expect(kindOf(long)).not.toBe(kindOf(long));
  expect(kindOf(long).reservations).toEqual(['x'.repeat(600)]);
});

test('given mixed resources, when parts are taken, then each part holds its kinds and nothing else', () => {
  expect(plainOf(MIXED)).toEqual(resources({ scalars: { cpus: 1000 }, ranges: { ports: [{ begin: 5, end: 6 }] } }));
  expect(sharedOf(MIXED)).toEqual(resources({ scalars: { 'disk(eng)<shared:data-1>': 7000 } }));
  expect([...chargeable(MIXED).scalars.keys()]).toEqual([
    'cpus',
    'cpus(eng)',
    'cpus(eng,eng/backend)',
    'cpus<revocable>',
    'cpus(eng)<revocable>',
  ]);
  expect(plainOf(resources({ scalars: { 'cpus(eng)': 1 } }))).toEqual(NO_RESOURCES);
});

test('given plain resources, when parts are taken, then nothing is copied', () => {
  const plain = resources({ scalars: { cpus: 1, mem: 2 } });

  expect(plainOf(plain)).toBe(plain);
  expect(chargeable(plain)).toBe(plain);
  expect(scalarsByName(plain)).toBe(plain.scalars);
  expect([isPlain(plain), isPlain(MIXED)]).toEqual([true, false]);
  expect([isPlainKey('cpus'), isPlainKey('cpus(eng)'), isPlainKey('cpus<revocable>')]).toEqual([true, false, false]);
});

test('given a reservation, when a role is to be offered it, then it is the role or one above it', () => {
  const kind = kindOf('cpus(eng,eng/backend)');

  expect(['eng/backend', 'eng/backend/db', 'eng', 'ops', '*'].map((role) => isOfferableTo(kind, role))).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
  expect(isOfferableTo(kindOf('cpus<revocable>'), 'ops')).toBe(true);
});

test('given qualified scalars, when they are summed by name or by owner, then each counts once and revocable is nobody’s reservation', () => {
  expect(scalarsByName(MIXED)).toEqual(
    new Map([
      ['cpus', 10_500],
      ['disk', 7000],
    ]),
  );
  expect(reservedScalars(MIXED)).toEqual([
    {
      role: 'eng',
      scalars: new Map([
        ['cpus', 2000],
        ['disk', 7000],
      ]),
    },
    { role: 'eng/backend', scalars: new Map([['cpus', 500]]) },
  ]);
  expect(reservedScalars(resources({ scalars: { cpus: 1 } }))).toEqual([]);
  expect(hasKind(MIXED, (kind) => kind.revocable)).toBe(true);
});
