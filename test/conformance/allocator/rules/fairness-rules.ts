import { required } from '@parley/common/kernel';

import type { FairnessClass, Kit } from '../kit';
import type { PlayedSession } from '../played-session';
import { must, rulesOf } from '../rule';
import type { Played, Rule } from '../rule';
import { agent, agents, allocation, framework, role } from '../told';

/** Rounds in which one agent is offered and comes back, where it is counted who gets it. */
const ROUNDS = 200;
/** Of {@link ROUNDS}, how many a role of weight 4 must get beside one of weight 1 when chance decides: 160 are expected, with a deviation of 6. */
const HEAVY = { least: 130, most: 195 };

/** Who comes first, by the class of fairness that the allocator says it has. */
export const FAIRNESS_RULES: readonly Rule[] = rulesOf('full', [
  {
    id: 'fair-weights',
    title: 'drf: roles share by weight, and the frameworks of a role alike',
    contract: 'The conformance kit',
    play: only(['drf'], async (kit) => {
      const session = await kit.session([
        role('a', { weight: 2 }),
        ...agents(12, 'cpus:1;mem:1024'),
        framework('f1', ['a']),
        framework('f2', ['a']),
        framework('f3', ['b']),
      ]);
      await session.eventually('proposals for all 12 agents', () => session.proposals.length >= 12);
      const seen = ['f1', 'f2', 'f3'].map((id) => session.proposalsFor(id).length).join(', ');
      must(seen === '4, 4, 4', `expected 4 of 12 agents each for f1, f2 and f3, but they were proposed ${seen}`);
      return 'of 12 agents 8 for the role of weight 2, which its two frameworks share, and 4 for the role of weight 1';
    }),
  },
  {
    id: 'fair-dominant',
    title: 'drf: whoever holds less of what it holds most of comes first',
    contract: 'The conformance kit',
    play: only(['drf'], async (kit) => {
      const cluster = [
        agent('used', 'cpus:4;mem:9000'),
        agent('next', 'cpus:6;mem:11000'),
        framework('f1', ['a']),
        framework('f2', ['b']),
        allocation('f1 a used', { allocated: 'cpus:1;mem:8000' }),
        allocation('f2 b used', { allocated: 'cpus:2;mem:1000', offered: 'cpus:1' }),
      ];
      const plain = await kit.session(cluster);
      const first = await plain.proposed('- - next');
      must(
        first.frameworkId === 'f2',
        `expected f2 first, whose share is 0.3 beside 0.4, but heard ${plain.summary()}`,
      );
      const weighted = await kit.session([role('a', { weight: 3 }), ...cluster]);
      const heavy = await weighted.proposed('- - next');
      must(
        heavy.frameworkId === 'f1',
        `expected f1 first, whose share is 0.4 by weight 3 beside 0.3, but heard ${weighted.summary()}`,
      );
      return 'the lower dominant share, then the higher with three times the weight';
    }),
  },
  {
    id: 'priority-first',
    title: 'strict-priority: the role of higher priority is served before the other',
    contract: 'The conformance kit',
    play: only(['strict-priority'], async (kit) => {
      const { high, low } = kit.options.priorityRoles;
      const session = await kit.session([
        ...agents(6, 'cpus:1;mem:128'),
        framework('h', [high]),
        framework('l', [low]),
      ]);
      await session.eventually('proposals for all 6 agents', () => session.proposals.length >= 6);
      const seen = session.proposalsFor('l').length;
      const hint = `has the allocator been started so that it puts ${high} before ${low}? (\`--priorities=${high}=1\` of the one that comes with Parley does; \`--priority-roles\` of the kit names two others)`;
      must(seen === 0, `expected all 6 agents for role ${high}, but heard ${String(seen)} for role ${low}; ${hint}`);
      session.say(framework('h', [{ role: high, suppressed: true }]), agent('a7', 'cpus:1;mem:128'));
      await session.proposed(`l ${low} a7`);
      return 'everything for the one, and something for the other when the one wanted nothing';
    }),
  },
  {
    id: 'priority-within',
    title: 'strict-priority: frameworks of one role share alike',
    contract: 'The conformance kit',
    play: only(['strict-priority'], async (kit) => {
      const { high } = kit.options.priorityRoles;
      const session = await kit.session([
        ...agents(6, 'cpus:1;mem:128'),
        framework('f1', [high]),
        framework('f2', [high]),
      ]);
      await session.eventually('proposals for all 6 agents', () => session.proposals.length >= 6);
      const seen = ['f1', 'f2'].map((id) => session.proposalsFor(id).length).join(', ');
      must(seen === '3, 3', `expected 3 of 6 agents each for f1 and f2, but they were proposed ${seen}`);
      return 'three agents each';
    }),
  },
  {
    id: 'all-served',
    title: 'drf, random: of those who always give back, everybody is served',
    contract: 'The conformance kit',
    play: only(['drf', 'random'], async (kit) => {
      const names = Array.from({ length: 10 }, (_, index) => `f${String(index)}`);
      const entities = names.map((name, index) => framework(name, [`role-${String(index % 5)}`]));
      const served = await rounds(await kit.session([agent('a1', 'cpus:1;mem:128'), ...entities]));
      const left = names.filter((name) => (served.get(name) ?? 0) === 0);
      must(
        left.length === 0,
        `expected something for each of 10 frameworks in ${String(ROUNDS)} rounds, but heard nothing for ${left.join(', ')}`,
      );
      return `in ${String(ROUNDS)} rounds each of 10 at least ${String(Math.min(...served.values()))} times`;
    }),
  },
  {
    id: 'random-weights',
    title: 'random: a role of more weight is served more often',
    contract: 'The conformance kit',
    play: only(['random'], async (kit) => {
      const session = await kit.session([
        role('heavy', { weight: 4 }),
        agent('a1', 'cpus:1;mem:128'),
        framework('h', ['heavy']),
        framework('l', ['light']),
      ]);
      const seen = (await rounds(session)).get('h') ?? 0;
      must(
        seen >= HEAVY.least && seen <= HEAVY.most,
        `expected weight 4 beside weight 1 to win ${String(HEAVY.least)} to ${String(HEAVY.most)} of ${String(ROUNDS)} rounds, but it won ${String(seen)}`,
      );
      return `${String(seen)} of ${String(ROUNDS)} for weight 4 beside weight 1`;
    }),
  },
]);

/** A story for some classes of fairness alone. */
function only(classes: readonly FairnessClass[], play: (kit: Kit) => Promise<string>): (kit: Kit) => Promise<Played> {
  return async (kit) => {
    const { fairness } = kit;
    if (fairness !== undefined && classes.includes(fairness)) return await play(kit);
    const said = fairness ?? kit.introduction?.policy ?? 'none that was named';
    return { notOffered: `for ${classes.join(' and ')}; this allocator's policy is ${said}` };
  };
}

/** Lets the one agent be offered and come back {@link ROUNDS} times; says how often each framework got it. */
async function rounds(session: PlayedSession): Promise<ReadonlyMap<string, number>> {
  const served = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round += 1) {
    await session.eventually(`a proposal in round ${String(round + 1)}`, () => session.proposals.length > round);
    const proposal = required(session.proposals[round], 'proposal');
    served.set(proposal.frameworkId, (served.get(proposal.frameworkId) ?? 0) + 1);
    session.offer(proposal);
    session.decline(proposal);
  }
  return served;
}
