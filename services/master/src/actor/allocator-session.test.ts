import type {
  AllocatorCapability,
  AllocatorUp,
  Explanation,
  OperatorAnswer,
  OperatorQuery,
} from '@parley/common/contract';
import { digestOfAgent } from '@parley/common/audit';
import { NO_OFFER_REASONS } from '@parley/common/contract';
import type { AgentId, CallId, FrameworkId, ProposalId, WallMs } from '@parley/common/kernel';
import { NO_RESOURCES } from '@parley/common/resources';
import { EMPTY_REGISTRY } from '../domain/registry';
import type { AgentRecord, RegistrySnapshot } from '../domain/registry';
import { LIMITS } from '../domain/limits';
import { checkCluster } from '../testing/check-cluster';
import { GivenMaster } from '../testing/given-master';
import { EPOCH, res, taskOf } from '../testing/played-peers';
import type { PlayedAgent, PlayedGateway, PlayedSession } from '../testing/played-peers';

interface Stage {
  readonly given: GivenMaster;
  readonly gateway: PlayedGateway;
  readonly agent: PlayedAgent;
  readonly spark: PlayedSession;
}

function stage(...capabilities: readonly AllocatorCapability[]): Stage {
  const given = new GivenMaster();
  const gateway = given.gateway();
  const agent = given.registerAgent();
  const spark = given.subscribe(gateway);
  given.allocatorReady(...capabilities);
  return { given, gateway, agent, spark };
}

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

/** Sends an operator's question and returns its number, without waiting. */
let asked = 1_000;
function ask({ given, gateway }: Pick<Stage, 'given' | 'gateway'>, query: OperatorQuery): number {
  asked += 1;
  given.fromGateway(gateway, { item: 'operator-query', requestId: asked, query });
  return asked;
}

const EXPLAIN: OperatorQuery = {
  query: 'explain-offers',
  frameworkId: undefined,
  role: '*',
  agentId: undefined,
};

function explanationOf(frameworkId: FrameworkId): Explanation {
  return { frameworkId, role: 'dev', share: 0, roleShare: 0, offerable: 0, lastProposedMs: undefined, reasons: [] };
}

/** The first note of every answer that an allocator stands behind. */
const DECIDER = 'the allocator is "test", its policy "none"';

const notesOf = (answers: readonly OperatorAnswer[]): readonly string[] =>
  answers.flatMap((answer) => (answer.answer === 'explained' || answer.answer === 'shares' ? answer.notes : []));

const pausesOf = (given: GivenMaster): number => given.toAllocator.filter((item) => item.item === 'begin').length;

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
    const requestId = ask({ given, gateway }, EXPLAIN);
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

    given.fromAllocator(proposalOf(1, 'nobody'));

    expect(given.ended.at(-1)?.because.kind).toBe('refused');
  });
});

function proposalOf(proposalId: number, framework: string): Extract<AllocatorUp, { item: 'proposal' }> {
  return {
    item: 'proposal',
    proposal: {
      proposalId: proposalId as ProposalId,
      basedOn: 0,
      frameworkId: framework as FrameworkId,
      role: '*',
      agentId: 'a1' as AgentId,
      resources: res('cpus:1'),
      traceparent: '',
    },
  };
}

