import type { LaunchOrder } from '@parley/common/contract';
import { compareLaunchIds } from '@parley/common/kernel';
import type { LaunchId } from '@parley/common/kernel';
import { containsResources, formatResources, NO_RESOURCES, subtractResources } from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';
import { hasEnded, isKnownLaunch, taskKey } from './agent-book';
import type { AgentBook } from './agent-book';
import type { End } from './ends';
import type { LaunchSummary } from './launches';

/** What is to be done with a launch order. */
export type LaunchDecision =
  /** Taken before, whatever became of it: a launch id never runs twice. */
  | { readonly decision: 'known' }
  | { readonly decision: 'refuse'; readonly end: End }
  /** `replaces`: an older launch of the same task, which is to be killed. */
  | { readonly decision: 'start'; readonly replaces: LaunchId | undefined };

/** What a launch is checked against. */
export interface LaunchSituation {
  readonly book: AgentBook;
  readonly total: Resources;
  /** The agent ends its tasks and takes no more. */
  readonly stopping: boolean;
}

/** Decides one launch order (architecture §6, mesos-semantics §5.10). */
export function decideLaunch(order: LaunchOrder, situation: LaunchSituation): LaunchDecision {
  const { book, total } = situation;
  if (isKnownLaunch(book, order.launchId)) return { decision: 'known' };
  const rival = rivalOf(order, book);
  if (rival !== undefined && compareLaunchIds(rival, order.launchId) > 0)
    return { decision: 'refuse', end: outranked() };
  if (situation.stopping) return { decision: 'refuse', end: dropped('agent-restarted', 'the agent is shutting down') };
  const wanted = order.task.resources;
  if (!containsResources(freeOf(total, book.used), wanted)) {
    const message = `${formatResources(wanted)} is not free: ${formatResources(book.used)} of ${formatResources(total)} is in use`;
    return { decision: 'refuse', end: dropped('resources-unknown', message) };
  }
  return { decision: 'start', replaces: rival };
}

/** What the agent remembers of an order. */
export function summaryOf(order: LaunchOrder): LaunchSummary {
  return {
    launchId: order.launchId,
    frameworkId: order.frameworkId,
    frameworkName: order.frameworkName,
    role: order.role,
    taskId: order.task.taskId,
    taskName: order.task.name,
    resources: order.task.resources,
    graceMs: order.task.killPolicy?.graceMs,
    traceparent: order.traceparent,
  };
}

/** The launch with the same task id that has not ended. */
function rivalOf(order: LaunchOrder, book: AgentBook): LaunchId | undefined {
  const newest = book.newestOf.get(taskKey(order.frameworkId, order.task.taskId));
  const launch = newest === undefined ? undefined : book.launches.get(newest);
  return launch === undefined || hasEnded(launch) ? undefined : newest;
}

/** Nothing is free while more is in use than there is, as after a disk has shrunk. */
function freeOf(total: Resources, used: Resources): Resources {
  return containsResources(total, used) ? subtractResources(total, used) : NO_RESOURCES;
}

function outranked(): End {
  return { state: 'killed', reason: 'task-replaced', message: 'a newer launch of the same task is running' };
}

function dropped(reason: 'agent-restarted' | 'resources-unknown', message: string): End {
  return { state: 'dropped', reason, message };
}
