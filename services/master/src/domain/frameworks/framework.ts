import type { FrameworkInfo, FrameworkView, SessionStamp } from '@parley/common/contract';
import type { AgentId, FrameworkId, LaunchId, TaskId, WallMs } from '@parley/common/kernel';
import { unreachable } from '@parley/common/kernel';
import type { TaskStatus } from '@parley/common/tasks';
import { FilterBook } from '../offers/filter-book';
import type { FilterBucket } from '../offers/filters';
import type { OpenOffer } from '../offers/offer';
import type { MasterSettings } from '../settings';
import type { CompletedTask, Task } from '../tasks/task';
import type { PendingAnswer } from './call-log';
import { CallLog } from './call-log';
import type { Demands } from './demands';
import type { Session } from './session';

/** A framework as the master sees it.
 *
 *   (new) ─→ registering ─written→ connected ◄────────────────────────────┐
 *                                   │     ▲                               │ subscribed
 *               gateway or link lost│     │subscribed                     │
 *                                   ▼     │                               │
 *                                  awaiting ──grace over──→ disconnected ─┤
 *                 client gone ──────────────────────────────────▲         │
 *   recovered (the registry's, not heard of in this term) ──grace over────┘
 *   any ─teardown or failover time over→ finishing ─written→ (finished: only its id is remembered)
 */
export type FrameworkLifecycle =
  /** The registry does not have it yet; nothing but the session that waits exists. */
  | { readonly state: 'registering' }
  | { readonly state: 'connected' }
  | { readonly state: 'awaiting' }
  | { readonly state: 'disconnected' }
  | { readonly state: 'recovered' }
  /** The registry is being told that it is gone for good. */
  | { readonly state: 'finishing'; readonly waiting: PendingAnswer[]; readonly because: string };

/** A framework that is or may come back. */
export interface Framework {
  readonly frameworkId: FrameworkId;
  readonly subscribeId: string;
  info: FrameworkInfo;
  suppressed: Set<string>;
  /** What it waits for by role, as far as it said. Bounded by its roles. */
  demands: Demands;
  lifecycle: FrameworkLifecycle;
  /** Highest session stamp seen; lower ones are refused. */
  stamp: SessionStamp | undefined;
  session: Session | undefined;
  readonly tasks: Map<TaskId, Task>;
  /** Launches that lost against a higher launch id of the same task, until they end. */
  readonly replaced: Map<LaunchId, Task>;
  readonly offers: Set<OpenOffer>;
  readonly calls: CallLog;
  /** By role and agent; entries leave when they run out. */
  readonly filters: FilterBook;
  /** The last that ended. Bounded by {@link LIMITS.completedTasksMax}. */
  readonly completed: Map<TaskId, CompletedTask>;
  /** What the master declared while there was no session. Bounded by {@link LIMITS.unheardMax}. */
  unheard: TaskStatus[];
  /** The expiry that the registry holds. */
  recordedExpiry: WallMs | undefined;
  /** Whether the allocator is told of it. */
  mirrored: boolean;
}

/** A framework without tasks or session. */
export function newFramework(info: FrameworkInfo, subscribeId: string, lifecycle: FrameworkLifecycle): Framework {
  return {
    frameworkId: info.frameworkId,
    subscribeId,
    info,
    suppressed: new Set(),
    demands: new Map(),
    lifecycle,
    stamp: undefined,
    session: undefined,
    tasks: new Map(),
    replaced: new Map(),
    offers: new Set(),
    calls: new CallLog(),
    filters: new FilterBook(),
    completed: new Map(),
    unheard: [],
    recordedExpiry: undefined,
    mirrored: false,
  };
}

/** Whether offers can reach the framework now. */
export function isOfferedTo(framework: Framework): boolean {
  return framework.lifecycle.state === 'connected' && framework.session !== undefined;
}

/** How long its tasks outlive its connection. */
export function failoverTimeoutOf(info: FrameworkInfo, settings: MasterSettings): number {
  return info.failoverTimeoutMs ?? settings.failoverTimeoutMs;
}

/** What the framework refuses of an agent for a role, or undefined when nothing. */
export function bucketOf(framework: Framework, role: string, agentId: AgentId): FilterBucket | undefined {
  return framework.filters.get(role, agentId);
}

/** The launch that a status, a kill or an acknowledgement is about: the task of that name, or one that lost against it. */
export function launchOf(framework: Framework, taskId: TaskId, launchId: LaunchId | undefined): Task | undefined {
  const task = framework.tasks.get(taskId);
  if (launchId === undefined || task?.launchId === launchId) return task;
  return framework.replaced.get(launchId);
}

/** The state as operators see it: a framework whose gateway is being replaced still counts as connected. */
export function viewedFrameworkState(lifecycle: FrameworkLifecycle): FrameworkView['state'] {
  switch (lifecycle.state) {
    case 'registering':
    case 'connected':
    case 'disconnected':
    case 'recovered':
      return lifecycle.state;
    case 'awaiting':
      return 'connected';
    case 'finishing':
      return 'completed';
    default:
      return unreachable(lifecycle, 'framework lifecycle');
  }
}
