import type { RoleUpdate } from '@parley/common/contract';
import { GivenMaster } from '../testing/given-master';
import type { PlayedGateway, PlayedSession } from '../testing/played-peers';

const AGENTS = 700;
/** As many offers as may be taken back in one slice. */
const SLICE_MAX = 520;

interface Stage {
  readonly given: GivenMaster;
  readonly gateway: PlayedGateway;
  readonly eng: PlayedSession;
}

/** Agents of which everything is offered to one role. */
function stage(): Stage {
  const given = new GivenMaster({ settings: { minAllocatable: [] } });
  const agents = Array.from({ length: AGENTS }, (_, index) =>
    given.registerAgent({ id: `a${String(index)}`, resources: 'cpus:1' }),
  );
  const gateway = given.gateway();
  const eng = given.subscribe(gateway, { info: { roles: ['eng/a'] } });
  given.subscribe(gateway, { info: { roles: ['ops'] } });
  given.allocatorReady();
  given.drain();
  for (const agent of agents) given.offer(eng, agent, { resources: 'cpus:1', role: 'eng/a' });
  return { given, gateway, eng };
}

function updateOf(role: string, said: { readonly guarantee?: number; readonly limit?: number }): RoleUpdate {
  const { guarantee, limit } = said;
  const quota = {
    guarantee: new Map(guarantee === undefined ? [] : [['cpus', guarantee]]),
    limit: new Map(limit === undefined ? [] : [['cpus', limit]]),
  };
  return { role, weight: undefined, packing: undefined, quota };
}

test.each([
  ['a limit of nothing', updateOf('eng/a', { limit: 0 }), 0],
  ['a limit of nothing on the role above', updateOf('eng', { limit: 0 }), 0],
  ['a guarantee of everything to another role', updateOf('ops', { guarantee: AGENTS * 1_000 }), 0],
  ['a guarantee of most to another role', updateOf('ops', { guarantee: (AGENTS - 50) * 1_000 }), 50],
])(
  'given many open offers, when %s is ordered, then no slice takes back more than some hundred, and the answer follows the last',
  (_, update, left) => {
    const { given, gateway } = stage();
    const open = (): number => given.core.term.cluster.offers.size;
    const query = { query: 'update-roles', updates: [update], force: false } as const;

    given.fromGateway(gateway, { item: 'operator-query', requestId: 7_777, query });

    expect(AGENTS - open()).toBeGreaterThan(0);
    expect(AGENTS - open()).toBeLessThanOrEqual(SLICE_MAX);
    expect(given.answersTo(7_777)).toEqual([]);
    given.drain();
    expect(open()).toBe(left);
    expect(given.answersTo(7_777)).toEqual([{ answer: 'done', deferred: false }]);
  },
);

test('given a limit whose offers are still being taken back, when something of the role is proposed, then it is refused', () => {
  const { given, gateway, eng } = stage();
  const added = given.registerAgent({ id: 'new', resources: 'cpus:1' });
  const query = { query: 'update-roles', updates: [updateOf('eng', { limit: 0 })], force: false } as const;
  given.fromGateway(gateway, { item: 'operator-query', requestId: 7_777, query });
  expect(given.core.term.cluster.offers.size).toBeGreaterThan(0);

  given.propose({ framework: eng.frameworkId, agent: added.agentId, resources: 'cpus:1', role: 'eng/a' });

  given.drain();
  expect(given.toldAllocator('refused')).toMatchObject([{ reason: 'quota-limit' }]);
});
