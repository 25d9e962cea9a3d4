import type { TaskEnd } from './domain/wanted-task';
import type { Scheduler } from './scheduler';
import type { TaskHandle } from './task-handle';
import type { TaskSpec } from './task-spec';

/** A task ended in another way than by finishing. */
export class TaskFailed extends Error {
  override readonly name = 'TaskFailed';

  constructor(readonly end: TaskEnd) {
    const how = end.exitCode === undefined ? end.state : `${end.state} with exit code ${String(end.exitCode)}`;
    super(`task ${end.taskId ?? end.key} ended as ${how}${end.message === '' ? '' : `: ${end.message}`}`);
  }
}

/**
 * Runs tasks side by side and returns their ends, in the order of `specs`. Rejects with {@link TaskFailed} as soon as one does not
 * finish; the others are then killed. `onChange` is called once for each task at the beginning, and after each change of its state.
 */
export async function runTasks(
  scheduler: Scheduler,
  specs: readonly TaskSpec[],
  onChange: (handle: TaskHandle) => void = () => undefined,
): Promise<readonly TaskEnd[]> {
  const handles = specs.map((spec) => scheduler.run(spec).onChange(onChange));
  handles.forEach((handle) => onChange(handle));
  try {
    return await Promise.all(handles.map(finished));
  } catch (error) {
    for (const handle of handles) handle.kill();
    throw error;
  }
}

async function finished(handle: TaskHandle): Promise<TaskEnd> {
  const end = await handle.ended;
  if (end.state !== 'finished') throw new TaskFailed(end);
  return end;
}
