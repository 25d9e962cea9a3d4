import type { AllocatorDown, FrameworkCapability } from '@parley/common/contract';
import type { AgentId, FrameworkId } from '@parley/common/kernel';
import * as fc from 'fast-check';

import { agentItem, allocationItem, at, demandOf, filterItem, frameworkItem, held, roleItem } from './told-items';

/** Few names, so that histories of a few steps hit the same things again and again. */
const ROLES = ['r', 'r/x', 'r/x/y', 's'] as const;
const CAPABILITIES: readonly FrameworkCapability[] = [
  'revocable-resources',
  'shared-resources',
  'gpu-resources',
  'region-aware',
];

const agentName = fc.constantFrom('a1', 'a2', 'a3');
const frameworkName = fc.constantFrom('f1', 'f2', 'f3');
const roleName = fc.constantFrom(...ROLES);
const place = fc
  .tuple(frameworkName, roleName, agentName)
  .map((parts) => parts.join('/').replace('r/x/y', 'r%x%y').replace('r/x', 'r%x'));

/** Quantities of plain resources, and now and then of others. */
function amounts(max: number, qualified = 0): fc.Arbitrary<string> {
  const quantity = fc.integer({ min: 0, max });
  const rare = fc.integer({ min: -4, max: qualified });
  const keys = ['cpus', 'mem', 'cpus(r)', 'cpus(r,r/x)', 'mem(s)', 'mem<revocable>', 'disk<shared:v>', 'gpus'] as const;
  return fc.tuple(quantity, quantity, rare, rare, rare, rare, rare, rare).map((quantities) =>
    quantities
      .map((milli, index) => ({ key: keys[index] ?? 'cpus', milli }))
      .filter(({ milli }) => milli > 0)
      .map(({ key, milli }) => `${key}:${String(milli)}`)
      .join(';'),
  );
}

const agent = fc
  .record({
    name: agentName,
    total: amounts(5, 2),
    luck: fc.nat(9),
    region: fc.constantFrom(undefined, undefined, 'here', 'there'),
    text: fc.constantFrom('ssd', 'hdd'),
  })
  .map(({ name, total, luck, region, text }) =>
    agentItem(name, total, {
      standing: luck === 0 ? 'disconnected' : luck === 1 ? 'draining' : 'offerable',
      attributes: [{ kind: 'text', name: 'disk', text }],
      domain: region === undefined ? undefined : { region, zone: 'z' },
    }),
  );

const demand = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 3 }), amounts(2)).map(([count, text]) => `${String(count)} ${text}`),
  { maxLength: 2 },
);

const framework = fc
  .record({
    name: frameworkName,
    roles: fc.subarray([...ROLES]),
    suppressed: fc.subarray([...ROLES], { maxLength: 1 }),
    luck: fc.nat(3),
    capabilities: fc.oneof(fc.constant([...CAPABILITIES]), fc.subarray([...CAPABILITIES])),
    demand: fc.option(demand, { nil: undefined, freq: 2 }),
    minimum: fc.option(fc.array(amounts(2), { maxLength: 2 }), { nil: undefined, freq: 4 }),
    disk: fc.option(fc.constantFrom('ssd', 'hdd'), { nil: undefined, freq: 4 }),
  })
  .map(({ name, roles, suppressed, luck, capabilities, demand: shapes, minimum, disk }) =>
    frameworkItem(name, roles, {
      suppressed,
      active: luck > 0,
      capabilities,
      settings: {
        demand: shapes === undefined ? undefined : demandOf(...shapes),
        minAllocatable: minimum?.map(held),
        constraintGroups:
          disk === undefined
            ? []
            : [[{ selector: { select: 'attribute', name: 'disk' }, predicate: { test: 'equals', text: disk } }]],
      },
    }),
  );

const quantity = fc.constantFrom('', '', 'cpus:1', 'cpus:2', 'mem:3', 'cpus:3;mem:2');

const role = fc
  .record({
    name: roleName,
    weight: fc.constantFrom(0.5, 1, 1, 2, 4),
    guarantee: quantity,
    limit: fc.constantFrom('', '', '', 'cpus:4', 'cpus:3;mem:3', 'mem:0'),
    packing: fc.constantFrom('whole-agent' as const, 'whole-agent' as const, 'split' as const),
  })
  .map(({ name, ...settings }) => roleItem(name, settings));

