import type { AllocatorUp, Explanation } from '@parley/common/contract';
import { NO_OFFER_REASONS } from '@parley/common/contract';
import type { FrameworkId } from '@parley/common/kernel';
import { allocatorStage, DECIDER, EXPLAIN, notesOf } from '../testing/allocator-stage';
import { GivenMaster } from '../testing/given-master';

function explanationOf(frameworkId: FrameworkId): Explanation {
  return { frameworkId, role: 'dev', share: 0, roleShare: 0, offerable: 0, lastProposedMs: undefined, reasons: [] };
}

describe('questions', () => {
  test('given an allocator that explains, when an operator asks, then the parts of its answer are passed on to the last', () => {
    const now = allocatorStage('explain', 'shares');
    const { given, spark } = now;

    const explained = now.given.ask(now.gateway, EXPLAIN);
    const shares = now.given.ask(now.gateway, { query: 'get-shares' });
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
    const now = allocatorStage('explain', 'shares');
    const { given, spark } = now;

    const explained = now.given.ask(now.gateway, EXPLAIN);
    const shares = now.given.ask(now.gateway, { query: 'get-shares' });
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
    const now = allocatorStage('shares');
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
    const now = allocatorStage('explain');
    const { given } = now;

    const first = now.given.ask(now.gateway, EXPLAIN);
    const { requestId } = given.toldAllocator('explain').at(-1)!;
    given.advance(30_000);
    expect(notesOf(given.answersTo(first))).toEqual([DECIDER, 'the allocator did not answer in time']);
    given.fromAllocator({ item: 'explained', requestId, explanations: [], last: true });
    expect(given.ended).toEqual([]);
    const second = now.given.ask(now.gateway, EXPLAIN);
    given.loseAllocator();

    expect(notesOf(given.answersTo(second))).toEqual([
      DECIDER,
      'the session with the allocator ended before it had answered',
    ]);
    expect(given.answersTo(first)).toHaveLength(1);
  });

  test('given 16 open questions, when another is asked, then it is refused; one that its asker gave up stays open until it is answered', () => {
    const now = allocatorStage('explain');
    const { given, gateway } = now;
    const all = Array.from({ length: 16 }, () => now.given.ask(now.gateway, EXPLAIN));

    expect(given.query(gateway, EXPLAIN)).toMatchObject([{ answer: 'refused', reason: 'queries-full' }]);
    given.fromGateway(gateway, { item: 'operator-cancel', requestId: all[0]! });
    const { requestId } = given.toldAllocator('explain')[0]!;
    given.fromAllocator({ item: 'explained', requestId, explanations: [], last: true });

    expect(given.answersTo(all[0]!)).toEqual([]);
    expect(given.toldAllocator('explain')).toHaveLength(16);
    now.given.ask(now.gateway, EXPLAIN);
    expect(given.toldAllocator('explain')).toHaveLength(17);
  });

  test('given an asker who reads slowly, when a long answer comes, then it ends with a note, and nothing piles up', () => {
    const now = allocatorStage('explain');
    const { given, spark } = now;
    const requestId = now.given.ask(now.gateway, EXPLAIN);
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
    const now = allocatorStage('explain', 'shares', 'audit');
    const requestId = now.given.ask(now.gateway, EXPLAIN);

    now.given.fromAllocator(answer);

    expect(now.given.ended.map(({ because }) => because.kind)).toEqual(['refused']);
    expect(notesOf(now.given.answersTo(requestId))).toEqual([
      DECIDER,
      'the session with the allocator ended before it had answered',
    ]);
  });
});

test('given an allocator that names roles at length, when it is asked for shares, then its session is cut', () => {
  const now = allocatorStage('shares');
  now.given.ask(now.gateway, { query: 'get-shares' });
  const row = { share: 0, dominant: '', role: 'x'.repeat(1_025) };
  const frameworks = [{ ...row, frameworkId: 'f' as FrameworkId, competes: true }];

  now.given.fromAllocator({ item: 'shares', requestId: 1, roles: [], frameworks, last: true });

  expect(now.given.ended.map(({ because }) => because.kind)).toEqual(['refused']);
});
