import type { AllocatorAgent, OfferConstraint } from '@parley/common/contract';
import type { AgentId } from '@parley/common/kernel';
import { ResourceNames } from '@parley/common/quantities';

import { agentItem } from '../testing';
import { AgentBook } from './agent-book';
import type { AgentEntry } from './agent-entry';
import { Eligibility, PROFILES_KEPT_MAX } from './eligibility';

const hostIs = (pattern: string): readonly (readonly OfferConstraint[])[] => [
  [{ selector: { select: 'hostname' }, predicate: { test: 'matches', pattern } }],
];

/** Some agents that can be described again. */
function given() {
  const eligibility = new Eligibility('', new ResourceNames());
  const book = new AgentBook();
  let generation = 0;
  const describe = (agentId: string, changes: Partial<AllocatorAgent> = {}): AgentEntry => {
    const entry = book.made(agentId as AgentId);
    generation += 1;
    entry.generation = generation;
    book.describe(entry, { ...agentItem(agentId, 'cpus:1').agent, ...changes });
    return entry;
  };
  return { eligibility, describe };
}

test('given agents that were judged, when they are described again with the same name and attributes, then no constraint is evaluated again', () => {
  const { eligibility, describe } = given();
  const profile = eligibility.enter([], hostIs('a[1-5][.]example'));
  const ids = Array.from({ length: 9 }, (_, index) => `a${String(index + 1)}`);
  const misfits = () => ids.map((id) => eligibility.misfit(profile, describe(id)) ?? 'fits');

  const first = misfits();
  const second = misfits();

  expect(first).toEqual([...Array<string>(5).fill('fits'), ...Array<string>(4).fill('constraint')]);
  expect(second).toEqual(first);
  expect(eligibility.evaluated).toBe(9);
});

test('given an agent that was judged, when its name changes, then every profile looks at it again', () => {
  const { eligibility, describe } = given();
  const profiles = [eligibility.enter([], hostIs('a1[.]example')), eligibility.enter([], hostIs('b1'))];
  const misfits = (agent: AgentEntry) => profiles.map((profile) => eligibility.misfit(profile, agent));

  expect(misfits(describe('a1'))).toEqual([undefined, 'constraint']);
  expect(misfits(describe('a1', { hostname: 'b1' }))).toEqual(['constraint', undefined]);
});

test('given no constraints, when agents are judged, then nothing is evaluated', () => {
  const { eligibility, describe } = given();
  const profile = eligibility.enter([], []);

  expect(eligibility.misfit(profile, describe('a1'))).toBeUndefined();
  expect(eligibility.evaluated).toBe(0);
});

test('given more profiles than keep answers, when one of those beyond is asked, then it answers, and keeps when another has left', () => {
  const { eligibility, describe } = given();
  const kept = Array.from({ length: PROFILES_KEPT_MAX }, (_, index) =>
    eligibility.enter([], hostIs(`h${String(index)}`)),
  );
  const beyond = eligibility.enter([], hostIs('a1[.]example'));
  const agent = describe('a1');

  for (let time = 0; time < 3; time += 1) expect(eligibility.misfit(beyond, agent)).toBeUndefined();
  expect(eligibility.evaluated).toBe(3);

  const [first] = kept;
  if (first !== undefined) eligibility.leave(first);
  eligibility.enter([], hostIs('a1[.]example'));
  for (let time = 0; time < 3; time += 1) expect(eligibility.misfit(beyond, agent)).toBeUndefined();
  expect(eligibility.evaluated).toBe(4);
});