/** The place of {@link at}, with nested roles. */
function placed(text: string): ReturnType<typeof at> {
  const read = at(text);
  return { ...read, role: read.role.replaceAll('%', '/') };
}

const allocation = fc.tuple(place, amounts(2, 1), amounts(1)).map(([where, allocated, offered]): AllocatorDown => {
  const item = allocationItem(where, { allocated, offered });
  return item.item === 'allocation' ? { ...item, allocation: { ...item.allocation, ...placed(where) } } : item;
});

function filterAt(where: string, refused: string): AllocatorDown {
  const item = filterItem(where, refused, 1e9);
  return item.item === 'filter' ? { ...item, filter: { ...item.filter, ...placed(where) } } : item;
}

const filter = fc.tuple(place, amounts(5, 2)).map(([where, refused]) => filterAt(where, refused));

const cleared = fc.tuple(place, fc.boolean()).map(([where, everywhere]): AllocatorDown => {
  const { frameworkId, role: name, agentId } = placed(where);
  return { item: 'filters-cleared', frameworkId, role: name, agentId: everywhere ? undefined : agentId };
});

/** One change of what the master says, of any kind. */
export const entity: fc.Arbitrary<AllocatorDown> = fc.oneof(
  { weight: 6, arbitrary: agent },
  {
    weight: 1,
    arbitrary: agentName.map((agentId) => ({ item: 'agent-removed', agentId: agentId as AgentId }) as const),
  },
  { weight: 6, arbitrary: framework },
  {
    weight: 1,
    arbitrary: frameworkName.map((id) => ({ item: 'framework-removed', frameworkId: id as FrameworkId }) as const),
  },
  { weight: 4, arbitrary: role },
  { weight: 5, arbitrary: allocation },
  { weight: 3, arbitrary: filter },
  { weight: 1, arbitrary: cleared },
);

const smallPieces = fc
  .array(fc.tuple(fc.integer({ min: 2, max: 6 }), fc.constantFrom('cpus:1', 'mem:1', 'cpus:1;mem:1', 'cpus:2;mem:1')), {
    minLength: 1,
    maxLength: 2,
  })
  .map((shapes) => demandOf(...shapes.map(([count, text]) => `${String(count)} ${text}`)));

/** Frameworks that each wait for many small pieces in roles that are offered pieces: several of them want the same agents. */
export const crowd: fc.Arbitrary<readonly AllocatorDown[]> = fc
  .record({
    totals: fc.array(amounts(9, 1), { minLength: 1, maxLength: 2 }),
    weights: fc.array(fc.constantFrom(0.5, 1, 1, 2, 3), { minLength: ROLES.length, maxLength: ROLES.length }),
    guarantees: fc.array(quantity, { minLength: ROLES.length, maxLength: ROLES.length }),
    frameworks: fc.array(fc.tuple(fc.subarray([...ROLES], { minLength: 1 }), smallPieces), {
      minLength: 2,
      maxLength: 3,
    }),
    filters: fc.array(fc.tuple(place, fc.constantFrom('cpus:1', 'mem:1', 'cpus:2;mem:1')), { maxLength: 4 }),
    minimum: fc.option(
      fc.constantFrom('cpus:2', 'mem:2').map((text) => [held(text)]),
      { nil: undefined, freq: 3 },
    ),
  })
  .map(({ totals, weights, guarantees, frameworks, filters, minimum }) => [
    ...ROLES.map((name, index) =>
      roleItem(name, { weight: weights[index] ?? 1, guarantee: guarantees[index] ?? '', packing: 'split' }),
    ),
    ...frameworks.map(([roles, pieces], index) =>
      frameworkItem(`f${String(index + 1)}`, roles, {
        capabilities: CAPABILITIES,
        settings: { demand: pieces, minAllocatable: minimum },
      }),
    ),
    ...totals.map((total, index) => agentItem(`a${String(index + 1)}`, total)),
    ...filters.map(([where, refused]) => filterAt(where, refused)),
  ]);
