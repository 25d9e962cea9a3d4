import type { TaskEnd } from './domain/wanted-task';
import type { Scheduler } from './scheduler';

/**
 * What a task left in the file `path` of its sandbox: what it also wrote to `status-data` came with its last status, anything longer
 * is read from the agent through a gateway, up to `bytesMax` bytes. Rejects when the file cannot be read.
 */
export async function readResult(
  scheduler: Pick<Scheduler, 'readSandboxFile'>,
  end: TaskEnd,
  file: { readonly path: string; readonly bytesMax?: number },
): Promise<Buffer> {
  if (end.data.length > 0 || end.taskId === undefined) return Buffer.from(end.data);
  const read = await scheduler.readSandboxFile(end.taskId, file.path, file.bytesMax);
  if (!read.ok) throw new Error(`the file ${file.path} of task ${end.taskId} could not be read: ${read.message}`);
  return Buffer.from(read.data);
}
