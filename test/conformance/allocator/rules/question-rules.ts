import { digestOfAgent } from '@parley/common/audit';
import { EXPLAIN_EXAMPLES_MAX, NO_OFFER_REASONS } from '@parley/common/contract';
import type {
  AgentDigest,
  AgentStanding,
  AllocatorCapability,
  AllocatorUp,
  Explanation,
  FrameworkShare,
  RoleShare,
} from '@parley/common/contract';
import type { AgentId, FrameworkId } from '@parley/common/kernel';

import type { Kit } from '../kit';
import type { PlayedSession } from '../played-session';
import { must, rulesOf } from '../rule';
import type { Played, Rule } from '../rule';
import { agent, agents, allocation, filter, framework, held } from '../told';

/** At most so many entries are in one part of an answer. */
const PART_MAX = 100;

/** Questions that an allocator may be able to answer. */
export const QUESTION_RULES: readonly Rule[] = rulesOf('full', [
  {
    id: 'explain-reasons',
    title: 'explain: the first reason that applies is told for each agent',
    contract: 'explain',
    play: able('explain', async (kit) => {
      const session = await kit.session([
        agent('a1', 'cpus:4;mem:4096'),
        agent('a2', 'cpus:4;mem:4096', { standing: 'disconnected' }),
        agent('a3', 'cpus:4;mem:4096'),
        allocation('suppressed r a3', { allocated: 'cpus:4;mem:4096' }),
        framework('suppressed', [{ role: 'r', suppressed: true }]),
        framework('away', ['r'], { active: false }),
        framework('idle', [{ role: 'r', demand: [] }]),
        framework('picky', [{ role: 'r', constraintGroups: [[hostnameIs('a3.example')]] }]),
        framework('refusing', ['r']),
        filter('refusing r a1', 'cpus:4;mem:4096', 3_600_000),
      ]);
      await session.quiet();
      const { explanations } = await explain(session, 1, {});
      const expected: Readonly<Record<string, string>> = {
        suppressed: '0; suppressed 3',
        away: '0; framework-inactive 3',
        idle: '0; no-demand 3',
        picky: '0; disconnected 1, constraint 1, nothing-free 1',
        refusing: '0; disconnected 1, nothing-free 1, refused 1',
      };
      for (const [frameworkId, text] of Object.entries(expected)) {
        const found = explanations.filter((entry) => entry.frameworkId === frameworkId && entry.role === 'r');
        const seen = found.map(inWords).join(' and ');
        must(
          seen === text,
          `expected of ${frameworkId} "offerable ${text}", but heard ${seen === '' ? 'nothing' : `"offerable ${seen}"`}`,
        );
      }
      return Object.entries(expected)
        .map((pair) => pair.join(': '))
        .join('; ');
    }),
  },
  {
    id: 'explain-complete',
    title: 'explain: every framework in every role, every agent once, in parts that are not too large',
    contract: 'explain',
    play: able('explain', async (kit) => {
      const frameworks = Array.from({ length: 120 }, (_, index) => framework(`f${String(index)}`, ['r', 's']));
      const session = await kit.session([...frameworks, ...agents(20, 'cpus:1;mem:128')]);
      await session.quiet();
      const { explanations, parts } = await explain(session, 1, {});
      must(
        parts.every((part) => part <= PART_MAX),
        `expected at most ${String(PART_MAX)} explanations in a part, but heard parts of ${parts.join(', ')}`,
      );
      must(
        explanations.length === 240,
        `expected 240 explanations, for 120 frameworks in 2 roles, but heard ${String(explanations.length)}`,
      );
      const wrong = explanations.find((entry) => !isSound(entry, 20));
      must(
        wrong === undefined,
        `expected 20 agents counted once each, reasons in order and 1 to 5 examples for each, but heard ${wrong === undefined ? '' : `of ${wrong.frameworkId} "offerable ${inWords(wrong)}"`}`,
      );
      return `240 explanations in ${String(parts.length)} parts`;
    }),
  },
  {
    id: 'explain-scope',
    title: 'explain: only what was asked about, and an empty answer about nobody',
    contract: 'explain',
    play: able('explain', async (kit) => {
      const session = await kit.session([
        framework('f1', ['r', 's']),
        framework('f2', ['r']),
        ...agents(3, 'cpus:1;mem:128'),
      ]);
      await session.quiet();
      const one = await explain(session, 1, { frameworkId: 'f1' as FrameworkId, role: 's', agentId: 'a2' as AgentId });
      const [only] = one.explanations;
      must(
        one.explanations.length === 1 && only?.frameworkId === 'f1' && only.role === 's' && isSound(only, 1),
        `expected one explanation, of f1 in role s on a2, but heard ${String(one.explanations.length)}: ${one.explanations.map(inWords).join(' and ')}`,
      );
      const none = await explain(session, 2, { frameworkId: 'nobody' as FrameworkId });
      must(
        none.explanations.length === 0 && none.parts.length === 1,
        'expected one empty part about nobody, but heard more',
      );
      return 'one explanation about one place, one empty part about nobody';
    }),
  },
  {
    id: 'shares',
    title: 'shares: every role and framework, with the share of what it holds most of',
    contract: 'shares',
    play: able('shares', async (kit) => {
      const session = await kit.session([
        ...agents(4, 'cpus:2;mem:2048'),
        framework('f1', ['eng/web']),
        framework('f2', [{ role: 'ops', suppressed: true }]),
        framework('f1', [{ role: 'eng/web', suppressed: true }]),
        allocation('f1 eng/web a1', { allocated: 'cpus:1;mem:2048', offered: 'cpus:1' }),
        allocation('f1 eng/web a2', { allocated: 'mem:2048' }),
      ]);
      await session.quiet();
      session.say({ item: 'get-shares', requestId: 7 });
      const parts = await answered(session, (item) =>
        item.item === 'shares' && item.requestId === 7 ? item : undefined,
      );
      const roles = parts.flatMap((part) => part.roles);
      const frameworks = parts.flatMap((part) => part.frameworks);
      const web = roles.find(({ role }) => role === 'eng/web');
      must(
        web !== undefined && near(web.share, 0.5) && web.dominant === 'mem' && web.weight === 1,
        `expected eng/web with share 0.5, dominant mem and weight 1, but heard ${roleText(web)}`,
      );
      const ops = roles.find(({ role }) => role === 'ops');
      must(ops === undefined || ops.share === 0, `expected ops with share 0 or not at all, but heard ${roleText(ops)}`);
      const first = frameworks.find(({ frameworkId }) => frameworkId === 'f1');
      must(
        first !== undefined && near(first.share, 0.5) && first.role === 'eng/web' && !first.competes,
        `expected f1 in eng/web with share 0.5 and competes false, but heard ${frameworkText(first)}`,
      );
      must(
        frameworks.some(({ frameworkId }) => frameworkId === 'f2'),
        'expected f2 in the table, but heard nothing of it',
      );
      return `${String(roles.length)} roles, ${String(frameworks.length)} frameworks`;
    }),
  },
  {
    id: 'audit-agrees',
    title: 'audit: what was told as it is, is found to be so',
    contract: 'audit',
    play: able('audit', async (kit) => {
      const session = await kit.session(AUDITED);
      await session.quiet();
      const differing = await audit(session, [digest('offerable', 'f1 r cpus:1;mem:1024', 'f2 s cpus:0.5')]);
      must(differing.length === 0, `expected no agent that differs, but heard ${differing.join(', ')}`);
      session.say(allocation('f2 s a1'), agent('a1', 'cpus:4;mem:4096;ports:[1-9]', { standing: 'draining' }));
      const later = await audit(session, [digest('draining', 'f1 r cpus:1;mem:1024')], 1);
      must(later.length === 0, `expected no agent that differs after a change, but heard ${later.join(', ')}`);
      return 'nothing differs, nor after a change';
    }),
  },
  {
    id: 'audit-differs',
    title: 'audit: what is otherwise than it was told is named, and only that',
    contract: 'audit',
    play: able('audit', async (kit) => {
      const session = await kit.session(AUDITED);
      await session.quiet();
      const right = digest('offerable', 'f1 r cpus:1;mem:1024', 'f2 s cpus:0.5');
      const wrong = { agentId: 'a2' as AgentId, digest: '00000000' };
      const stranger = { agentId: 'stranger' as AgentId, digest: right.digest };
      const differing = await audit(session, [right, wrong, stranger]);
      must(
        [...differing].sort().join() === 'a2,stranger',
        `expected a2 and stranger to differ, but heard ${differing.join(', ') || 'none'}`,
      );
      return 'the one that differs and the one that is not there';
    }),
  },
]);

