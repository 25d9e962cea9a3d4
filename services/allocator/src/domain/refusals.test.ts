import type { AllocatorDown } from '@parley/common/contract';
import type { FrameworkId } from '@parley/common/kernel';

import { agentItem, allocationItem, at, filterItem, frameworkItem, GivenAllocator } from '../testing';
import { ENDINGS_PER_SLICE } from './mirror';

const AGENTS = 100;

const agents = Array.from({ length: AGENTS }, (_, index) => agentItem(`a${String(index)}`, 'cpus:1'));

const roles = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `r${String(index)}`);

/** What `f1` refuses in each of so many roles on every agent. */
const refusedIn = (count: number, remainingMs: number): readonly AllocatorDown[] =>
  roles(count).flatMap((role) =>
    agents.map(({ agent }) => filterItem(`f1/${role}/${agent.agentId}`, 'cpus:1', remainingMs)),
  );

/** A session in which `f1` refuses every agent in each of so many roles for a minute. */
function givenRefusals(count: number): GivenAllocator {
  return new GivenAllocator().withSnapshot([...agents, frameworkItem('f1', roles(count)), ...refusedIn(count, 60_000)]);
}

const sizeIn = (given: GivenAllocator): number | undefined => given.core.session?.mirror?.refusals.size;

const visitedIn = (given: GivenAllocator): number => given.core.session?.mirror?.refusals.visited ?? NaN;

const MORE_ROLES = ENDINGS_PER_SLICE / AGENTS + 20;
const MORE = MORE_ROLES * AGENTS;

const clearedIn = (count: number): readonly AllocatorDown[] =>
  roles(count).map((role) => ({
    item: 'filters-cleared',
    frameworkId: at('f1/x/a').frameworkId,
    role,
    agentId: undefined,
  }));

describe('many refusals that end together', () => {
  test.each([
    ['are cleared', (given: GivenAllocator) => given.deliver(clearedIn(MORE_ROLES))],
    [
      'end with their framework',
      (given: GivenAllocator) =>
        given.deliver([{ item: 'framework-removed', frameworkId: 'f1' as FrameworkId }, frameworkItem('f2', ['x'])]),
    ],
  ])(
    'given more than fit in a slice, when they %s, then a slice takes out so many and nothing is decided before the last',
    (_, end) => {
      const given = givenRefusals(MORE_ROLES);

      end(given);
      expect(sizeIn(given)).toBe(MORE - ENDINGS_PER_SLICE);
      expect(given.proposals()).toEqual([]);
      given.advance(0);

      expect(sizeIn(given)).toBe(0);
      expect(given.proposals()).toHaveLength(AGENTS);
    },
  );

  test('given more than fit in a slice, when their time has come, then a slice takes out so many and nothing is decided before the last', () => {
    const given = givenRefusals(MORE_ROLES).advance(59_999);

    given.now = (given.now + 1) as typeof given.now;
    given.deliver([]);
    expect(sizeIn(given)).toBe(MORE - ENDINGS_PER_SLICE);
    expect(given.proposals()).toEqual([]);
    given.advance(0);

    expect(sizeIn(given)).toBe(0);
    expect(given.proposals()).toHaveLength(AGENTS);
  });

  test('given refusals that were cleared and are not yet taken out, when the same are set anew, then these stay', () => {
    const given = givenRefusals(MORE_ROLES);

    given.deliver(clearedIn(MORE_ROLES)).deliver(refusedIn(1, 60_000)).advance(0);

    expect(sizeIn(given)).toBe(AGENTS);
    expect(given.proposals().some(({ role }) => role === 'r0')).toBe(false);
  });

  test('given a framework that is removed and comes back at once, when its refusals were taken out, then it is offered everything', () => {
    const given = givenRefusals(MORE_ROLES);

    given
      .deliver([{ item: 'framework-removed', frameworkId: 'f1' as FrameworkId }, frameworkItem('f1', ['r0'])])
      .advance(0);

    expect(new Set(given.placesProposed())).toEqual(new Set(agents.map(({ agent }) => `f1/r0/${agent.agentId}`)));
    expect(given.core.session?.mirror?.frameworkCount).toBe(1);
  });
});

describe('refusals that are not concerned', () => {
  test.each([
    ['what is held on an agent', [allocationItem('f2/y/a0', { allocated: 'cpus:1' })]],
    ['what a framework states', [frameworkItem('f1', roles(5), { settings: { demand: [] } })]],
    ['the filter set last', [filterItem('f1/r4/a99', 'cpus:1', 0)]],
  ])('given many filters, when %s changes, then none but those that change are gone through', (_, items) => {
    const given = givenRefusals(5);
    const before = visitedIn(given);

    given.deliver(items);

    expect(visitedIn(given) - before).toBeLessThan(5);
  });
});
