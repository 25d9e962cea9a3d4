import type { AgentId, TaskId, WallMs } from '@parley/common/kernel';
import type { StatusReason, TaskState, TaskStatus } from '@parley/common/tasks';
import type { Task } from './task';

const NO_DATA = new Uint8Array(0);

/** What the master says about a task by itself: never asks for an acknowledgement, never carries data. */
export interface MasterWord {
  readonly state: TaskState;
  readonly reason: StatusReason;
  readonly message: string;
  readonly wall: WallMs;
}

/** A status about a task that is known. */
export function statusOfTask(task: Task, word: MasterWord): TaskStatus {
  return {
    taskId: task.taskId,
    launchId: task.launchId,
    agentId: task.agentId,
    state: word.state,
    reason: word.reason,
    source: 'master',
    message: word.message,
    data: NO_DATA,
    uuid: '',
    timestamp: word.wall,
    traceparent: task.traceparent,
  };
}

/** A status about a task id that stands for no task: never launched, or not known. */
export function statusOfId(
  named: { readonly taskId: TaskId; readonly agentId: AgentId | undefined },
  word: MasterWord,
): TaskStatus {
  return {
    taskId: named.taskId,
    launchId: undefined,
    agentId: named.agentId,
    state: word.state,
    reason: word.reason,
    source: 'master',
    message: word.message,
    data: NO_DATA,
    uuid: '',
    timestamp: word.wall,
    traceparent: '',
  };
}
