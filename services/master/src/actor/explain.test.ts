import type { OperatorAnswer, OperatorQuery } from '@parley/common/contract';
import type { AgentId, FrameworkId } from '@parley/common/kernel';
import { GivenMaster } from '../testing/given-master';
import type { PlayedGateway } from '../testing/played-peers';

const DECIDER = 'the allocator is "test", its policy "none"';

type Scope = Omit<Extract<OperatorQuery, { query: 'explain-offers' }>, 'query'>;
const ALL: Scope = { frameworkId: undefined, role: undefined, agentId: undefined };

const notesOf = (answers: readonly OperatorAnswer[]): readonly string[] =>
  answers.flatMap((answer) => (answer.answer === 'explained' ? answer.notes : []));

/** Asks, and lets the allocator answer that there is nothing. */
function notesAbout(given: GivenMaster, gateway: PlayedGateway, scope: Partial<Scope>): readonly string[] {
  given.fromGateway(gateway, {
    item: 'operator-query',
    requestId: 900,
    query: { query: 'explain-offers', ...ALL, ...scope },
  });
  const { requestId } = given.toldAllocator('explain').at(-1)!;
  given.fromAllocator({ item: 'explained', requestId, explanations: [], last: true });
  return notesOf(given.answersTo(900));
}

test.each<[string, Partial<Scope>, readonly string[]]>([
  ['everything', {}, []],
  ['a role that has a framework', { role: 'dev', agentId: 'a1' as AgentId }, []],
  ['an unknown framework', { frameworkId: 'nope' as FrameworkId, role: 'dev' }, ['there is no framework nope']],
  ['a role without frameworks', { role: 'qa' }, ['no framework is in role qa']],
  [
    'an unknown agent and role',
    { role: 'qa', agentId: 'nope' as AgentId },
    ['no framework is in role qa', 'there is no agent nope'],
  ],
])(
  'given a cluster, when the explanation of %s is asked for, then notes say what there is not',
  (_what, scope, expected) => {
    const given = new GivenMaster();
    const gateway = given.gateway();
    given.registerAgent();
    given.subscribe(gateway, { info: { roles: ['dev', 'ops'] } });
    given.allocatorReady('explain');

    expect(notesAbout(given, gateway, scope)).toEqual([DECIDER, ...expected]);
  },
);

test('given a framework, when it is asked about in a role that it is not in, then a note names its roles', () => {
  const given = new GivenMaster();
  const gateway = given.gateway();
  given.registerAgent();
  const { frameworkId } = given.subscribe(gateway, { info: { roles: ['dev', 'ops'] } });
  given.allocatorReady('explain');

  expect(notesAbout(given, gateway, { frameworkId, role: 'qa' })).toEqual([
    DECIDER,
    `framework ${frameworkId} is not in role qa, but in dev, ops`,
  ]);
});

test('given no framework and no agent, when it is asked why nothing is offered, then notes say so, also without an allocator that explains', () => {
  const given = new GivenMaster();
  const gateway = given.gateway();
  given.allocatorReady('explain');
  const alone = new GivenMaster({ settings: { allocatorAddress: '' } });
  const nothing = ['no framework is registered', 'no agent is registered'];

  expect(notesAbout(given, gateway, {})).toEqual([DECIDER, ...nothing]);
  expect(notesOf(alone.query(alone.gateway(), { query: 'explain-offers', ...ALL }))).toEqual([
    ...nothing,
    'no allocator is configured, so that nothing is offered',
  ]);
});
