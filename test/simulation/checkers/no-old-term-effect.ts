import { compareEpochs, epochOfId, epochText, NO_EPOCH } from '@parley/common/kernel';
import type { Epoch, LaunchId } from '@parley/common/kernel';
import type { SimulatedAgent } from '../../worlds/simulated/simulated-agent';
import type { CheckerMaker } from './checker';
import { storedRecords } from './stored-records';

/**
 * Nothing of an old term has effect: at most one master leads by its own lease, a master that does not lead does nothing that anybody could observe, the
 * registry is changed by the present leader only, and an agent registers with a leader only once that leader's epoch is on its disk, never going back.
 */
export const noOldTermEffect: CheckerMaker = ({ cluster }) => {
  const served = new Map<string, Epoch>();
  let lastMark: string | undefined;
  const obeyed = (name: string, epoch: Epoch): string | undefined => {
    const agent = cluster.agents.get(name);
    const isDurable = agent === undefined || compareEpochs(durableEpoch(agent), epoch) >= 0;
    return isDurable ? undefined : `${name} obeys ${epochText(epoch)}, which is not on its disk`;
  };
  /** Says so when the registry was changed by another than the holder of the leader key. */
  const writtenByWhom = (): string | undefined => {
    const { store } = cluster.etcd;
    const mark = store.get('/parley/last-write')?.value;
    if (mark === undefined || mark === lastMark) return undefined;
    lastMark = mark;
    const holder = store.get('/parley/leader')?.createRevision;
    // The election itself leaves a mark that names no term yet.
    if (holder === undefined || !/^\d/.test(mark) || mark.startsWith(`${holder}/`)) return undefined;
    return `the registry was changed by ${mark}, while the leader's term is ${holder}`;
  };
  return {
    name: 'no-old-term-effect',
    happened: ({ of, name, event }) => {
      if (of === 'master' && event.event !== 'handed-over') {
        const master = cluster.masters.get(name);
        if (master !== undefined && master.master !== undefined && !master.leads)
          return `${name} does not lead, but acts: ${event.event}`;
      }
      if (of !== 'agent') return undefined;
      if (event.event === 'launch-stored') return obeyed(name, epochOfLaunch(event.launch.launchId));
      if (event.event !== 'registered') return undefined;
      const before = served.get(name) ?? NO_EPOCH;
      if (compareEpochs(event.epoch, before) < 0) return `${name} went back to an older leader`;
      served.set(name, event.epoch);
      return obeyed(name, event.epoch);
    },
    everyStep: writtenByWhom,
    look: () => {
      const leaders = [...cluster.masters.values()].filter(({ leads }) => leads);
      if (leaders.length > 1) return `${leaders.map(({ name }) => name).join(' and ')} lead at the same time`;
      return undefined;
    },
  };
};

/** The highest epoch that the agent would know after a crash at this moment. */
function durableEpoch(agent: SimulatedAgent): Epoch {
  let highest = NO_EPOCH;
  for (const record of storedRecords(agent.disk)) {
    if (record.record === 'epoch' && compareEpochs(record.epoch, highest) > 0) highest = record.epoch;
  }
  return highest;
}

/** The term in which a launch was made. */
function epochOfLaunch(launchId: LaunchId): Epoch {
  return { ...NO_EPOCH, ...epochOfId(launchId) };
}