describe('questions', () => {
  test('given an allocator that explains, when an operator asks, then the parts of its answer are passed on to the last', () => {
    const now = stage('explain', 'shares');
    const { given, spark } = now;

    const explained = ask(now, EXPLAIN);
    const shares = ask(now, { query: 'get-shares' });
    const [question] = given.toldAllocator('explain');
    const [table] = given.toldAllocator('get-shares');
    const explanations = [explanationOf(spark.frameworkId)];
    given.fromAllocator(
      { item: 'explained', requestId: question!.requestId, explanations, last: false },
      { item: 'shares', requestId: table!.requestId, roles: [], frameworks: [], last: true },
      { item: 'explained', requestId: question!.requestId, explanations: [], last: true },
    );

    expect(question).toMatchObject({ role: '*', frameworkId: undefined, agentId: undefined });
    expect(given.answersTo(explained)).toEqual([
      { answer: 'explained', explanations, notes: [], last: false },
      { answer: 'explained', explanations: [], notes: [DECIDER], last: true },
    ]);
    expect(given.answersTo(shares)).toEqual([
      { answer: 'shares', roles: [], frameworks: [], notes: [DECIDER], last: true },
    ]);
    given.fromAllocator({ item: 'explained', requestId: question!.requestId, explanations, last: true });
    expect(given.answersTo(explained)).toHaveLength(2);
    expect(given.ended).toEqual([]);
  });

  test('given an allocator that has more to tell than it told, when it ends its answers, then they are passed on as incomplete, with a remedy', () => {
    const now = stage('explain', 'shares');
    const { given, spark } = now;

    const explained = ask(now, EXPLAIN);
    const shares = ask(now, { query: 'get-shares' });
    const explanations = [explanationOf(spark.frameworkId)];
    const ending = { last: true, incomplete: true } as const;
    given.fromAllocator(
      { item: 'explained', requestId: given.toldAllocator('explain')[0]!.requestId, explanations, ...ending },
      {
        item: 'shares',
        requestId: given.toldAllocator('get-shares')[0]!.requestId,
        roles: [],
        frameworks: [],
        ...ending,
      },
    );

    const notes = [DECIDER, expect.stringContaining('ask about one framework, one role or one agent')];
    expect(given.answersTo(explained)).toEqual([{ answer: 'explained', explanations, notes, ...ending }]);
    expect(given.answersTo(shares)).toEqual([{ answer: 'shares', roles: [], frameworks: [], notes, ...ending }]);
  });

  test('given an allocator that does not explain, is away or was never there, when an operator asks, then a note says so', () => {
    const now = stage('shares');
    const { given, gateway } = now;
    const alone = new GivenMaster({ settings: { allocatorAddress: '' } });

    expect(given.query(gateway, EXPLAIN)).toEqual([
      {
        answer: 'explained',
        explanations: [],
        notes: [DECIDER, 'the allocator "test" does not explain its offers'],
        last: true,
        incomplete: true,
      },
    ]);
    given.loseAllocator();
    given.advance(10);
    expect(notesOf(given.query(gateway, { query: 'get-shares' }))).toEqual([
      'the allocator cannot be reached, since 1 s, so that nothing new is offered: the connection broke',
    ]);
    expect(notesOf(alone.query(alone.gateway(), EXPLAIN))).toEqual([
      'no framework is registered',
      'no agent is registered',
      'no allocator is configured, so that nothing is offered',
    ]);
  });

  test('given open questions, when the session ends, or no answer comes, then each ends with a note, and what comes late is nobody’s', () => {
    const now = stage('explain');
    const { given } = now;

    const first = ask(now, EXPLAIN);
    const { requestId } = given.toldAllocator('explain').at(-1)!;
    given.advance(30_000);
    expect(notesOf(given.answersTo(first))).toEqual([DECIDER, 'the allocator did not answer in time']);
    given.fromAllocator({ item: 'explained', requestId, explanations: [], last: true });
    expect(given.ended).toEqual([]);
    const second = ask(now, EXPLAIN);
    given.loseAllocator();

    expect(notesOf(given.answersTo(second))).toEqual([
      DECIDER,
      'the session with the allocator ended before it had answered',
    ]);
    expect(given.answersTo(first)).toHaveLength(1);
  });

  test('given 16 open questions, when another is asked, then it is refused; one that its asker gave up stays open until it is answered', () => {
    const now = stage('explain');
    const { given, gateway } = now;
    const all = Array.from({ length: 16 }, () => ask(now, EXPLAIN));

    expect(given.query(gateway, EXPLAIN)).toMatchObject([{ answer: 'refused', reason: 'queries-full' }]);
    given.fromGateway(gateway, { item: 'operator-cancel', requestId: all[0]! });
    const { requestId } = given.toldAllocator('explain')[0]!;
    given.fromAllocator({ item: 'explained', requestId, explanations: [], last: true });

    expect(given.answersTo(all[0]!)).toEqual([]);
    expect(given.toldAllocator('explain')).toHaveLength(16);
    ask(now, EXPLAIN);
    expect(given.toldAllocator('explain')).toHaveLength(17);
  });

  test('given an asker who reads slowly, when a long answer comes, then it ends with a note, and nothing piles up', () => {
    const now = stage('explain');
    const { given, spark } = now;
    const requestId = ask(now, EXPLAIN);
    const question = given.toldAllocator('explain').at(-1)!.requestId;
    const part = { item: 'explained', requestId: question, explanations: [explanationOf(spark.frameworkId)] } as const;

    given.fromAllocator({ ...part, last: false });
    given.backlogBytes = 8 * 1024 * 1024;
    for (let number = 0; number < 10; number += 1) given.fromAllocator({ ...part, last: false });

    expect(given.answersTo(requestId)).toMatchObject([
      { last: false },
      { last: true, notes: [DECIDER, 'the answer is longer than it is read; ask about one framework or role'] },
    ]);
  });

  test.each<readonly [string, AllocatorUp]>([
    ['a question that nobody asked', { item: 'explained', requestId: 99, explanations: [], last: true }],
    ['another question', { item: 'shares', requestId: 1, roles: [], frameworks: [], last: true }],
    [
      'a question, by larger parts than it may',
      {
        item: 'explained',
        requestId: 1,
        explanations: Array.from({ length: 101 }, () => explanationOf('f' as FrameworkId)),
        last: true,
      },
    ],
    [
      'a question, with more words than anybody reads',
      {
        item: 'explained',
        requestId: 1,
        explanations: [
          {
            ...explanationOf('f' as FrameworkId),
            reasons: [{ reason: 'refused', agents: 1, examples: [], untilMs: 1, detail: 'x'.repeat(1_025) }],
          },
        ],
        last: true,
      },
    ],
    [
      'a question, about a role with a longer name than there is',
      {
        item: 'explained',
        requestId: 1,
        explanations: [{ ...explanationOf('f' as FrameworkId), role: 'x'.repeat(1_025) }],
        last: true,
      },
    ],
    [
      'a question, by more bytes than one message has',
      {
        item: 'explained',
        requestId: 1,
        explanations: Array.from({ length: 100 }, () => ({
          ...explanationOf('f' as FrameworkId),
          reasons: NO_OFFER_REASONS.flatMap((reason) =>
            [1, 2].map(() => ({ reason, agents: 1, examples: [], untilMs: 1, detail: '€'.repeat(1_024) })),
          ),
        })),
        last: true,
      },
    ],
    ['an audit that nobody sent', { item: 'audited', differing: [] }],
  ])('given an allocator that answers %s, when it does, then its session is cut', (_what, answer) => {
    const now = stage('explain', 'shares', 'audit');
    const requestId = ask(now, EXPLAIN);

    now.given.fromAllocator(answer);

    expect(now.given.ended.map(({ because }) => because.kind)).toEqual(['refused']);
    expect(notesOf(now.given.answersTo(requestId))).toEqual([
      DECIDER,
      'the session with the allocator ended before it had answered',
    ]);
  });
});

