import type { ReportedTask } from '@parley/common/contract';
import { compareLaunchIds } from '@parley/common/kernel';
import type { LinkNumber } from '@parley/common/kernel';
import { isTerminal } from '@parley/common/tasks';
import type { Cluster } from '../cluster';
import type { Framework } from '../frameworks/framework';
import type { Task } from '../tasks/task';
import type { Agent } from './agent';

/** What to make of one launch that an agent reports when it registers. */
export type ReportVerdict =
  /** The master knows it; the agent's word on its state counts. */
  | { readonly verdict: 'known'; readonly framework: Framework; readonly task: Task }
  /** The master lacks it: an earlier leader launched it. */
  | { readonly verdict: 'rebuild'; readonly framework: Framework }
  /** It has a higher launch id than the task the master knows by that name: it is the task, the other is killed. */
  | { readonly verdict: 'replaces'; readonly framework: Framework; readonly older: Task }
  /** It has a lower launch id: it is killed, and its end is told under its own launch id. */
  | { readonly verdict: 'replaced'; readonly framework: Framework }
  /** The very same launch is known on another agent: a copied work directory. It is killed, and nobody hears of it. */
  | { readonly verdict: 'copy' }
  /** Its framework is gone for good. */
  | { readonly verdict: 'orphan' };

/** Decides about one reported launch, on what the ones before left. */
export function judgeReported(cluster: Cluster, agent: Agent, reported: ReportedTask): ReportVerdict {
  const framework = cluster.frameworks.get(reported.frameworkId);
  // The registry knows every framework that may come back, so one it lacks is finished.
  if (framework === undefined) return { verdict: 'orphan' };
  const known = agent.tasks.get(reported.launchId);
  if (known !== undefined)
    return isSameTask(known, reported) ? { verdict: 'known', framework, task: known } : { verdict: 'copy' };
  const current = framework.tasks.get(reported.taskId);
  if (current?.launchId === reported.launchId || framework.replaced.has(reported.launchId)) return { verdict: 'copy' };
  if (current === undefined) return { verdict: 'rebuild', framework };
  return compareLaunchIds(reported.launchId, current.launchId) > 0
    ? { verdict: 'replaces', framework, older: current }
    : { verdict: 'replaced', framework };
}

function isSameTask(task: Task, { frameworkId, taskId }: ReportedTask): boolean {
  return task.frameworkId === frameworkId && task.taskId === taskId;
}

/** What became of a task that the agent does not report although the master knows it there. */
export type MissingVerdict = 'still-on-its-way' | 'acknowledged' | 'dropped' | 'gone';

/** Decides about one missing task. An order that was written to an older link is never written again: not reported means not started. */
export function judgeMissing(task: Task, link: LinkNumber): MissingVerdict {
  if (task.sentOn === link) return 'still-on-its-way';
  if (isTerminal(task.state) && task.unacknowledged === undefined) return 'acknowledged';
  if (task.state === 'staging' && !task.stored) return 'dropped';
  return 'gone';
}
