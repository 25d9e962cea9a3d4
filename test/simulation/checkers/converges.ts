import { compareEpochs } from '@parley/common/kernel';
import type { SimulatedCluster } from '../../worlds/simulated/simulated-cluster';
import type { FrameworkStation } from '../frameworks/framework-station';

/** What keeps the cluster from being at rest: undefined once everybody follows one leader, everything that was begun has ended, and everybody has heard of it. */
export function unrest(cluster: SimulatedCluster, frameworks: readonly FrameworkStation[]): string | undefined {
  const core = cluster.leader?.master?.core;
  if (core === undefined) return 'no master leads';
  const { epoch, cluster: known } = core.term;
  for (const { name, gateway } of cluster.gateways.values()) {
    if (gateway?.following() !== true || compareEpochs(gateway.epoch(), epoch) !== 0)
      return `${name} does not follow the leader`;
  }
  if (cluster.allocator.allocator?.isReady() !== true) return 'the allocator is not ready';
  for (const agent of cluster.agents.values()) {
    const { name } = agent.shape;
    if (!cluster.isRegistered(agent)) return `${name} is not registered`;
    if (agent.machine.running.length > 0) return `${name} still runs ${agent.machine.running.join(', ')}`;
    if ((agent.book?.launches.size ?? 0) > 0)
      return `${name} still remembers ${[...(agent.book?.launches.keys() ?? [])].join(', ')}`;
    const { orphans = new Map(), tasks = new Map() } = known.agents.get(agent.identity) ?? {};
    if (orphans.size > 0) return `the leader waits for the end of ${[...orphans.keys()].join(', ')} on ${name}`;
    if (tasks.size > 0) return `the leader still has ${[...tasks.keys()].join(', ')} on ${name}`;
  }
  for (const framework of frameworks) {
    const { frameworkId, name } = framework;
    const lifecycle = frameworkId === undefined ? undefined : known.frameworks.get(frameworkId)?.lifecycle;
    if (lifecycle?.state !== 'connected')
      return `${name} (${frameworkId ?? 'no id'}) is ${lifecycle?.state ?? 'unknown'}`;
    if (!framework.atRest) return `${name} still waits for tasks`;
  }
  return undefined;
}