test('given an allocator that names roles at length, when it is asked for shares, then its session is cut', () => {
  const now = stage('shares');
  ask(now, { query: 'get-shares' });
  const row = { share: 0, dominant: '', role: 'x'.repeat(1_025) };
  const frameworks = [{ ...row, frameworkId: 'f' as FrameworkId, competes: true }];

  now.given.fromAllocator({ item: 'shares', requestId: 1, roles: [], frameworks, last: true });

  expect(now.given.ended.map(({ because }) => because.kind)).toEqual(['refused']);
});

test('given an agent that went and came back within one slice, when the allocator is told, then it forgets the agent first and is told anew what is held there', () => {
  const { given, agent, spark } = stage();
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

describe('audits', () => {
  test('given what the allocator was told, when a second has passed, then the digests are of that, agent after agent in turn', () => {
    const now = stage('audit');
    const { given, agent, spark } = now;
    given.offer(spark, agent, 'cpus:1;mem:64');
    given.accept(spark, [given.offer(spark, agent, 'cpus:2;mem:64').offerId], {
      tasks: [taskOf({ id: 't1', agent: agent.agentId })],
      refuseMs: 0,
    });

    given.advance(1_000);

    const digest = digestOfAgent({
      agentId: agent.agentId,
      standing: 'offerable',
      total: res('cpus:4;mem:4096'),
      holdings: [{ frameworkId: spark.frameworkId, role: '*', resources: res('cpus:2;mem:128') }],
    });
    expect(given.toldAllocator('audit')).toEqual([{ item: 'audit', agents: [{ agentId: 'a1', digest }] }]);
    given.fromAllocator({ item: 'audited', differing: [] });
    given.loseAgent(agent);
    given.advance(1_000);
    expect(given.toldAllocator('audit')).toHaveLength(2);
    expect(given.toldAllocator('audit')[1]).not.toMatchObject({ agents: [{ digest }] });
  });

  test('given more agents than one audit takes, when audits go on, then each agent has its turn, and those that come and go do no harm', () => {
    const { given } = stage('audit');
    for (let number = 2; number <= 450; number += 1) given.registerAgent({ id: `a${String(number)}` });
    const sizes: number[] = [];
    const seen = new Set<AgentId>();
    for (let round = 0; round < 4; round += 1) {
      given.advance(1_000);
      const audit = given.toldAllocator('audit').at(-1);
      sizes.push(audit!.agents.length);
      for (const { agentId } of audit!.agents) seen.add(agentId);
      given.fromAllocator({ item: 'audited', differing: [] });
      given.registerAgent({ id: `late-${String(round)}` });
    }

    expect(sizes.slice(0, 3)).toEqual([200, 200, 52]);
    expect(seen.size).toBe(452);
  });

  test('given agents that differ, when the allocator says so, then they are counted, and told anew with all that is held and refused of them', () => {
    const now = stage('audit');
    const { given, agent, spark } = now;
    given.registerAgent({ id: 'a2' });
    given.offer(spark, agent, 'cpus:1;mem:64');
    const { offerId } = given.offer(spark, agent, 'cpus:3');
    given.call(spark, { call: 'decline', callId: '' as CallId, offerIds: [offerId], filters: { refuseMs: 60_000 } });
    given.advance(1_000);
    const before = given.toAllocator.length;

    given.fromAllocator({ item: 'audited', differing: ['a1' as AgentId, 'a9' as AgentId] });

    expect(given.events).toContainEqual({ event: 'mirror-differed', agents: 1, first: 'a1' });
    expect(given.toAllocator.slice(before)).toMatchObject([
      { item: 'agent-removed', agentId: 'a1' },
      { item: 'agent', agent: { agentId: 'a1', standing: 'offerable' } },
      { item: 'allocation', allocation: { agentId: 'a1', allocated: NO_RESOURCES, offered: res('cpus:1;mem:64') } },
      { item: 'filter', filter: { agentId: 'a1', refused: res('cpus:3'), remainingMs: 59_000 } },
    ]);
    given.advance(1_000);
    expect(given.toldAllocator('audit')).toHaveLength(2);
  });

  test('given an allocator for which hardly anything is as it was told, when that goes on, then its session is cut and begins anew', () => {
    const { given } = stage('audit');
    for (let round = 0; round < 3; round += 1) {
      expect(given.ended).toEqual([]);
      given.advance(1_000);
      given.fromAllocator({ item: 'audited', differing: ['a1' as AgentId] });
    }

    expect(given.ended).toHaveLength(1);
    given.advance(1_000);
    expect(pausesOf(given)).toBe(2);
  });

  test('given an allocator that never answers an audit, when a minute has passed, then its session is cut; one that cannot audit is not asked', () => {
    const { given } = stage('audit');
    const other = stage('explain').given;

    given.advance(59_000);
    expect([given.toldAllocator('audit').length, given.ended.length]).toEqual([1, 0]);
    given.advance(2_000);
    other.advance(61_000);

    expect(given.ended.length).toBe(1);
    expect(other.toldAllocator('audit')).toEqual([]);
  });
});

describe('conduct', () => {
  /** Sends proposals that cannot become offers until `count` were answered or the session was cut. */
  function flood({ given }: Stage, count: number, from = 0): number {
    const before = given.ended.length;
    for (let number = 1; number <= count; number += 1) {
      given.fromAllocator(proposalOf(from + number, 'nobody'));
      if (given.ended.length > before) return number;
    }
    return count;
  }

  test('given 1,000 refusals within 10 s, when one more follows, then the session is cut; spread over more time they may go on', () => {
    const now = stage();
    expect(flood(now, 600)).toBe(600);
    now.given.advance(10_000);
    expect(flood(now, 600, 600)).toBe(600);
    expect(now.given.ended).toEqual([]);

    expect(flood(now, 600, 1_200)).toBe(401);
    expect(now.given.events.at(-1)).toMatchObject({ event: 'allocator-lost', how: 'cut' });
  });

  test('given as many offers as refusals, when both are many, then the session goes on', () => {
    const now = stage();
    const { given, agent, spark } = now;
    for (let round = 0; round < 1_100; round += 1) {
      const offer = given.offer(spark, agent, 'cpus:1');
      given.call(spark, { call: 'decline', callId: '' as CallId, offerIds: [offer.offerId], filters: { refuseMs: 0 } });
      given.propose({ framework: 'nobody' as FrameworkId, agent: agent.agentId, resources: 'cpus:1' });
    }

    expect(given.ended).toEqual([]);
  });

  test('given sessions that are cut again and again, when they follow, then the pauses double from 1 s to 60 s, and a minute of good conduct resets them', () => {
    const now = stage();
    const { given } = now;
    /** Misbehaves, and says how long it took until the next dial. */
    const pauseAfterCut = (): number => {
      given.fromAllocator(proposalOf(77, 'nobody'));
      const dials = pausesOf(given);
      const cutAt = given.now;
      while (pausesOf(given) === dials) given.advance(50);
      given.fromAllocator({ item: 'ready', name: 'test', policy: 'none', capabilities: [] });
      return given.now - cutAt;
    };

    const pauses = Array.from({ length: 8 }, pauseAfterCut);
    given.advance(60_000);
    pauses.push(pauseAfterCut());

    // Three quarters of the full pause, by the chance of this test.
    expect(pauses).toEqual([750, 1_500, 3_000, 6_000, 12_000, 24_000, 45_000, 45_000, 750]);
  });

  test.each([
    ['malformed', 'cut'],
    ['overloaded', 'cut'],
    ['lost', 'lost'],
  ] as const)(
    'given a stream that ends as %s, when the master hears of it, then the session counts as %s',
    (kind, how) => {
      const { given } = stage();

      given.loseAllocator(kind);

      expect(given.events.at(-1)).toMatchObject({ event: 'allocator-lost', how, again: false });
    },
  );

  test('given an allocator that speaks in a later epoch, when it does, then its session is cut and the master leads on', () => {
    const { given } = stage();

    given.fromAllocatorIn({ ...EPOCH, revision: 99 }, proposalOf(1, 'nobody'));

    expect(given.abandoned).toEqual([]);
    expect(given.ended).toHaveLength(1);
    expect(given.toldAllocator('refused')).toEqual([]);
  });

  test('given an allocator that answers no ping, when five were missed, then its session is cut, and open offers stay', () => {
    const now = stage();
    const { given, agent, spark } = now;
    given.allocatorSilent = true;
    given.advance(75_000);
    const offer = given.offer(spark, agent, 'cpus:1;mem:64');
    expect(given.ended).toEqual([]);

    given.advance(15_000);

    expect(given.ended).toHaveLength(1);
    given.accept(spark, [offer.offerId], { tasks: [taskOf({ id: 't1', agent: agent.agentId })] });
    expect(given.launchedOn(agent, 't1')).toBeDefined();
    expect(checkCluster(given.core)).toEqual([]);
  });

  test('given an allocator that answers pings and nothing else, or has a name without end, when it does, then its session is cut', () => {
    const given = new GivenMaster();
    given.advance(74_999);
    expect(given.ended).toEqual([]);
    given.advance(1);
    expect(given.ended).toHaveLength(1);
    given.advance(1_000);

    given.fromAllocator({ item: 'ready', name: 'x'.repeat(256), policy: 'none', capabilities: [] });

    expect(given.ended).toHaveLength(2);
    expect(given.events.filter((event) => event.event === 'allocator-ready')).toEqual([]);
  });

  test('given an allocator that cannot be reached, when dial after dial fails, then the first failure and the others are told apart', () => {
    const given = new GivenMaster();
    for (let round = 0; round < 3; round += 1) {
      given.advance(20_000);
      given.loseAllocator();
    }

    const lost = given.events.filter((event) => event.event === 'allocator-lost');
    expect(lost.map(({ again }) => again)).toEqual([false, true, true]);
  });
});
