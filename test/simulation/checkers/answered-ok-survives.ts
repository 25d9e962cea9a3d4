import type { AgentRecord } from '@parley/agent';
import type { LaunchId } from '@parley/common/kernel';
import { isTerminal } from '@parley/common/tasks';
import type { SimulatedAgent } from '../../worlds/simulated/simulated-agent';
import type { TaskStory } from '../history';
import type { CheckerMaker } from './checker';
import { storedRecords } from './stored-records';

/**
 * What was answered ok survives any crash: at the moment the framework hears that its launch is ok, the agent has the launch on its disk, or its end has been
 * heard already; and such a task is never said to have been dropped, unless by its agent, which was restarted before the command began.
 */
export const answeredOkSurvives: CheckerMaker = ({ cluster, history }) => {
  /** Tasks whose ok was looked at; bounded by the tasks of the run. */
  const seen = new Set<TaskStory>();
  const machineOf = (story: TaskStory): SimulatedAgent | undefined => {
    const agentIds = new Set(story.launches.values());
    return [...cluster.agents.values()].find(({ identity }) => agentIds.has(identity));
  };
  const survives = (story: TaskStory): boolean => {
    if (story.heard.some(({ state }) => isTerminal(state))) return true;
    const agent = machineOf(story);
    return agent === undefined || [...story.launches.keys()].some((launchId) => isOnDisk(agent, launchId));
  };
  return {
    name: 'answered-ok-survives',
    look: () => {
      for (const story of history.touched) {
        if (story.okAt === undefined || seen.has(story)) continue;
        seen.add(story);
        if (!survives(story)) return `the launch of ${story.taskId} was answered ok, but it is on no disk`;
      }
      return undefined;
    },
    atRest: () => {
      for (const [key, story] of history.tasks) {
        const dropped = story.heard.filter(({ state }) => state === 'dropped');
        if (story.okAt !== undefined && dropped.length > 0 && !dropped.some(({ source }) => source === 'agent'))
          return `the launch of ${key} was answered ok, and then dropped: ${dropped[0]?.message}`;
      }
      return undefined;
    },
  };
};

function isOnDisk(agent: SimulatedAgent, launchId: LaunchId): boolean {
  for (const record of storedRecords(agent.disk)) {
    if (launchOf(record) === launchId) return true;
  }
  return false;
}

/** The launch that a record tells of in a way that outlives a crash. */
function launchOf(record: AgentRecord): LaunchId | undefined {
  if (record.record === 'launch') return record.launch.launchId;
  if (record.record === 'ended') return record.sandbox.launchId;
  return record.record === 'forgotten' ? record.launchId : undefined;
}
