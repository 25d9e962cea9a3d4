import type { TaskId } from '@parley/common/kernel';

/** The id of a task: run and number, so that whoever sees it knows which task it is without a look-up. */
export function taskIdOf(run: number, task: number): TaskId {
  return `run-${String(run)}-task-${String(task)}` as TaskId;
}

/** The number of a task within its run. */
export function numberOf(taskId: TaskId): number {
  return Number(taskId.slice(taskId.lastIndexOf('-') + 1));
}
