import type { AllocatorDown } from '@parley/common/contract';

import {
  agentItem,
  allocationItem,
  demandOf,
  filterItem,
  frameworkItem,
  GivenAllocator,
  held,
  roleItem,
} from '../testing';
import type { Mirror } from './mirror';

const AGENTS = 200;
const ROLES = 50;

const agents = (total: string): readonly AllocatorDown[] =>
  Array.from({ length: AGENTS }, (_, index) => agentItem(`a${String(index)}`, total));

const perRole = (make: (framework: string, role: string, index: number) => AllocatorDown): readonly AllocatorDown[] =>
  Array.from({ length: ROLES }, (_, index) => make(`f${String(index)}`, `r${String(index)}`, index));

function mirrorOf(given: GivenAllocator): Mirror {
  const mirror = given.core.session?.mirror;
  if (mirror === undefined) throw new Error('no session');
  return mirror;
}

/** How many pairs are judged while `act` is done, and what that cost. */
function judged(given: GivenAllocator, act: () => void): { readonly pairs: number; readonly cost: number } {
  const { judge } = mirrorOf(given);
  const original = judge.judge.bind(judge);
  let pairs = 0;
  let cost = 0;
  judge.judge = (agent, claim) => {
    pairs += 1;
    const reason = original(agent, claim);
    cost += judge.cost;
    return reason;
  };
  act();
  judge.judge = original;
  return { pairs, cost };
}

/** Looks at all agents once more. */
const pass = (given: GivenAllocator) => (): void => {
  mirrorOf(given).agents.queueAll();
  given.deliver([]).advance(0);
};

test.each([
  ['cpus:4', {}],
  ['cpus:4;ports:[1-9]', { minAllocatable: [held('cpus:0.1')] }],
  ['cpus:4;mem:64', { minAllocatable: [held('cpus:0.1')] }],
  ['cpus:4;mem:64', { demand: demandOf('1 cpus:1;mem:1') }],
])(
  'given agents with %s free and roles that have all reached their limits, when all are looked at, then each claim is judged a few times in all',
  (total, settings) => {
    const given = new GivenAllocator().withSnapshot([
      ...perRole((_framework, role) => roleItem(role, { limit: 'cpus:0' })),
      ...agents(total),
      ...perRole((framework, role) => frameworkItem(framework, [role], { settings })),
    ]);
    expect(given.proposals()).toEqual([]);

    expect(judged(given, pass(given)).pairs).toBeLessThanOrEqual(2 * ROLES);
  },
);

test('given a role that is not looked at because of its limit, when the limit is raised or something is given back, then it is served', () => {
  const given = new GivenAllocator().withSnapshot([
    roleItem('x', { limit: 'cpus:1' }),
    roleItem('y', { limit: 'cpus:0' }),
    agentItem('a1', 'cpus:1'),
    agentItem('a2', 'cpus:4'),
    allocationItem('f1/x/a1', { allocated: 'cpus:1' }),
    frameworkItem('f1', ['x']),
    frameworkItem('f2', ['y']),
  ]);
  expect(given.proposals()).toEqual([]);

  given.deliver([roleItem('y', { limit: 'cpus:2' })]);
  expect(given.placesProposed()).toEqual(['f2/y/a2']);

  given.deliver([filterItem('f1/x/a1', 'cpus:1', 60_000), allocationItem('f1/x/a1', {})]);
  expect(given.placesProposed(2)).toEqual(['f1/x/a2']);
});

test('given a claim that limits leave nothing it wants, when its framework asks for less, then it is served', () => {
  const given = new GivenAllocator().withSnapshot([
    roleItem('x', { limit: 'cpus:1' }),
    agentItem('a1', 'cpus:4'),
    frameworkItem('f1', ['x'], { settings: { minAllocatable: [held('cpus:2')] } }),
  ]);
  expect(given.proposals()).toEqual([]);

  given.deliver([frameworkItem('f1', ['x'], { settings: { minAllocatable: [] } })]);

  expect(given.placesProposed()).toEqual(['f1/x/a1']);
});

test('given a claim that waits for a name that no agent has, when an agent brings it, then it is served', () => {
  const given = new GivenAllocator().withSnapshot([
    roleItem('x', { limit: 'cpus:0' }),
    agentItem('a1', 'cpus:4'),
    frameworkItem('f1', ['x'], { settings: { minAllocatable: [held('fpgas:1'), held('cpus:1')] } }),
  ]);
  expect(given.proposals()).toEqual([]);

  given.deliver([agentItem('a2', 'cpus:4;fpgas:1')]);

  expect(given.placesProposed()).toEqual(['f1/x/a2']);
});

test('given constraints, when pairs are judged, then those cost more that are evaluated for the first time', () => {
  const constraintGroups = [
    [{ selector: { select: 'hostname' }, predicate: { test: 'matches', pattern: 'b[0-9]+' } }],
  ] as const;
  const given = new GivenAllocator().withSnapshot([
    ...perRole((framework, role) => frameworkItem(framework, [role], { settings: { constraintGroups } })),
  ]);

  const first = judged(given, () => given.deliver(agents('cpus:4')).advance(0));
  const second = judged(given, pass(given));

  expect(first.pairs).toBe(second.pairs);
  expect(second.cost).toBe(second.pairs);
  expect(first.cost).toBeGreaterThan(second.cost);
});
