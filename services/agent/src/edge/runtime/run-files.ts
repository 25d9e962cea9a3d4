import { closeSync, constants, existsSync, fstatSync, openSync, readSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { LaunchId } from '@parley/common/kernel';
import { TASK_DATA_BYTES_MAX } from '@parley/common/tasks';

const NO_DATA = new Uint8Array(0);

/** What a supervisor left of its command. */
export type RunResult =
  | { readonly result: 'status'; readonly status: number }
  /** The command began and there is no exit status (yet). */
  | { readonly result: 'begun' }
  | { readonly result: 'nothing' };

/** The files through which supervisors report, outside of all sandboxes: `<work>/runs/<launch>.status` and `.exit`. */
export class RunFiles {
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** What a supervisor is told: the path without ending. */
  pathOf(launchId: LaunchId): string {
    return join(this.#directory, launchId);
  }

  /** What is known of the command. A status counts only when it was written whole. */
  read(launchId: LaunchId): RunResult {
    const path = this.pathOf(launchId);
    const text = readIfThere(`${path}.exit`) ?? readIfThere(`${path}.status`);
    if (text === undefined) return { result: 'nothing' };
    const match = /^(\d{1,3}) end\n$/.exec(text);
    return match === null ? { result: 'begun' } : { result: 'status', status: Number(match[1]) };
  }

  /** Whether the command has begun. */
  hasBegun(launchId: LaunchId): boolean {
    const path = this.pathOf(launchId);
    return existsSync(`${path}.status`) || existsSync(`${path}.exit`);
  }

  /** Removes what was kept of a run. */
  async remove(launchId: LaunchId): Promise<void> {
    const path = this.pathOf(launchId);
    await Promise.all([rm(`${path}.status`, { force: true }), rm(`${path}.exit`, { force: true })]);
  }
}

/** What a command left under `status-data` in its sandbox, cut off at 16 KiB; nothing when that is no plain file. */
export function readStatusData(sandbox: string): Uint8Array {
  let file: number;
  try {
    // A link could lead out of the sandbox, a pipe could block for ever.
    file = openSync(join(sandbox, 'status-data'), constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch {
    return NO_DATA;
  }
  try {
    if (!fstatSync(file).isFile()) return NO_DATA;
    const buffer = new Uint8Array(TASK_DATA_BYTES_MAX);
    return buffer.subarray(0, readSync(file, buffer, 0, TASK_DATA_BYTES_MAX, 0));
  } catch {
    return NO_DATA;
  } finally {
    closeSync(file);
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return undefined;
  }
}
