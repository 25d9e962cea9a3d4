import { link, readdir, readFile, readlink, unlink, writeFile } from 'node:fs/promises';
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

/** Tells attempts of one process apart. */
let attempts = 0;

/**
 * Makes this process the only one in a directory. A lock that a dead process left behind is taken over; a live holder is refused
 * with {@link JournalHeld}. Processes in different pid namespaces do not see each other: give each container its own directory.
 *
 * Locks are files `lock.1`, `lock.2`, …, of which the highest counts. A stale one is never replaced but outnumbered: of many who
 * try, only one can create the next number.
 */
export async function lockDirectory(directory: string): Promise<Unlock> {
  const self = await holderOf(Number(await readlink('/proc/self')), await bootId());
  if (self === undefined) throw new Error('this process does not find itself in /proc');
  const mine = join(directory, `locking.${String(self.pid)}.${String((attempts += 1))}`);
  // A link appears with its content or not at all, where creating and then writing could be seen half done.
  await writeFile(mine, textOf(self));
  try {
    for (;;) {
      const held = await takeNext(directory, mine);
      if (held !== undefined) return () => unlink(held);
    }
  } finally {
    await unlink(mine);
  }
}

/** Creates the number after the highest, whose holder must be dead. Undefined when another process was faster: then try again. */
async function takeNext(directory: string, mine: string): Promise<string | undefined> {
  const numbers = await lockNumbers(directory);
  const highest = Math.max(0, ...numbers);
  await refuseIfAlive(lockPath(directory, highest), directory);
  const next = lockPath(directory, highest + 1);
  if (!(await linked(mine, next))) return undefined;
  // While this process looked, others may have gone past the number and cleared it away, so that it could be created once more.
  if ((await lockNumbers(directory)).some((number) => number > highest + 1)) {
    await removeIfThere(next);
    return undefined;
  }
  for (const number of numbers) await removeIfThere(lockPath(directory, number));
  return next;
}

async function lockNumbers(directory: string): Promise<readonly number[]> {
  const names = await readdir(directory);
  return names.flatMap((name) => /^lock\.(\d{1,15})$/.exec(name)?.[1] ?? []).map(Number);
}

function lockPath(directory: string, number: number): string {
  return join(directory, `lock.${String(number)}`);
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

async function refuseIfAlive(lock: string, directory: string): Promise<void> {
  const holder = parseHolder((await readIfThere(lock)) ?? '');
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

async function removeIfThere(path: string): Promise<void> {
  await unlink(path).catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw error;
  });
}
