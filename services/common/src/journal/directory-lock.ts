import { link, readFile, readlink, rename, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf, JournalHeld } from './journal-errors';

/** Gives the directory back. */
export type Unlock = () => Promise<void>;

/** A process, told apart from any other that ever had its number on any start of any machine. */
interface Holder {
  readonly pid: number;
  /** Start time in clock ticks since boot, as the kernel tells it. */
  readonly startTicks: string;
  readonly bootId: string;
}

const LOCK_FILE = 'lock';

/** Tells attempts of one process apart. */
let attempts = 0;

/**
 * Makes this process the only one in a directory. A lock that a dead process left behind is taken over; a live holder is refused
 * with {@link JournalHeld}. Processes in different pid namespaces do not see each other: give each container its own directory.
 */
export async function lockDirectory(directory: string): Promise<Unlock> {
  const self = await holderOf(Number(await readlink('/proc/self')), await bootId());
  if (self === undefined) throw new Error('this process does not find itself in /proc');
  const path = join(directory, LOCK_FILE);
  const mine = `${path}.${String(self.pid)}.${String((attempts += 1))}`;
  // A link appears with its content or not at all, where creating and then writing could be seen half done.
  await writeFile(mine, textOf(self));
  try {
    while (!(await linked(mine, path))) await removeStale(path, `${mine}.stale`, directory);
  } finally {
    await unlink(mine);
  }
  return () => unlink(path);
}

async function linked(mine: string, path: string): Promise<boolean> {
  try {
    await link(mine, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Removes the lock of a dead process, and nothing else: what was moved aside is looked at again before it is dropped. */
async function removeStale(path: string, aside: string, directory: string): Promise<void> {
  const found = await readIfThere(path);
  if (found === undefined) return;
  await refuseIfAlive(found, directory);
  try {
    await rename(path, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  const moved = await readIfThere(aside);
  // Another process may have taken the lock over in between: then it is put back and respected.
  if (moved !== undefined && moved !== found) await linked(aside, path);
  await unlink(aside).catch(ignoreMissing);
  if (moved !== undefined) await refuseIfAlive(moved, directory);
}

async function refuseIfAlive(text: string, directory: string): Promise<void> {
  const holder = parseHolder(text);
  if (holder === undefined || holder.bootId !== (await bootId())) return;
  const running = await holderOf(holder.pid, holder.bootId);
  if (running?.startTicks === holder.startTicks) throw new JournalHeld(directory, holder.pid);
}

/** The process with this number as the kernel knows it now, or undefined when there is none that still runs. */
async function holderOf(pid: number, boot: string): Promise<Holder | undefined> {
  const stat = await readIfThere(`/proc/${String(pid)}/stat`);
  // The second field is a name in brackets that may hold anything, so counting begins behind the last bracket.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? [];
  const [state, startTicks] = [fields[0], fields[19]];
  const dead = state === undefined || state === 'Z' || state === 'X';
  return dead || startTicks === undefined ? undefined : { pid, startTicks, bootId: boot };
}

async function bootId(): Promise<string> {
  return (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
}

function textOf(holder: Holder): string {
  return `${String(holder.pid)} ${holder.startTicks} ${holder.bootId}\n`;
}

function parseHolder(text: string): Holder | undefined {
  const match = /^(\d{1,10}) (\d+) (\S+)\n$/.exec(text);
  if (match?.[2] === undefined || match[3] === undefined) return undefined;
  return { pid: Number(match[1]), startTicks: match[2], bootId: match[3] };
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = codeOf(error);
    // A process can end between being found and being read.
    if (code === 'ENOENT' || code === 'ESRCH') return undefined;
    throw error;
  }
}

function ignoreMissing(error: unknown): void {
  if (codeOf(error) !== 'ENOENT') throw error;
}
