import type { DemandShape, FrameworkInfo, OfferSettings, RoleDemand } from '@parley/common/contract';
import type { FrameworkId } from '@parley/common/kernel';
import { resources } from '@parley/common/resources';
import { LIMITS } from '../limits';
import { validateDemands } from './validate-demands';
import { validateFramework } from './validate-framework';

const CPU = resources({ scalars: { cpus: 1000 } });

function described(change: Partial<FrameworkInfo>): FrameworkInfo {
  return {
    frameworkId: '' as FrameworkId,
    name: 'test',
    roles: ['eng', 'ops'],
    failoverTimeoutMs: undefined,
    hostname: '',
    webuiUrl: '',
    labels: [],
    capabilities: [],
    offerSettings: [],
    ...change,
  };
}

function problemsOf(change: Partial<FrameworkInfo>): readonly string[] {
  const found = validateFramework({ info: described(change), suppressedRoles: [] });
  return found.map(({ field, message }) => `${field}: ${message}`);
}

const settings = (change: Partial<OfferSettings>): OfferSettings => ({
  role: 'eng',
  minAllocatable: undefined,
  constraintGroups: [],
  ...change,
});

test('given capabilities and offer settings that are sound, when a framework is checked, then nothing is found', () => {
  const offerSettings = [
    settings({ minAllocatable: [CPU, resources({ ranges: { ports: [{ begin: 1, end: 2 }] } })] }),
    settings({
      role: 'ops',
      minAllocatable: [],
      constraintGroups: [
        [{ selector: { select: 'attribute', name: 'rack' }, predicate: { test: 'matches', pattern: 'r[0-9]' } }],
      ],
    }),
  ];

  expect(problemsOf({ capabilities: ['gpu-resources', 'region-aware'], offerSettings })).toEqual([]);
});

test.each<[string, Partial<FrameworkInfo>, readonly string[]]>([
  [
    'a capability named twice',
    { capabilities: ['gpu-resources', 'region-aware', 'gpu-resources'] },
    ['info.capabilities: must not name gpu-resources twice'],
  ],
  [
    'settings for a foreign role, and twice for one',
    { offerSettings: [settings({ role: 'x' }), settings({}), settings({})] },
    [
      'info.offer_settings[0].role: must be one of the roles of the framework',
      'info.offer_settings[2].role: must not name eng twice; put all its rules in one place',
    ],
  ],
  [
    'minimum groups that are empty or qualified',
    { offerSettings: [settings({ minAllocatable: [resources({}), resources({ scalars: { 'cpus(eng)': 1 } })] })] },
    [
      'info.offer_settings[0].min_allocatable.groups[0].resources: must not be empty; leave all groups out to be offered anything',
      'info.offer_settings[0].min_allocatable.groups[1].resources: must hold names alone, since reserved, revocable and shared quantities count as well',
    ],
  ],
  [
    'too many minimum groups',
    { offerSettings: [settings({ minAllocatable: Array.from({ length: 33 }, () => CPU) })] },
    ['info.offer_settings[0].min_allocatable.groups: must be at most 32'],
  ],
  [
    'unsound constraints',
    { offerSettings: [settings({ constraintGroups: [[]] })] },
    [
      'info.offer_settings[0].constraint_groups[0]: must hold at least one constraint; leave the group out to allow every agent',
    ],
  ],
  [
    'more constraints than one framework may have',
    {
      roles: ['a', 'b'],
      offerSettings: ['a', 'b'].map((role) =>
        settings({
          role,
          constraintGroups: Array.from({ length: 16 }, () =>
            Array.from({ length: 16 }, () => ({
              selector: { select: 'zone' as const },
              predicate: { test: 'exists' as const },
            })),
          ),
        }),
      ),
    },
    ['info.offer_settings: must hold at most 500 constraints in all; use patterns for what is alike'],
  ],
])(
  'given %s, when a framework is checked, then each fault is told with its field and the remedy',
  (_what, change, expected) => {
    expect(problemsOf(change)).toEqual(expected);
  },
);

test('given settings that are large only by what their maps hold, when a framework is checked, then the whole is found too large', () => {
  const names = Array.from({ length: 250 }, (_, index) => `${'x'.repeat(100)}${String(index)}`);
  const group = resources({ scalars: Object.fromEntries(names.map((name) => [name, 1])) });

  expect(problemsOf({ offerSettings: [settings({ minAllocatable: [group, group, group] })] })).toEqual([
    `info: must be at most ${String(LIMITS.infoTextMax)} characters as JSON; shorten its labels and offer settings`,
  ]);
});

const shape = (change: Partial<DemandShape>): DemandShape => ({ resources: CPU, count: 1, ...change });
const demand = (shapes: readonly DemandShape[] | undefined, role = 'eng'): RoleDemand => ({ role, shapes });

test('given demands that are sound, empty or not stated, when they are checked, then nothing is found', () => {
  const demands = [demand([shape({ count: 7 })]), demand(undefined, 'ops')];

  expect(validateDemands(demands, ['eng', 'ops'])).toEqual([]);
  expect(validateDemands([demand([])], ['eng'])).toEqual([]);
});

test('given unsound demands, when a framework subscribes with them, then every fault is told with its field', () => {
  const demands = [
    demand([
      shape({ count: 0 }),
      shape({ count: 1.5 }),
      shape({ count: 1_000_001 }),
      shape({ resources: resources({}) }),
    ]),
    demand([], 'eng'),
    demand(
      Array.from({ length: 101 }, () => shape({})),
      'dba',
    ),
    demand([shape({ resources: resources({ scalars: { 'cpus(eng,ops)': 1 } }) })], 'ops'),
  ];

  const problems = validateFramework({ info: described({}), suppressedRoles: [], demands });

  expect(problems).toEqual([
    { field: 'demands[0].demand.shapes[0].count', message: 'must be a whole number from 1 to 1000000' },
    { field: 'demands[0].demand.shapes[1].count', message: 'must be a whole number from 1 to 1000000' },
    { field: 'demands[0].demand.shapes[2].count', message: 'must be a whole number from 1 to 1000000' },
    { field: 'demands[0].demand.shapes[3].resources', message: 'must not be empty; leave the shape out' },
    { field: 'demands[1].role', message: 'must not name eng twice; list all its shapes in one place' },
    { field: 'demands[2].role', message: 'must be one of the roles of the framework' },
    {
      field: 'demands[2].demand.shapes',
      message: 'must be at most 100; leave the demand of this role unstated, or state the largest',
    },
    {
      field: 'demands[3].demand.shapes[0].resources[0]',
      message: 'cpus is reserved for eng and then for ops, which is not below it; refine it for a role such as eng/…',
    },
  ]);
});
