import type { AgentId, WallMs } from '@parley/common/kernel';
import { EMPTY_REGISTRY } from '../domain/registry';
import type { AgentRecord, RegistrySnapshot } from '../domain/registry';
import { LIMITS } from '../domain/limits';
import { allocatorStage, DECIDER, EXPLAIN, notesOf, numberedProposal } from '../testing/allocator-stage';
import { GivenMaster } from '../testing/given-master';
import { res } from '../testing/played-peers';

/** A registry with agents that ran before the election, and a quota unless said otherwise. */
function registry(agents: number, options: { readonly quota?: boolean } = {}): RegistrySnapshot {
  const quota = { guarantee: new Map([['cpus', 1_000]]), limit: new Map<string, number>() };
  const role = { weight: undefined, packing: undefined, quota };
  return {
    ...EMPTY_REGISTRY,
    agents: new Map(
      Array.from({ length: agents }, (_, number): [AgentId, AgentRecord] => {
        const agentId = `a${String(number)}` as AgentId;
        const info = { agentId, hostname: '', resources: res('cpus:1'), attributes: [], domain: undefined };
        return [agentId, { info, state: 'admitted', since: 0 as WallMs, deactivated: false }];
      }),
    ),
    roles: options.quota === false ? new Map() : new Map([['eng', role]]),
  };
}

describe('after an election', () => {
  const credited = (given: GivenMaster): number =>
    given.toldAllocator('credits').reduce((sum, { credits }) => sum + credits, 0);

  test('given roles with quota, when fewer than 80 % of the agents are back, then no proposal is welcome, and people who ask are told why', () => {
    const given = new GivenMaster({ snapshot: registry(10) });
    const gateway = given.gateway();
    given.allocatorReady('explain');
    for (let number = 0; number < 7; number += 1) given.registerAgent({ id: `a${String(number)}` });

    expect(given.toldAllocator('end')).toHaveLength(1);
    expect(credited(given)).toBe(0);
    const requestId = given.ask(gateway, EXPLAIN);
    const question = given.toldAllocator('explain').at(-1)!.requestId;
    given.fromAllocator({ item: 'explained', requestId: question, explanations: [], last: true });
    expect(notesOf(given.answersTo(requestId))).toMatchObject([
      DECIDER,
      expect.stringMatching(/^offers are held back until 1 more agents are back/),
      'no framework is registered',
    ]);
    given.registerAgent({ id: 'a7' });

    expect(credited(given)).toBe(LIMITS.allocatorCredits);
    expect(given.events).toContainEqual({ event: 'offers-held-back', missing: 8 });
  });

  test('given roles with quota, when agents do not come back, then proposals are welcome after ten minutes', () => {
    const given = new GivenMaster({ snapshot: registry(10), settings: { agentReregisterMs: 3_600_000 } });
    given.allocatorReady();

    given.advance(599_999);
    expect(credited(given)).toBe(0);
    given.advance(1);

    expect(credited(given)).toBe(LIMITS.allocatorCredits);
  });

  test.each([
    ['no role has quota', registry(10, { quota: false })],
    ['there were no agents', registry(0)],
  ])('given that %s, when the allocator is ready, then proposals are welcome at once', (_that, snapshot) => {
    const given = new GivenMaster({ snapshot });

    given.allocatorReady();

    expect(credited(given)).toBe(LIMITS.allocatorCredits);
  });

  test('given proposals that are not welcome yet, when they come all the same, then the session is cut', () => {
    const given = new GivenMaster({ snapshot: registry(10) });
    given.allocatorReady();

    given.fromAllocator(numberedProposal(1, 'nobody'));

    expect(given.ended.at(-1)?.because.kind).toBe('refused');
  });
});

test('given an agent that went and came back within one slice, when the allocator is told, then it forgets the agent first and is told anew what is held there', () => {
  const { given, agent, spark } = allocatorStage();
  given.offer(spark, agent, 'cpus:1;mem:64');
  const { mirror, cluster } = given.core.term;
  const known = cluster.agents.get(agent.agentId)!;
  const before = given.toAllocator.length;

  mirror.removedAgents.add(agent.agentId);
  mirror.agent(known);
  for (const holding of known.holdings.values()) mirror.holding(holding);
  given.settle();

  expect(given.toAllocator.slice(before).map((item) => item.item)).toEqual(['agent-removed', 'agent', 'allocation']);
});
