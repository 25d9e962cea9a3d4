import type { Attribute, FrameworkRole, OfferConstraint } from '@parley/common/contract';

import type { Kit } from '../kit';
import { must, mustNone, rulesOf } from '../rule';
import type { Rule } from '../rule';
import { agent, agents, framework, held } from '../told';
import { cpusIn } from './proposal-rules';

const rack = (name: string): readonly Attribute[] => [{ kind: 'text', name: 'rack', text: name }];
const inRack = (predicate: OfferConstraint['predicate']): OfferConstraint => ({
  selector: { select: 'attribute', name: 'rack' },
  predicate,
});

/** Agents that some frameworks cannot, or will not, use; and how much of an agent is worth a proposal. */
export const ELIGIBILITY_RULES: readonly Rule[] = rulesOf('full', [
  {
    id: 'gpus',
    title: 'agents with GPUs are for frameworks that can use them',
    contract: 'Why the master refuses',
    play: async (kit) => {
      const session = await kit.session([
        agent('a1', 'cpus:4;mem:4096;gpus:2'),
        agent('a2', 'cpus:4;mem:4096'),
        framework('plain', ['r']),
      ]);
      await session.proposed('plain r a2');
      await session.quiet();
      const seen = session.proposalsFor('plain r a1');
      mustNone(seen, 'no agent with GPUs without the capability gpu-resources');
      session.say(framework('able', ['r'], { capabilities: ['gpu-resources'] }));
      await session.proposed('able r a1');
      return 'the agent with GPUs went to the framework that can use them';
    },
  },
  {
    id: 'revocable',
    title: 'revocable resources are for frameworks that can deal with them',
    contract: 'Why the master refuses',
    play: async (kit) => await onlyFor(kit, 'cpus<revocable>:4', 'revocable-resources'),
  },
  {
    id: 'shared',
    title: 'shared things are for frameworks that can deal with them',
    contract: 'Why the master refuses',
    play: async (kit) => await onlyFor(kit, 'disk<shared:data-1>:100', 'shared-resources'),
  },
  {
    id: 'region',
    title: 'agents of another region are for frameworks that are aware of regions',
    contract: 'Why the master refuses',
    play: async (kit) => {
      const session = await kit.session(
        [
          agent('here', 'cpus:4;mem:4096', { domain: { region: 'east', zone: 'z1' } }),
          agent('there', 'cpus:4;mem:4096', { domain: { region: 'west', zone: 'z1' } }),
          framework('plain', ['r']),
        ],
        { region: 'east' },
      );
      await session.proposed('plain r here');
      await session.quiet();
      const seen = session.proposalsFor('plain r there');
      mustNone(seen, 'no agent of region west in a session of region east');
      session.say(framework('aware', ['r'], { capabilities: ['region-aware'] }));
      await session.proposed('aware r there');
      return 'the agent elsewhere went to the framework that is aware of regions';
    },
  },
  {
    id: 'constraints',
    title: 'an agent is proposed when every constraint of a group holds for it',
    contract: 'What is told',
    play: async (kit) => {
      const groups: FrameworkRole['constraintGroups'] = [
        [inRack({ test: 'equals', text: 'r1' })],
        [
          inRack({ test: 'matches', pattern: 'r[2-3]' }),
          { selector: { select: 'hostname' }, predicate: { test: 'not-equals', text: 'a3.example' } },
        ],
      ];
      const session = await kit.session([
        agent('a1', 'cpus:1;mem:128', { attributes: rack('r1') }),
        agent('a2', 'cpus:1;mem:128', { attributes: rack('r2') }),
        agent('a3', 'cpus:1;mem:128', { attributes: rack('r3') }),
        agent('a4', 'cpus:1;mem:128', { attributes: rack('r22') }),
        agent('a5', 'cpus:1;mem:128'),
        framework('picky', [{ role: 'r', constraintGroups: groups }]),
      ]);
      await session.proposed('picky r a1');
      await session.proposed('picky r a2');
      await session.quiet();
      const wrong = ['a3', 'a4', 'a5'].flatMap((name) => session.proposalsFor(`- - ${name}`));
      mustNone(wrong, 'none of the agents that the constraints exclude');
      session.say(framework('picky', [{ role: 'r', constraintGroups: [[inRack({ test: 'not-exists' })]] }]));
      await session.proposed('picky r a5');
      return 'two agents by either group, and another when the constraints changed';
    },
  },
  {
    id: 'minimum',
    title: 'less than the smallest thing worth offering is not proposed',
    contract: 'Why the master refuses',
    play: async (kit) => {
      const session = await kit.session(
        [
          agent('a1', 'cpus:0.5;mem:64'),
          agent('a2', 'cpus:0.5;mem:512'),
          agent('a3', 'cpus:1;mem:16'),
          framework('f1', ['r']),
        ],
        { minAllocatable: [held('cpus:1'), held('mem:512')] },
      );
      await session.proposed('f1 r a2');
      await session.proposed('f1 r a3');
      await session.quiet();
      const seen = session.proposalsFor('- - a1');
      mustNone(seen, 'nothing below cpus:1 and below mem:512');
      return 'agents with either of two minimums, not one with neither';
    },
  },
  {
    id: 'minimum-own',
    title: 'a minimum of the framework replaces that of the cluster',
    contract: 'What is told',
    play: async (kit) => {
      const session = await kit.session(
        [
          agent('small', 'cpus:0.1;mem:16'),
          agent('middle', 'cpus:1;mem:128'),
          agent('large', 'cpus:4;mem:4096'),
          framework('modest', [{ role: 'r', minAllocatable: [] }]),
          framework('greedy', [{ role: 'r', minAllocatable: [held('cpus:4')] }]),
        ],
        { minAllocatable: [held('cpus:1')] },
      );
      await session.proposed('modest r small');
      await session.quiet();
      const seen = [...session.proposalsFor('greedy r small'), ...session.proposalsFor('greedy r middle')];
      mustNone(seen, "nothing below the framework's own cpus:4");
      return 'less for the modest one, not for the greedy one';
    },
  },
  {
    id: 'standings',
    title: 'whatever an agent is kept back for, it is not proposed until that is over',
    contract: 'What is told',
    play: async (kit) => {
      const kept = ['disconnected', 'deactivated', 'draining', 'not-whitelisted'] as const;
      const session = await kit.session([
        ...kept.map((standing) => agent(standing, 'cpus:1;mem:128', { standing })),
        agent('a1', 'cpus:1;mem:128'),
        framework('f1', ['r']),
      ]);
      await session.proposed('f1 r a1');
      await session.quiet();
      const wrong = kept.flatMap((name) => session.proposalsFor(`- - ${name}`));
      mustNone(wrong, 'only what is offerable');
      session.say(...kept.map((name) => agent(name, 'cpus:1;mem:128')));
      for (const name of kept) await session.proposed(`f1 r ${name}`);
      return `${kept.join(', ')}: none, and all when it was over`;
    },
  },
  {
    id: 'demand-none',
    title: 'a framework that waits for nothing gets nothing, until it waits for something',
    contract: 'What is told',
    play: async (kit) => {
      const session = await kit.session([
        ...agents(2, 'cpus:4;mem:4096'),
        framework('idle', [{ role: 'r', demand: [] }]),
        framework('busy', ['r']),
      ]);
      await session.eventually('proposals for all', () => cpusIn(session.proposalsFor('busy')) === 8_000);
      const seen = session.proposalsFor('idle');
      mustNone(seen, 'nothing for an empty demand');
      const demand = [{ resources: held('cpus:1;mem:128'), count: 1 }];
      session.say(
        framework('busy', ['r'], { active: false }),
        framework('idle', [{ role: 'r', demand }]),
        agent('a3', 'cpus:1;mem:128'),
      );
      await session.proposed('idle r a3');
      return 'all for the one that took whatever there was; then some for the other, once it waited';
    },
  },
  {
    id: 'demand-covered',
    title: 'a demand that open proposals and offers cover is not served further',
    contract: 'What is told',
    play: async (kit) => {
      const demand = [{ resources: held('cpus:1;mem:512'), count: 2 }];
      const session = await kit.session([...agents(6, 'cpus:2;mem:1024'), framework('f1', [{ role: 'r', demand }])]);
      await session.eventually('proposals for 2 cpus', () => cpusIn(session.proposals) >= 2_000);
      session.offer(...session.truth.open);
      await session.quiet();
      must(
        cpusIn(session.proposals.slice(0, -1)) < 2_000,
        `expected no more than what covers 2 pieces of a cpu, but heard ${session.summary()}`,
      );
      const from = session.proposals.length;
      session.say(framework('f1', [{ role: 'r', demand: [{ resources: held('cpus:1;mem:512'), count: 6 }] }]));
      await session.eventually('proposals for 4 more cpus', () => cpusIn(session.proposals.slice(from)) >= 4_000);
      return 'as much as was waited for, and more when that grew';
    },
  },
]);

/** The story of a kind of resource that only frameworks with a capability are proposed. */
async function onlyFor(
  kit: Kit,
  special: string,
  capability: 'revocable-resources' | 'shared-resources',
): Promise<string> {
  const [name = ''] = held(special).scalars.keys();
  const session = await kit.session([agent('a1', `cpus:2;mem:512;${special}`), framework('plain', ['r'])]);
  await session.eventually('proposals for the rest', () => cpusIn(session.proposals) === 2_000);
  await session.quiet();
  const hasSpecial = (proposal: (typeof session.proposals)[number]): boolean => proposal.resources.scalars.has(name);
  const seen = session.proposals.filter(hasSpecial);
  mustNone(seen, `no ${name} without the capability ${capability}`);
  session.say(
    framework('plain', ['r'], { active: false }),
    framework('able', ['r'], { capabilities: [capability] }),
    agent('a2', `cpus:2;mem:512;${special}`),
  );
  await session.eventually(`a proposal with ${name}`, () => session.proposalsFor('able').some(hasSpecial));
  return `${name} only for the framework that is able`;
}