const AUDITED = [
  agent('a1', 'cpus:4;mem:4096;ports:[1-9]'),
  agent('a2', 'cpus:1;mem:128'),
  framework('f1', ['r']),
  framework('f2', ['s']),
  allocation('f1 r a1', { allocated: 'cpus:0.5;mem:1024', offered: 'cpus:0.5' }),
  allocation('f2 s a1', { offered: 'cpus:0.5' }),
];

/** What the kit knows of `a1`; holdings as `framework role resources`. */
function digest(standing: AgentStanding, ...holdings: readonly string[]): AgentDigest {
  const agentId = 'a1' as AgentId;
  const read = holdings.map((text) => {
    const [frameworkId = '', role = '', resources = ''] = text.split(' ');
    return { frameworkId: frameworkId as FrameworkId, role, resources: held(resources) };
  });
  return {
    agentId,
    digest: digestOfAgent({ agentId, standing, total: held('cpus:4;mem:4096;ports:[1-9]'), holdings: read }),
  };
}

/** A story for allocators that said they can. */
function able(capability: AllocatorCapability, play: (kit: Kit) => Promise<string>): (kit: Kit) => Promise<Played> {
  return async (kit) =>
    kit.can(capability)
      ? await play(kit)
      : { notOffered: `the allocator did not name the capability ${capability} in \`ready\`` };
}

