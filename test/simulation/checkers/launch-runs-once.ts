import type { LaunchId } from '@parley/common/kernel';
import type { CheckerMaker } from './checker';

/** A launch id runs at most once, on one machine; and since no framework here uses a task id twice, a task's command begins at most once. */
export const launchRunsOnce: CheckerMaker = ({ cluster, history }) => {
  const timesBegun = (launchId: LaunchId): number =>
    [...cluster.agents.values()].reduce((sum, { machine }) => sum + (machine.begun.get(launchId) ?? 0), 0);
  return {
    name: 'launch-runs-once',
    happened: ({ of, event }) => {
      if (of !== 'agent' || event.event !== 'task-started') return undefined;
      const { launchId, frameworkId, taskId } = event.launch;
      const times = timesBegun(launchId);
      if (times > 1) return `launch ${launchId} began ${times} times`;
      const story = history.launches.get(launchId);
      if (story === undefined) return `launch ${launchId} runs, but no master launched it`;
      const begun = [...story.launches.keys()].filter((each) => timesBegun(each) > 0);
      if (begun.length > 1) return `task ${taskId} of ${frameworkId} began as ${begun.join(' and as ')}`;
      return undefined;
    },
  };
};
