import { compareEpochs, NO_EPOCH } from '@parley/common/kernel';
import type { AgentRecord } from '@parley/agent';
import { agentRecordCodec } from '@parley/agent';
import type { Epoch } from '@parley/common/kernel';
import type { SimulatedAgent } from '../../worlds/simulated/simulated-agent';
import type { CheckerMaker } from './checker';

/**
 * Nothing of an old term has effect: at most one master leads by its own lease, a master that does not lead does nothing that anybody could observe, the
 * registry is changed by the present leader only, and an agent registers with a leader only once that leader's epoch is on its disk, never going back.
 */
export const noOldTermEffect: CheckerMaker = ({ cluster }) => {
  const served = new Map<string, Epoch>();
  return {
    name: 'no-old-term-effect',
    happened: ({ of, name, event }) => {
      if (of === 'master' && event.event !== 'handed-over') {
        const master = cluster.masters.get(name);
        if (master !== undefined && master.master !== undefined && !master.leads)
          return `${name} does not lead, but acts: ${event.event}`;
      }
      if (of !== 'agent' || event.event !== 'registered') return undefined;
      const before = served.get(name) ?? NO_EPOCH;
      if (compareEpochs(event.epoch, before) < 0) return `${name} went back to an older leader`;
      served.set(name, event.epoch);
      const agent = cluster.agents.get(name);
      const durable = agent === undefined ? NO_EPOCH : durableEpoch(agent);
      if (compareEpochs(durable, event.epoch) < 0) return `${name} obeys an epoch that is not on its disk`;
      return undefined;
    },
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
  for (const bytes of agent.disk.stored) {
    const record: AgentRecord = agentRecordCodec.decode(bytes);
    if (record.record === 'epoch' && compareEpochs(record.epoch, highest) > 0) highest = record.epoch;
  }
  return highest;
}
