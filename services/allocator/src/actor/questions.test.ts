import type { AllocatorDown, ExplainScope } from '@parley/common/contract';

import { agentItem, demandOf, filterItem, frameworkItem, GivenAllocator, BEGIN } from '../testing';

const ALL: ExplainScope = { frameworkId: undefined, role: undefined, agentId: undefined };

test.each<AllocatorDown>([
  { item: 'explain', requestId: 1, ...ALL },
  { item: 'get-shares', requestId: 1 },
  { item: 'audit', agents: [] },
])('given a snapshot that is not complete, when $item comes, then the stream is ended as malformed', (item) => {
  const given = new GivenAllocator().open().deliver([BEGIN, item]);

  expect(given.ended.map(({ because }) => because.kind)).toEqual(['malformed']);
});

test('given reasons that are met while looking, when a second has passed, then their counts are told, once', () => {
  const given = new GivenAllocator().withSnapshot([
    agentItem('a1', 'cpus:4'),
    frameworkItem('f1', ['web'], { settings: { demand: demandOf('1 cpus:1') } }),
    filterItem('f1/web/a1', 'cpus:4', 60_000),
  ]);

  given.advance(1_000);
  const told = given.events.filter((event) => event.event === 'reasons-met');

  expect(told).toHaveLength(1);
  expect([...(told[0]?.counts.keys() ?? [])]).toEqual(['refused']);
});

test('given different reasons that are met while looking, or for which frameworks want nothing, when a second has passed, then each is counted under its name', () => {
  const given = new GivenAllocator().withSnapshot([
    agentItem('a1', 'cpus:4;gpus:1'),
    agentItem('a2', 'cpus(eng):4'),
    agentItem('a3', 'cpus:4', { standing: 'draining' }),
    frameworkItem('f1', ['web']),
    frameworkItem('f2', ['web']),
  ]);
  given.deliver([
    frameworkItem('f1', ['web'], { suppressed: ['web'] }),
    frameworkItem('f2', ['web'], { active: false }),
  ]);

  given.advance(1_000);

  const told = new Map(given.events.flatMap((event) => (event.event === 'reasons-met' ? [...event.counts] : [])));
  expect(told.get('capability')).toBeGreaterThanOrEqual(2);
  expect(told.get('reserved')).toBeGreaterThanOrEqual(2);
  expect(told.get('suppressed')).toBe(1);
  expect(told.get('framework-inactive')).toBe(1);
  expect(told.get('draining')).toBeGreaterThanOrEqual(1);
});
