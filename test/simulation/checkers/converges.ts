import { compareEpochs } from '@parley/common/kernel';
import type { Master } from '@parley/master';
import type { SimulatedAgent } from '../../worlds/simulated/simulated-agent';
import type { SimulatedCluster } from '../../worlds/simulated/simulated-cluster';
import type { FrameworkStation } from '../frameworks/framework-station';

type Term = Master['core']['term'];

/** What keeps the cluster from being at rest: undefined once everybody follows one leader, everything that was begun has ended, and everybody has heard of it. */
export function unrest(cluster: SimulatedCluster, frameworks: readonly FrameworkStation[]): string | undefined {
  const term = cluster.leader?.master?.core.term;
  if (term === undefined) return 'no master leads';
  const reasons = [
    unrestOfServices(cluster, term),
    ...[...cluster.agents.values()].map((agent) =>
      cluster.isRegistered(agent) ? unrestOnMachine(agent, term) : `${agent.shape.name} is not registered`,
    ),
    ...frameworks.map((framework) => unrestOfFramework(framework, term)),
  ];
  return reasons.find((reason) => reason !== undefined);
}

function unrestOfServices(cluster: SimulatedCluster, { epoch }: Term): string | undefined {
  for (const { name, gateway } of cluster.gateways.values()) {
    if (gateway?.following() !== true || compareEpochs(gateway.epoch(), epoch) !== 0)
      return `${name} does not follow the leader`;
  }
  return cluster.allocator.allocator?.isReady() === true ? undefined : 'the allocator is not ready';
}

function unrestOnMachine(agent: SimulatedAgent, { cluster }: Term): string | undefined {
  const { name } = agent.shape;
  const known = cluster.agents.get(agent.identity);
  const lists: readonly (readonly [string, Iterable<string>])[] = [
    [`${name} still runs`, agent.machine.running],
    [`${name} still remembers`, agent.book?.launches.keys() ?? []],
    [`the leader waits for an end on ${name}:`, known?.orphans.keys() ?? []],
    [`the leader still has on ${name}:`, known?.tasks.keys() ?? []],
  ];
  for (const [what, launches] of lists) {
    const left = [...launches];
    if (left.length > 0) return `${what} ${left.join(', ')}`;
  }
  return undefined;
}

function unrestOfFramework(framework: FrameworkStation, { cluster }: Term): string | undefined {
  const { frameworkId, name } = framework;
  const state = frameworkId === undefined ? undefined : cluster.frameworks.get(frameworkId)?.lifecycle.state;
  if (state !== 'connected') return `${name} (${frameworkId ?? 'no id'}) is ${state ?? 'unknown'}`;
  return framework.atRest ? undefined : `${name} still waits for tasks`;
}
