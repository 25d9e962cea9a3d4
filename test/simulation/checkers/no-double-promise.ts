import { checkCluster } from '@parley/master/testing';
import type { LaunchId } from '@parley/common/kernel';
import { containsResources, formatResources, sumResources } from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';
import type { SimulatedAgent } from '../../worlds/simulated/simulated-agent';
import type { SimulatedMaster } from '../../worlds/simulated/simulated-master';
import type { CheckerMaker } from './checker';

/** Resources of an agent are never promised twice: not in the books of the master that leads, and not on the machine, where commands really run. */
export const noDoublePromise: CheckerMaker = ({ cluster }) => {
  let looked: { readonly master: SimulatedMaster['master']; readonly happenings: number } | undefined;
  /** Books change only inside their process, so they are looked through once for everything that happened there. */
  const wrongInBooks = (): string | undefined => {
    const { master, process } = cluster.leader ?? {};
    if (master === undefined || process === undefined) return undefined;
    const { happenings } = process;
    if (looked?.master === master && looked.happenings === happenings) return undefined;
    looked = { master, happenings };
    return checkCluster(master.core)[0];
  };
  return {
    name: 'no-double-promise',
    look: () => {
      const wrong = wrongInBooks();
      if (wrong !== undefined) return wrong;
      for (const agent of cluster.agents.values()) {
        const held = [...resourcesOnMachine(agent).values()];
        const used = sumResources(held);
        if (!containsResources(agent.whole, used))
          return `${agent.shape.name} has ${agent.shape.resources}, but runs ${formatResources(used)}`;
      }
      return undefined;
    },
  };
};

/** What commands that run at this moment were promised, as far as the agent that runs now knows them. */
function resourcesOnMachine(agent: SimulatedAgent): ReadonlyMap<LaunchId, Resources> {
  const held = new Map<LaunchId, Resources>();
  for (const launchId of agent.machine.running) {
    const launch = agent.book?.launches.get(launchId);
    if (launch !== undefined) held.set(launchId, launch.summary.resources);
  }
  return held;
}
