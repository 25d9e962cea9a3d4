import type { AllocatorDown } from '@parley/common/contract';
import type { AgentId, MonotonicMs } from '@parley/common/kernel';

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

/** The most pairs that were judged in one piece of explaining everything, and the refusals that were gone past in all. */
function workOf(mirror: Mirror): { readonly judged: number; readonly visited: number; readonly explained: number } {
  const { judge, refusals } = mirror;
  const judgeAs = judge.judge.bind(judge);
  let judged = 0;
  judge.judge = (agent, claim) => {
    judged += 1;
    return judgeAs(agent, claim);
  };
  const before = refusals.visited;
  const work = { judged: 0, explained: 0 };
  for (const entry of new Explainer({ mirror, now: () => 0 as MonotonicMs }).explain(EVERYTHING)) {
    work.judged = Math.max(work.judged, judged);
    work.explained += entry === undefined ? 0 : 1;
    judged = 0;
  }
  return { ...work, visited: refusals.visited - before };
}

test('given agents that everybody refuses, when everything is explained, then each refusal is gone past once to find the first end', () => {
  const given = new GivenAllocator().withSnapshot([
    agentItem('a1', 'cpus:4'),
    agentItem('a2', 'cpus:4'),
    ...perRole((framework, role) => frameworkItem(framework, [role])),
    ...perRole((framework, role) => filterItem(`${framework}/${role}/a1`, 'cpus:4', 60_000)),
    ...perRole((framework, role) => filterItem(`${framework}/${role}/a2`, 'cpus:4', 60_000)),
  ]);

  expect(workOf(mirrorOf(given))).toMatchObject({ explained: ROLES, visited: 2 * ROLES });
});

test('given an agent for which the one that comes first is hard to find, when everything is explained, then no piece judges many pairs', () => {
  const given = new GivenAllocator().withSnapshot(
    [agentItem('a1', 'cpus(r399):4'), ...perRole((framework, role) => frameworkItem(framework, [role]))],
    0,
  );

  const most = workOf(mirrorOf(given));

  expect(most.explained).toBe(ROLES);
  expect(most.judged).toBeLessThanOrEqual(320);
});

test('given a refusal that ends sooner on an agent that was not asked about, when one agent is explained, then its own refusal is told', () => {
  const given = new GivenAllocator().withSnapshot([
    agentItem('a1', 'cpus:4'),
    agentItem('a2', 'cpus:4'),
    frameworkItem('f1', ['r1']),
    filterItem('f1/r1/a1', 'cpus:4', 60_000),
    filterItem('f1/r1/a2', 'cpus:4', 5_000),
  ]);
  const explainer = new Explainer({ mirror: mirrorOf(given), now: () => given.now });

  const [explanation] = [...explainer.explain({ ...EVERYTHING, agentId: 'a1' as AgentId })];

  expect(explanation?.reasons).toMatchObject([{ reason: 'refused', agents: 1, untilMs: 60_000 }]);
});
