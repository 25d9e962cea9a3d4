import { availableParallelism, totalmem } from 'node:os';
import { statfs } from 'node:fs/promises';
import type { HostFacts } from '../../domain/default-resources';

/** What this machine has: its processors, its memory, and the size of the file system under `workDir`. */
export async function readHostFacts(workDir: string): Promise<HostFacts> {
  const disk = await statfs(workDir).catch(() => undefined);
  return {
    cpus: availableParallelism(),
    memoryBytes: totalmem(),
    diskBytes: disk === undefined ? undefined : disk.blocks * disk.bsize,
  };
}