function hostnameIs(text: string) {
  return { selector: { select: 'hostname' }, predicate: { test: 'equals', text } } as const;
}

/** Waits for the parts of an answer, up to the last. */
async function answered<Part extends { readonly last: boolean }>(
  session: PlayedSession,
  partOf: (item: AllocatorUp) => Part | undefined,
): Promise<readonly Part[]> {
  const parts = (): readonly Part[] => session.answers.flatMap((item) => partOf(item) ?? []);
  await session.eventually('the last part of the answer', () => parts().some(({ last }) => last));
  const seen = parts();
  must(
    seen.findIndex(({ last }) => last) === seen.length - 1,
    'expected nothing after the part that is marked last, but heard another',
  );
  return seen;
}

async function explain(
  session: PlayedSession,
  requestId: number,
  scope: { readonly frameworkId?: FrameworkId; readonly role?: string; readonly agentId?: AgentId },
): Promise<{ readonly explanations: readonly Explanation[]; readonly parts: readonly number[] }> {
  const { frameworkId, role, agentId } = scope;
  session.say({ item: 'explain', requestId, frameworkId, role, agentId });
  const isPart = (item: AllocatorUp) => (item.item === 'explained' && item.requestId === requestId ? item : undefined);
  const parts = await answered(session, isPart);
  return {
    explanations: parts.flatMap(({ explanations }) => explanations),
    parts: parts.map(({ explanations }) => explanations.length),
  };
}

/** Sends digests and waits for the answer, which is the one after `before` others. */
async function audit(session: PlayedSession, digests: readonly AgentDigest[], before = 0): Promise<readonly AgentId[]> {
  const answers = () => session.answers.flatMap((item) => (item.item === 'audited' ? [item.differing] : []));
  session.say({ item: 'audit', agents: digests });
  await session.eventually('the answer to the audit', () => answers().length > before);
  return answers()[before] ?? [];
}

/** How many agents are offerable, then the others by reason. */
function inWords({ offerable, reasons }: Explanation): string {
  return `${String(offerable)}; ${reasons.map(({ reason, agents: count }) => `${reason} ${String(count)}`).join(', ')}`;
}

/** Whether the reasons are in order, each with its examples, and every agent is counted once. */
function isSound({ offerable, reasons }: Explanation, agentCount: number): boolean {
  const ranks = reasons.map(({ reason }) => NO_OFFER_REASONS.indexOf(reason));
  const inOrder = ranks.every((rank, index) => index === 0 || rank > (ranks[index - 1] ?? -1));
  const counted = reasons.reduce((sum, { agents: count }) => sum + count, offerable);
  const exampled = reasons.every(
    ({ agents: count, examples }) =>
      count > 0 && examples.length <= Math.min(count, EXPLAIN_EXAMPLES_MAX) && examples.length > 0,
  );
  return inOrder && exampled && counted === agentCount;
}

function roleText(entry: RoleShare | undefined): string {
  if (entry === undefined) return 'nothing of it';
  const { share, dominant, weight } = entry;
  return `share ${String(share)}, dominant ${dominant === '' ? 'none' : dominant}, weight ${String(weight)}`;
}

function frameworkText(entry: FrameworkShare | undefined): string {
  if (entry === undefined) return 'nothing of it';
  const { role, share, competes } = entry;
  return `it in ${role} with share ${String(share)} and competes ${String(competes)}`;
}

function near(share: number, expected: number): boolean {
  return Math.abs(share - expected) < 1e-9;
}
