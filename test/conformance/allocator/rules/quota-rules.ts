import { scalarMilli } from '@parley/common/resources';

import { must, mustNone, rulesOf } from '../rule';
import type { Rule } from '../rule';
import { agent, agents, allocation, framework, role } from '../told';
import { cpusIn } from './proposal-rules';

/** Reservations, limits, and what is kept for guarantees. */
export const QUOTA_RULES: readonly Rule[] = rulesOf('full', [
  {
    id: 'reserved-own',
    title: 'what is reserved for a role is proposed to it, and to no role beside or above it',
    contract: 'What is told',
    play: async (kit) => {
      const session = await kit.session([
        agent('a1', 'cpus(eng/web):4;mem(eng/web):4096'),
        framework('other', ['ops']),
        framework('above', ['eng']),
        framework('similar', ['eng/web2']),
      ]);
      await session.quiet();
      must(
        session.proposals.length === 0,
        `expected nothing of what is reserved for eng/web, but heard ${session.summary()}`,
      );
      session.say(framework('own', ['eng/web']));
      await session.proposed('own eng/web a1');
      return 'only the role itself';
    },
  },
  {
    id: 'reserved-above',
    title: 'what is reserved for a role is proposed to the roles below it',
    contract: 'What is told',
    play: async (kit) => {
      const session = await kit.session([
        agent('a1', 'cpus(eng):4;mem(eng):4096'),
        framework('below', ['eng/web/front']),
        framework('other', ['ops']),
      ]);
      await session.proposed('below eng/web/front a1');
      return 'a role two levels below';
    },
  },
  {
    id: 'reserved-refined',
    title: 'a refined reservation belongs to the role of its last step',
    contract: 'What is told',
    play: async (kit) => {
      const session = await kit.session([
        agent('a1', 'cpus(eng,eng/web):4'),
        framework('above', ['eng']),
        framework('beside', ['eng/db']),
      ]);
      await session.quiet();
      must(
        session.proposals.length === 0,
        `expected nothing of what is reserved for eng and then eng/web, but heard ${session.summary()}`,
      );
      session.say(framework('own', ['eng/web']));
      await session.proposed('own eng/web a1');
      return 'not the role it was taken from';
    },
  },
  {
    id: 'reserved-mixed',
    title: 'beside what is reserved for others the rest of an agent is proposed',
    contract: 'What is told',
    play: async (kit) => {
      const session = await kit.session([
        agent('a1', 'cpus:2;cpus(eng):3;mem:1024;mem(eng):1024'),
        framework('other', ['ops']),
      ]);
      await session.eventually('proposals for 2 cpus', () => cpusIn(session.proposals) === 2_000);
      await session.quiet();
      const foreign = session.proposals.filter(({ resources }) => scalarMilli(resources, 'cpus(eng)') > 0);
      mustNone(foreign, 'nothing reserved for eng');
      return '2 cpus of 2, and none of the 3 that are reserved';
    },
  },
  {
    id: 'limit',
    title: 'no role is proposed more than its limit, whatever it holds already',
    contract: 'What is told',
    play: async (kit) => {
      const session = await kit.session([
        role('r', { limit: 'cpus:5' }),
        ...agents(5, 'cpus:2;mem:2048'),
        framework('f1', ['r']),
        framework('f2', ['r']),
        allocation('f2 r a1', { allocated: 'cpus:1', offered: 'cpus:1' }),
      ]);
      await session.proposed('- r');
      await session.quiet();
      must(
        cpusIn(session.proposals) <= 3_000,
        `expected at most 3 cpus, since of the limit of 5 the role holds 2, but heard ${session.summary()}`,
      );
      return `${String(cpusIn(session.proposals) / 1_000)} of the 3 cpus that are left of the limit`;
    },
  },
  {
    id: 'limit-nested',
    title: 'roles below a role do not escape its limit together',
    contract: 'What is told',
    play: async (kit) => {
      const session = await kit.session([
        role('eng', { limit: 'cpus:4' }),
        role('eng/web', { limit: 'cpus:10' }),
        ...agents(8, 'cpus:2;mem:2048'),
        framework('f1', ['eng/web/front']),
        framework('f2', ['eng/db']),
        framework('f3', ['eng']),
      ]);
      await session.proposed('-');
      await session.quiet();
      must(
        cpusIn(session.proposals) <= 4_000,
        `expected at most the 4 cpus of the limit of eng, but heard ${session.summary()}`,
      );
      return `${String(cpusIn(session.proposals) / 1_000)} of 4 cpus over three roles`;
    },
  },
  {
    id: 'limit-zero',
    title: 'a limit of 0 is a limit',
    contract: 'What is told',
    play: async (kit) => {
      const session = await kit.session([
        role('r', { limit: 'cpus:0' }),
        agent('a1', 'cpus:2;mem:2048'),
        framework('f1', ['r']),
        framework('f2', ['s']),
      ]);
      await session.eventually('proposals for the other role', () => cpusIn(session.proposalsFor('- s')) === 2_000);
      await session.quiet();
      const seen = cpusIn(session.proposalsFor('- r'));
      must(seen === 0, `expected no cpus for role r, whose limit is 0, but heard ${session.summary()}`);
      return 'no cpus for the role, all for the other';
    },
  },
  {
    id: 'limit-raised',
    title: 'a limit that is raised or lifted lets more be proposed',
    contract: 'What is told',
    play: async (kit) => {
      const session = await kit.session([
        role('r', { limit: 'cpus:2' }),
        ...agents(3, 'cpus:2;mem:2048'),
        framework('f1', ['r']),
      ]);
      await session.proposed('f1 r');
      await session.quiet();
      session.say(role('r', {}));
      await session.eventually('proposals for all 6 cpus', () => cpusIn(session.proposals) === 6_000);
      return 'all once there was no limit';
    },
  },
  {
    id: 'headroom',
    title: 'what is guaranteed to a role is kept for it while it does not use it',
    contract: 'In one minute',
    play: async (kit) => {
      const session = await kit.session([
        role('prod', { guarantee: 'cpus:4;mem:4096' }),
        ...agents(4, 'cpus:2;mem:2048'),
        framework('f1', ['dev']),
      ]);
      await session.proposed('f1 dev');
      await session.quiet();
      must(
        cpusIn(session.proposals) <= 4_000,
        `expected at most 4 of 8 cpus, since 4 are guaranteed to prod, but heard ${session.summary()}`,
      );
      const early = cpusIn(session.proposals);
      session.say(framework('p1', ['prod']));
      await session.eventually('proposals for 4 cpus for prod', () => cpusIn(session.proposalsFor('p1 prod')) >= 4_000);
      return `${String(early / 1_000)} of 8 cpus for others, then 4 for the role that they were guaranteed to`;
    },
  },
  {
    id: 'guarantee-nested',
    title: 'a guarantee of a role below another is kept as well',
    contract: 'In one minute',
    play: async (kit) => {
      const session = await kit.session([
        role('eng', { guarantee: 'cpus:2' }),
        role('eng/web', { guarantee: 'cpus:4' }),
        ...agents(6, 'cpus:1;mem:512'),
        framework('f1', ['dev']),
        framework('f2', ['eng/db']),
      ]);
      await session.proposed('-');
      await session.quiet();
      const seen = cpusIn(session.proposals);
      must(
        seen <= 2_000,
        `expected at most 2 of 6 cpus, since 4 are guaranteed to eng/web, but heard ${session.summary()}`,
      );
      session.say(framework('w1', ['eng/web']));
      await session.eventually('proposals for 4 cpus for eng/web', () => cpusIn(session.proposalsFor('w1')) >= 4_000);
      return `${String(seen / 1_000)} of 6 cpus for others, then 4 for the role`;
    },
  },
]);
