import type { FrameworkId, LaunchId, TaskId } from '@parley/common/kernel';
import { isFinished } from './checker';
import type { CheckerMaker } from './checker';

/** A framework without a timeout of its own may be away for a week. */
const DEFAULT_FAILOVER_MS = 7 * 24 * 3_600_000;

/**
 * No task is killed because somebody was away: an agent ends a task only when its framework or an operator asked for that, when the framework is finished, or when
 * a higher launch of the same task took its place; and a framework is finished only when it asked, or when it was away for its failover timeout.
 */
export const nobodyKilledForBeingAway: CheckerMaker = (evidence) => {
  const { cluster, history } = evidence;
  const replaced = new Set<LaunchId>();
  const mayEnd = (frameworkId: FrameworkId, taskId: TaskId, launchId: LaunchId): boolean =>
    history.task(frameworkId, taskId).killAsked || isFinished(evidence, frameworkId) || replaced.has(launchId);
  return {
    name: 'nobody-killed-for-being-away',
    happened: ({ of, event }) => {
      if (of === 'master' && event.event === 'task-replaced') replaced.add(event.launchId);
      if (of === 'master' && event.event === 'framework-finished') {
        const story = history.framework(event.frameworkId);
        const awayMs = story.connected ? 0 : cluster.timeline.now - story.lastConnectedAt;
        const allowedMs = story.failoverTimeoutMs ?? DEFAULT_FAILOVER_MS;
        if (!story.teardownAsked && awayMs < allowedMs)
          return `framework ${event.frameworkId} was finished after ${awayMs} ms away, and had ${allowedMs} ms: ${event.because}`;
      }
      if (of !== 'agent' || event.event !== 'task-killing') return undefined;
      const { frameworkId, taskId, launchId } = event.launch;
      if (mayEnd(frameworkId, taskId, launchId)) return undefined;
      return `task ${taskId} of ${frameworkId} is being killed, but nobody asked for that`;
    },
  };
};
