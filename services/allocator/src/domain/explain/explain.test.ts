import type { AllocatorDown } from '@parley/common/contract';
import type { MonotonicMs } from '@parley/common/kernel';

import { agentItem, filterItem, frameworkItem, GivenAllocator } from '../../testing';
import type { Mirror } from '../mirror';
import { Explainer } from './explain';

const EVERYTHING = { frameworkId: undefined, role: undefined, agentId: undefined } as const;
const ROLES = 400;

const perRole = (make: (framework: string, role: string) => AllocatorDown): readonly AllocatorDown[] =>
  Array.from({ length: ROLES }, (_, index) => make(`f${String(index)}`, `r${String(index)}`));

function mirrorOf(given: GivenAllocator): Mirror {
  const mirror = given.core.session?.mirror;
  if (mirror === undefined) throw new Error('no session');
  return mirror;
}

/** The most calls of each kind in one piece of explaining everything. */
function mostPerPiece(mirror: Mirror): { readonly judged: number; readonly ends: number; readonly explained: number } {
  const { judge, refusals } = mirror;
  const judgeAs = judge.judge.bind(judge);
  const endOf = refusals.endOf.bind(refusals);
  let calls = { judged: 0, ends: 0 };
  judge.judge = (agent, claim) => {
    calls.judged += 1;
    return judgeAs(agent, claim);
  };
  refusals.endOf = (place) => {
    calls.ends += 1;
    return endOf(place);
  };
  const most = { judged: 0, ends: 0, explained: 0 };
  for (const entry of new Explainer({ mirror, now: () => 0 as MonotonicMs }).explain(EVERYTHING)) {
    most.judged = Math.max(most.judged, calls.judged);
    most.ends = Math.max(most.ends, calls.ends);
    most.explained += entry === undefined ? 0 : 1;
    calls = { judged: 0, ends: 0 };
  }
  return most;
}

test('given agents that everybody refuses, when everything is explained, then few ends of refusals are looked up in one piece', () => {
  const given = new GivenAllocator().withSnapshot([
    agentItem('a1', 'cpus:4'),
    agentItem('a2', 'cpus:4'),
    ...perRole((framework, role) => frameworkItem(framework, [role])),
    ...perRole((framework, role) => filterItem(`${framework}/${role}/a1`, 'cpus:4', 60_000)),
    ...perRole((framework, role) => filterItem(`${framework}/${role}/a2`, 'cpus:4', 60_000)),
  ]);

  const most = mostPerPiece(mirrorOf(given));

  expect(most.explained).toBe(ROLES);
  expect(most.ends).toBeLessThanOrEqual(12);
});

test('given an agent for which the one that comes first is hard to find, when everything is explained, then no piece judges many pairs', () => {
  const given = new GivenAllocator().withSnapshot(
    [agentItem('a1', 'cpus(r399):4'), ...perRole((framework, role) => frameworkItem(framework, [role]))],
    0,
  );

  const most = mostPerPiece(mirrorOf(given));

  expect(most.explained).toBe(ROLES);
  expect(most.judged).toBeLessThanOrEqual(320);
});
