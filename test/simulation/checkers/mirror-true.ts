import { addResources, equalResources, isPlainKey } from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';
import type { SimulatedCluster } from '../../worlds/simulated/simulated-cluster';
import type { CheckerMaker } from './checker';

type Session = NonNullable<NonNullable<SimulatedCluster['allocator']['allocator']>['core']['session']>;
type Mirror = NonNullable<Session['mirror']>;
type Books = NonNullable<NonNullable<SimulatedCluster['leader']>['master']>['core']['term']['cluster'];
type Framework = Books['frameworks'] extends Map<unknown, infer Each> ? Each : never;
type Agent = Books['agents'] extends Map<unknown, infer Each> ? Each : never;

/** The mirror is what it was told: an audit finds no difference that was not put there on purpose. That such a one heals is looked at once all is quiet. */
export const mirrorTrue: CheckerMaker = ({ cluster }) => ({
  name: 'mirror-true',
  happened: ({ of, event }) => {
    if (of !== 'allocator' || event.event !== 'audited') return undefined;
    const own = event.differing.filter((agentId) => !cluster.allocator.tamperedWith.has(agentId));
    return own.length === 0 ? undefined : `the mirror differs in ${own.join(', ')}`;
  },
});

/** In what the allocator's mirror differs from the leader's truth; undefined when in nothing. What is under way between the two counts as a difference. */
export function mirrorDifference(cluster: SimulatedCluster): string | undefined {
  const books = cluster.leader?.master?.core.term.cluster;
  const mirror = cluster.allocator.allocator?.core.session?.mirror;
  if (books === undefined || mirror === undefined) return 'there is no session of an allocator';
  if (mirror.competition.roles.hasQuota !== books.roleTree.hasQuota) return 'one of the two knows of quota';
  const differences = [
    ...[...books.agents.values()].map((agent) => differenceOn(mirror, agent)),
    ...[...books.frameworks.values()].map((framework) => differenceIn(mirror, framework)),
  ];
  return differences.find((difference) => difference !== undefined);
}

function differenceIn(mirror: Mirror, { frameworkId, info, suppressed, lifecycle }: Framework): string | undefined {
  if (lifecycle.state !== 'connected') return undefined;
  for (const role of info.roles) {
    const known = mirror.competition.findClaim(frameworkId, role)?.settings;
    if (known?.active !== true) return `${frameworkId} is not there in ${role}`;
    if (known.role.suppressed !== suppressed.has(role)) return `${frameworkId} suppresses ${role} in one of the two`;
  }
  return undefined;
}

function differenceOn(mirror: Mirror, agent: Agent): string | undefined {
  if (!agent.mirrored) return undefined;
  const { agentId } = agent;
  const entry = mirror.agents.get(agentId);
  if (entry?.description === undefined) return `${agentId} is not known`;
  const { standing, total } = entry.description;
  if (!equalResources(total, agent.total)) return `${agentId} has something else`;
  if (standing !== 'offerable') return `${agentId} is ${standing}`;
  if (entry.holdings.size !== agent.holdings.size) return `others hold something on ${agentId}`;
  for (const { frameworkId, role, allocated, offered } of agent.holdings.values()) {
    const claim = mirror.competition.findClaim(frameworkId, role);
    const holding = claim === undefined ? undefined : entry.holdings.get(claim);
    const held = plainText(addResources(allocated, offered));
    const mirrored = JSON.stringify([...mirror.names.scalarsOf(holding?.amounts.plain ?? [])].sort());
    if (held !== mirrored) return `${frameworkId} holds ${held} in ${role}, mirrored as ${mirrored}`;
  }
  return undefined;
}

function plainText({ scalars }: Resources): string {
  return JSON.stringify([...scalars].filter(([key]) => isPlainKey(key)).sort());
}
