import { RuleBroken, must, mustNone, rulesOf } from '../rule';
import type { Rule } from '../rule';
import { agent, agents, filter, filtersCleared, framework } from '../told';

const HOUR_MS = 3_600_000;
/** How long a filter lasts where the story waits for its end, in milliseconds. */
const SHORT_MS = 400;
/** Tried where the machine is too busy to look in time. */
const LONGER_MS = 3_000;
/** Looked at so long before that is over. */
const MARGIN_MS = 50;

/** Refusals of frameworks, and frameworks that want nothing. */
export const FILTER_RULES: readonly Rule[] = rulesOf('full', [
  {
    id: 'filter-blocks',
    title: 'what is contained in a refusal that holds is not proposed',
    contract: 'What is told',
    play: async (kit) => {
      const session = await kit.session([
        ...agents(2, 'cpus:4;mem:4096'),
        framework('f1', ['r']),
        filter('f1 r a1', 'cpus:4;mem:4096;disk:100', HOUR_MS),
      ]);
      session.refuse(await session.proposed('f1 r a2'), 'not-available', 0);
      await session.change(filter('f1 r a2', 'cpus:4;mem:4096', HOUR_MS));
      for (const open of session.truth.open) session.refuse(open, 'filtered', 0);
      await session.barrier();
      const from = session.proposals.length;
      await session.quiet();
      const seen = [...session.proposalsFor('f1 r a1'), ...session.proposalsFor('f1 r a2', from)];
      mustNone(seen, 'nothing that a filter contains');
      return 'nothing of what was refused, in the snapshot or afterwards';
    },
  },
  {
    id: 'filter-of-others',
    title: 'a refusal is that of one framework in one role on one agent',
    contract: 'What is told',
    play: async (kit) => {
      const session = await kit.session([
        ...agents(2, 'cpus:4;mem:4096'),
        framework('f1', ['r', 's']),
        framework('f2', ['r']),
        filter('f1 r a1', 'cpus:4;mem:4096', HOUR_MS),
        filter('f2 r a1', 'cpus:4;mem:4096', HOUR_MS),
        filter('f1 s a2', 'cpus:4;mem:4096', HOUR_MS),
        filter('f2 r a2', 'cpus:4;mem:4096', HOUR_MS),
      ]);
      await session.proposed('f1 s a1');
      await session.proposed('f1 r a2');
      return 'the other role and the other agent were proposed';
    },
  },
  {
    id: 'filter-superset',
    title: 'more than what was refused is proposed',
    contract: 'What is told',
    play: async (kit) => {
      const session = await kit.session([
        agent('a1', 'cpus:4;mem:4096'),
        framework('f1', ['r']),
        filter('f1 r a1', 'cpus:4;mem:4096', HOUR_MS),
      ]);
      await session.quiet();
      const from = session.proposals.length;
      session.say(agent('a1', 'cpus:4;mem:8192'));
      await session.proposed('f1 r a1', from);
      return 'proposed once the agent had more than what was refused';
    },
  },
  {
    id: 'filter-expires',
    title: 'a refusal ends when its time is over, and not before',
    contract: 'What is told',
    play: async (kit) => {
      for (const forMs of [SHORT_MS, LONGER_MS]) {
        const begun = kit.now;
        const session = await kit.session([
          agent('a1', 'cpus:4;mem:4096'),
          framework('f1', ['r']),
          filter('f1 r a1', 'cpus:4;mem:4096', forMs),
        ]);
        await session.passes(forMs - MARGIN_MS - (session.now - begun));
        // On a machine that is this busy only a longer time tells what came before its end from what came after it.
        if (session.now - begun >= forMs) continue;
        must(
          session.proposals.length === 0,
          `expected nothing within the remaining_ms of ${String(forMs)}, but heard ${session.summary()}`,
        );
        await session.proposed('f1 r a1');
        return `proposed ${String(Math.round(session.now - begun))} ms after a refusal for ${String(forMs)} ms`;
      }
      throw new RuleBroken(
        `expected a snapshot of one agent to be known within ${String(LONGER_MS)} ms, but the pong came later`,
      );
    },
  },
  {
    id: 'filters-cleared',
    title: 'refusals that were cleared do not hold: of one agent, or of all',
    contract: 'What is told',
    play: async (kit) => {
      const session = await kit.session([
        ...agents(3, 'cpus:4;mem:4096'),
        framework('f1', ['r']),
        ...['a1', 'a2', 'a3'].map((name) => filter(`f1 r ${name}`, 'cpus:4;mem:4096', HOUR_MS)),
      ]);
      await session.change(filtersCleared('f1 r a2'));
      await session.proposed('f1 r a2');
      await session.quiet();
      const others = [...session.proposalsFor('f1 r a1'), ...session.proposalsFor('f1 r a3')];
      mustNone(others, 'a2 alone, where filters were cleared');
      session.say(filtersCleared('f1 r'));
      await session.proposed('f1 r a1');
      await session.proposed('f1 r a3');
      return 'first the one agent, then all';
    },
  },
  {
    id: 'suppressed',
    title: 'a framework gets nothing in a role that it suppressed, and goes on in its others',
    contract: 'What is told',
    play: async (kit) => {
      const session = await kit.session([
        ...agents(4, 'cpus:4;mem:4096'),
        framework('f1', [{ role: 'r', suppressed: true }, 's']),
        framework('f2', [{ role: 'r', suppressed: true }]),
      ]);
      await session.eventually('proposals for four agents', () => session.proposals.length >= 4);
      await session.quiet();
      const seen = session.proposalsFor('- r');
      mustNone(seen, 'nothing for the suppressed role r');
      return 'all in the role that was not suppressed';
    },
  },
  {
    id: 'revived',
    title: 'a role that is not suppressed any more is served again',
    contract: 'What is told',
    play: async (kit) => {
      const session = await kit.session([
        agent('a1', 'cpus:4;mem:4096'),
        framework('f1', [{ role: 'r', suppressed: true }]),
      ]);
      await session.quiet();
      session.say(framework('f1', ['r']));
      await session.proposed('f1 r a1');
      return 'proposed once it wanted again';
    },
  },
]);
