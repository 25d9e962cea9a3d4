import { writeFileSync } from 'node:fs';
import { rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder } from '@parley/common/journal';
import type { SandboxKey } from '../../domain/launches';

/** Where sandboxes are: `<root>/<framework>/<task>/<launch>/`, each with `stdout`, `stderr` and what its command makes of it. */
export class Sandboxes {
  /** Absolute. */
  readonly root: string;

  /** `root` must be an absolute path. */
  constructor(root: string) {
    this.root = root;
  }

  pathOf(key: SandboxKey): string {
    return join(this.root, safeName(key.frameworkId), safeName(key.taskId), safeName(key.launchId));
  }

  /** Makes the sandbox, with the task's data in `task-data` if there are any. Throws what the file system objects to. */
  make(key: SandboxKey, data: Uint8Array): string {
    const path = this.pathOf(key);
    makeFolder(path);
    if (data.length > 0) writeFileSync(join(path, 'task-data'), data);
    return path;
  }

  /** Removes the sandbox, and the folders of its task and framework when they hold nothing else. */
  async remove(key: SandboxKey): Promise<void> {
    const path = this.pathOf(key);
    await rm(path, { recursive: true, force: true });
    for (const above of [dirname(path), dirname(dirname(path))]) await removeIfEmpty(above);
  }
}

/** Ids hold no path separators when they come off the wire; a name that is special to the file system would still lead elsewhere. */
function safeName(id: string): string {
  if (id === '' || id === '.' || id === '..' || id.includes('/') || id.includes('\0')) {
    throw new RangeError(`"${id}" cannot name a folder`);
  }
  return id;
}

async function removeIfEmpty(directory: string): Promise<void> {
  try {
    await rmdir(directory);
  } catch {
    // Another task or launch is in there, or it is gone already.
  }
}
