import type { AgentId, FrameworkId, LaunchId, LinkNumber, TaskId, Traceparent } from '@parley/common/kernel';
import type { Resources } from '@parley/common/resources';
import { isTerminal, nextTaskState } from '@parley/common/tasks';
import type { TaskState, TaskStatus } from '@parley/common/tasks';
import type { PendingAnswer } from '../frameworks/call-log';

/** One launch as the master knows it. Kept until its end was acknowledged, or until the master itself ended it. */
export interface Task {
  readonly frameworkId: FrameworkId;
  readonly taskId: TaskId;
  readonly launchId: LaunchId;
  readonly agentId: AgentId;
  readonly role: string;
  readonly name: string;
  readonly resources: Resources;
  readonly traceparent: Traceparent;
  /** Newest state known; decides whether resources are held (mesos-semantics §2.1 (a)). */
  state: TaskState;
  /** State of the last update that was made for the framework; what reconciliation answers. */
  told: TaskState | undefined;
  /** The update that the framework has not acknowledged; delivered again in every new session. */
  unacknowledged: TaskStatus | undefined;
  /** Number of the link on which the order was written; undefined for tasks that were rebuilt from an agent's report. */
  readonly sentOn: LinkNumber | undefined;
  /** Whether the agent has the launch durably. */
  stored: boolean;
  /** The call that waits for {@link stored}. */
  awaiting: PendingAnswer | undefined;
}

/** Whether a task occupies its resources: until its end is known, acknowledged or not. */
export function holdsResources(task: Task): boolean {
  return !isTerminal(task.state);
}

/** The state of a task after a report. An end that cannot follow by the table is still an end, or its resources would never return:
 *  a task that was being killed counts as killed, any other as gone. */
export function stateAfter(current: TaskState, reported: TaskState): TaskState {
  const next = nextTaskState(current, reported);
  if (next !== current || isTerminal(current) || !isTerminal(reported)) return next;
  return current === 'killing' ? 'killed' : 'gone';
}

/** A task that is over, as views and file queries still know it. */
export type CompletedTask = Pick<
  Task,
  'frameworkId' | 'taskId' | 'launchId' | 'agentId' | 'role' | 'name' | 'resources' | 'state'
>;
