import type { Quota } from '../contract';
import { isNoQuota, NO_QUOTA, quotaConflicts, validateQuota } from './quota';

function quota(guarantee: Readonly<Record<string, number>>, limit: Readonly<Record<string, number>> = {}): Quota {
  return { guarantee: new Map(Object.entries(guarantee)), limit: new Map(Object.entries(limit)) };
}

test('given sound quotas, when they are checked, then nothing is found; a limit of 0 is one', () => {
  expect(validateQuota(quota({ cpus: 1000 }, { cpus: 1000, mem: 0 }), 'quota')).toEqual([]);
  expect(validateQuota(NO_QUOTA, 'quota')).toEqual([]);
  expect([isNoQuota(NO_QUOTA), isNoQuota(quota({ cpus: 0 })), isNoQuota(quota({}, { cpus: 0 }))]).toEqual([
    true,
    true,
    false,
  ]);
});

test.each([
  [quota({ cpus: -1 }), 'quota.guarantee.cpus', 'cpus must not be negative'],
  [quota({ cpus: Number.NaN }), 'quota.guarantee.cpus', 'cpus must be a whole number of thousandths'],
  [quota({}, { cpus: Infinity }), 'quota.limit.cpus', 'cpus must be a whole number of thousandths'],
  [quota({}, { mem: 10_000_000_000_001 }), 'quota.limit.mem', 'mem must be at most 10000000000'],
  [quota({}, { gpus: 500 }), 'quota.limit.gpus', 'gpus must be a whole number'],
  [
    quota({ ports: 1000 }),
    'quota.guarantee',
    'ports must be ranges such as [31000-32000]; a quota speaks of scalars by their names alone, such as cpus or mem',
  ],
  [
    quota({}, { 'cpus(eng)': 1000 }),
    'quota.limit',
    'the name "cpus(eng)" must begin with a letter or digit and hold only letters, digits and . _ / -; a quota speaks of scalars by their names alone, such as cpus or mem',
  ],
  [
    quota({ cpus: 3000 }, { cpus: 2500 }),
    'quota.guarantee.cpus',
    'must be at most the limit, which is 2.5; raise the limit or lower the guarantee',
  ],
  [
    quota(Object.fromEntries(Array.from({ length: 65 }, (_, i) => [`r${String(i)}`, 1]))),
    'quota.guarantee',
    'names 65 resources, at most 64 are allowed',
  ],
])('given the unsound quota %p, when it is checked, then %s is named with the remedy', (unsound, field, message) => {
  expect(validateQuota(unsound, 'quota')).toEqual([{ field, message }]);
});

test('given guarantees below a limit, when they do not fit under it, then the limit that is too low is named, on whatever level', () => {
  const quotas = new Map([
    ['eng', quota({}, { cpus: 6000, mem: 1000 })],
    ['eng/a/deep', quota({ cpus: 4000 })],
    ['eng/b', quota({ cpus: 3000 })],
    ['eng/b/c', quota({ cpus: 2000, mem: 1000 })],
  ]);

  expect(quotaConflicts(quotas)).toEqual([
    {
      role: 'eng',
      message:
        'the roles below eng are guaranteed 7 cpus in all, its limit is 6; raise the limit or lower their guarantees',
    },
  ]);
  expect(quotaConflicts(new Map([...quotas, ['eng', quota({}, { cpus: 7000, mem: 1000 })]]))).toEqual([]);
});
