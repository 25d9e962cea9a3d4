import type { Proposal } from '@parley/common/contract';
import { scalarMilli, sumResources } from '@parley/common/resources';

import { must, mustNone, rulesOf } from '../rule';
import type { Rule } from '../rule';
import { agent, agentRemoved, agents, allocation, framework, frameworkRemoved, placeText } from '../told';
import { described } from '../truth';

/** How long a refused proposal must not be repeated where the story waits for its end, in milliseconds. */
const RETRY_MS = 400;
/** Looked at so long before that pause is over. */
const MARGIN_MS = 50;

/** Thousandths of a CPU in proposals together. */
export function cpusIn(proposals: readonly Proposal[]): number {
  return scalarMilli(sumResources(proposals.map(({ resources }) => resources)), 'cpus');
}

/** What proposals hold, how they are numbered and how many there may be. */
export const PROPOSAL_RULES: readonly Rule[] = rulesOf('core', [
  {
    id: 'proposal-ids',
    title: 'proposals are numbered 1, 2, 3 … within a session',
    contract: 'Proposals and answers',
    play: async (kit) => {
      const session = await kit.session([...agents(3, 'cpus:1;mem:128'), framework('f1', ['r'])]);
      await session.eventually('three proposals', () => session.proposals.length >= 3);
      return 'watched over in every session';
    },
  },
  {
    id: 'credits',
    title: 'no more proposals come than there is credit for',
    contract: 'Credits and flow control',
    play: async (kit) => {
      const session = await kit.session([...agents(20, 'cpus:1;mem:128'), framework('f1', ['r'])], { credits: 5 });
      await session.eventually('five proposals for five credits', () => session.proposals.length >= 5);
      await session.quiet();
      must(session.proposals.length === 5, `expected 5 proposals with 5 credits, but heard ${session.summary()}`);
      session.grant(3);
      await session.eventually('three more for three more credits', () => session.proposals.length >= 8);
      await session.quiet();
      must(session.proposals.length === 8, `expected 8 proposals with 8 credits, but heard ${session.summary()}`);
      return '5 proposals with 5 credits, 8 with 8';
    },
  },
  {
    id: 'only-free',
    title: 'a proposal holds something, and only what is neither offered nor used',
    contract: 'What is told',
    play: async (kit) => {
      const session = await kit.session([
        agent('a1', 'cpus:4;mem:4096;ports:[31000-31009]'),
        agent('a2', 'cpus:2;mem:512'),
        agent('a3', 'cpus:1;mem:128'),
        framework('f1', ['r']),
        framework('f2', ['r']),
        allocation('f1 r a1', { allocated: 'cpus:1;ports:[31000-31003]', offered: 'mem:1024' }),
        allocation('f2 r a1', { offered: 'cpus:0.5' }),
        allocation('f1 r a2', { allocated: 'cpus:2', offered: 'mem:512' }),
        allocation('stranger r a3', { allocated: 'cpus:1;mem:128' }),
      ]);
      await session.proposed('- r a1');
      await session.quiet();
      const none = [...session.proposalsFor('- - a2'), ...session.proposalsFor('- - a3')];
      mustNone(none, 'nothing of a2 and a3, which have nothing free');
      return 'the rest of an agent that is used in part; nothing of agents that are used up';
    },
  },
  {
    id: 'nothing-twice',
    title: 'a proposal counts as taken until it is answered',
    contract: 'Proposals and answers',
    play: async (kit) => {
      const session = await kit.session([
        ...agents(3, 'cpus:4;mem:4096'),
        framework('f1', ['r']),
        framework('f2', ['r']),
      ]);
      await session.eventually('proposals for 12 cpus', () => cpusIn(session.proposals) >= 12_000);
      await session.quiet();
      // What is told anew about an agent changes nothing about what was proposed of it.
      await session.change(agent('a1', 'cpus:4;mem:4096'), framework('f3', ['r']));
      await session.quiet();
      must(
        cpusIn(session.proposals) === 12_000,
        `expected proposals for 12 cpus in all, and none anew while they are open, but heard ${session.summary()}`,
      );
      return 'everything was proposed once, whoever waited';
    },
  },
  {
    id: 'released',
    title: 'what was refused is free again, and goes to another if there is one',
    contract: 'Proposals and answers',
    play: async (kit) => {
      const session = await kit.session([agent('a1', 'cpus:4;mem:4096'), framework('f1', ['r'])]);
      const first = await session.proposed('f1 r a1');
      session.refuse(first, 'filtered', 3_600_000);
      await session.change(framework('f2', ['r']));
      await session.proposed('f2 r a1', 1);
      return `${described(first)} was refused and went to another framework`;
    },
  },
  {
    id: 'refused-waits',
    title: 'a refused proposal is not repeated before its pause is over',
    contract: 'Proposals and answers',
    play: async (kit) => {
      const session = await kit.session([
        agent('a1', 'cpus:4;mem:4096'),
        agent('a2', 'cpus:1;mem:128'),
        framework('f1', ['r']),
      ]);
      const [long, short] = [await session.proposed('f1 r a1'), await session.proposed('f1 r a2')];
      await session.quiet();
      const from = session.proposals.length;
      const refusedAt = session.now;
      session.refuse(long, 'not-available', 3_600_000);
      session.refuse(short, 'not-available', RETRY_MS);
      await session.passes(RETRY_MS - MARGIN_MS);
      // Whoever looks too late cannot say what was too early.
      const early = session.now - refusedAt < RETRY_MS ? session.proposals.length - from : 0;
      must(
        early === 0,
        `expected nothing within the retry_after_ms of ${String(RETRY_MS)}, but heard ${session.summary()}`,
      );
      await session.quiet();
      const repeated = session.proposalsFor('f1 r a1', from);
      mustNone(repeated, 'nothing where retry_after_ms was an hour');
      return `nothing within ${String(RETRY_MS)} ms and nothing of what was refused for an hour`;
    },
  },
  {
    id: 'refused-returns',
    title: 'a refused proposal is made again when its pause is over',
    contract: 'Proposals and answers',
    play: async (kit) => {
      const session = await kit.session([agent('a1', 'cpus:4;mem:4096'), framework('f1', ['r'])]);
      session.refuse(await session.proposed('f1 r a1'), 'not-available', RETRY_MS);
      const refusedAt = session.now;
      await session.proposed('f1 r a1', 1);
      return `made again ${String(Math.round(session.now - refusedAt))} ms after a refusal for ${String(RETRY_MS)} ms`;
    },
  },
  {
    id: 'refused-changes',
    title: 'a change of the agent ends the pause of a refused proposal',
    contract: 'Proposals and answers',
    play: async (kit) => {
      const session = await kit.session([agent('a1', 'cpus:4;mem:4096'), framework('f1', ['r'])]);
      session.refuse(await session.proposed('f1 r a1'), 'not-available', 3_600_000);
      await session.quiet();
      const from = session.proposals.length;
      session.say(agent('a1', 'cpus:8;mem:4096'));
      await session.proposed('f1 r a1', from);
      return 'proposed again once the agent had grown';
    },
  },
  {
    id: 'offered',
    title: 'what became an offer counts once: as told, and no more as proposed',
    contract: 'Proposals and answers',
    play: async (kit) => {
      const session = await kit.session([agent('a1', 'cpus:4;mem:4096'), framework('f1', ['r'])]);
      await session.eventually('proposals for 4 cpus', () => cpusIn(session.proposals) === 4_000);
      session.offer(...session.truth.open);
      await session.quiet();
      const from = session.proposals.length;
      session.say(agent('a1', 'cpus:8;mem:8192'));
      await session.eventually('proposals for 4 more cpus', () => cpusIn(session.proposals.slice(from)) === 4_000);
      session.offer(...session.truth.open);
      session.decline(...session.proposals);
      const second = session.proposals.length;
      await session.eventually('proposals for all 8', () => cpusIn(session.proposals.slice(second)) === 8_000);
      return '4 of 4 cpus, then 4 of 8, then all 8 when the offers were over';
    },
  },
  {
    id: 'freed',
    title: 'what becomes free is proposed again',
    contract: 'Proposals and answers',
    play: async (kit) => {
      const session = await kit.session([
        agent('a1', 'cpus:4;mem:4096'),
        framework('f1', ['r']),
        allocation('f1 r a1', { allocated: 'cpus:4;mem:4096' }),
      ]);
      await session.quiet();
      must(
        session.proposals.length === 0,
        `expected nothing of an agent that is all in use, but heard ${session.summary()}`,
      );
      const freedAt = session.now;
      session.say(allocation('f1 r a1'));
      await session.proposed('f1 r a1');
      return `${(session.now - freedAt).toFixed(1)} ms after it was told`;
    },
  },
  {
    id: 'removed',
    title: 'agents and frameworks that are gone, and roles that were left, are never proposed',
    contract: 'What is told',
    play: async (kit) => {
      const session = await kit.session([
        agent('a1', 'cpus:4;mem:4096'),
        framework('f1', ['r', 's']),
        framework('f2', ['r']),
      ]);
      await session.proposed('- - a1');
      await session.change(agentRemoved('a1'), frameworkRemoved('f2'), framework('f1', ['r']));
      const from = session.proposals.length;
      await session.change(agent('a2', 'cpus:4;mem:4096'));
      await session.proposed('f1 r a2', from);
      await session.quiet();
      return 'after their removal only what was left is proposed';
    },
  },
  {
    id: 'agent-returns',
    title: 'with an agent or a framework that is removed everything told about it is forgotten',
    contract: 'What is told',
    play: async (kit) => {
      const session = await kit.session([
        agent('a1', 'cpus:4;mem:4096'),
        framework('f1', ['r']),
        framework('f2', ['r']),
        allocation('f1 r a1', { allocated: 'cpus:3;mem:4096' }),
      ]);
      await session.proposed('- r a1');
      await session.change(agentRemoved('a1'), frameworkRemoved('f2'), agentRemoved('a1'), frameworkRemoved('never'));
      for (const open of session.truth.open) session.refuse(open, 'agent-unknown', 1_000);
      await session.barrier();
      const from = session.proposals.length;
      session.say(agent('a1', 'cpus:4;mem:4096'));
      await session.eventually('proposals for all of it', () => cpusIn(session.proposals.slice(from)) === 4_000);
      const places = session.proposals.slice(from).map(placeText).join(', ');
      return `the agent came back with nothing held: ${places}`;
    },
  },
  {
    id: 'inactive',
    title: 'agents that may not be offered and frameworks that are away get no proposal, and do when that is over',
    contract: 'What is told',
    play: async (kit) => {
      const session = await kit.session([
        agent('a1', 'cpus:4;mem:4096', { standing: 'disconnected' }),
        agent('a2', 'cpus:4;mem:4096'),
        framework('away', ['r'], { active: false }),
        framework('f1', ['r']),
      ]);
      await session.proposed('f1 r a2');
      await session.quiet();
      const wrong = [...session.proposalsFor('away'), ...session.proposalsFor('- - a1')];
      mustNone(wrong, 'nothing of what is away');
      session.say(framework('f1', ['r'], { active: false }), framework('away', ['r']), agent('a1', 'cpus:4;mem:4096'));
      await session.proposed('away r a1');
      return 'nothing for those that were away; proposed when they were back';
    },
  },
  {
    id: 'told-twice',
    title: 'to be told twice changes nothing',
    contract: 'What is told',
    play: async (kit) => {
      const told = [
        agent('a1', 'cpus:4;mem:4096'),
        framework('f1', ['r']),
        allocation('f1 r a1', { allocated: 'cpus:1', offered: 'cpus:1' }),
      ];
      const session = await kit.session([...told, ...told]);
      await session.eventually('proposals for the other 2 cpus', () => cpusIn(session.proposals) === 2_000);
      await session.change(...told, allocation('f1 r a1', { allocated: 'cpus:1', offered: 'cpus:1' }));
      await session.quiet();
      must(
        cpusIn(session.proposals) === 2_000,
        `expected proposals for the 2 free cpus alone, but heard ${session.summary()}`,
      );
      return '2 of 4 cpus, however often it is told that 2 are held';
    },
  },
  {
    id: 'well-formed',
    title: 'everything that is said is complete and within its bounds',
    contract: 'Limits',
    play: async (kit) => {
      const session = await kit.session([agent('a1', 'cpus:4;mem:4096'), framework('f1', ['r'])]);
      await session.proposed('f1 r a1');
      return 'watched over in every session';
    },
  },
]);
