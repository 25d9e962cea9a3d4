import { readdirSync, readFileSync } from 'node:fs';

/** One process as /proc shows it. */
export interface ProcessEntry {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  readonly session: number;
  /** In clock ticks since boot; with the pid it names a process of this boot. */
  readonly startTime: number;
  /** Dead, and only waiting for its parent to take notice. */
  readonly zombie: boolean;
}

/** The process with that id, or undefined when there is none. */
export function readProcess(pid: number): ProcessEntry | undefined {
  const stat = readText(`/proc/${String(pid)}/stat`);
  if (stat === undefined) return undefined;
  // The program's name stands in parentheses and may hold anything, also parentheses.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const numberAt = (index: number): number => Number(fields[index]);
  const zombie = fields[0] === 'Z' || fields[0] === 'X';
  return { pid, parent: numberAt(1), group: numberAt(2), session: numberAt(3), startTime: numberAt(19), zombie };
}

/** Whether exactly this process still runs. */
export function isAlive(identity: { readonly pid: number; readonly startTime: number }): boolean {
  const found = readProcess(identity.pid);
  return found !== undefined && !found.zombie && found.startTime === identity.startTime;
}

/** The ids of all processes at this moment. */
export function listPids(): readonly number[] {
  const pids: number[] = [];
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    if (Number.isInteger(pid)) pids.push(pid);
  }
  return pids;
}

/** The value of a variable in the environment that a process was started with; undefined also where it may not be read. */
export function environmentOf(pid: number, name: string): string | undefined {
  const environment = readText(`/proc/${String(pid)}/environ`);
  if (environment === undefined) return undefined;
  const start = `\0${environment}`.indexOf(`\0${name}=`);
  if (start === -1) return undefined;
  const value = environment.slice(start + name.length + 1);
  const end = value.indexOf('\0');
  return end === -1 ? value : value.slice(0, end);
}

/** Names this boot of the machine. */
export function readBootId(): string {
  return readText('/proc/sys/kernel/random/boot_id')?.trim() ?? 'unknown';
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    // The process is gone, or belongs to somebody else: either way there is nothing to be read.
    return undefined;
  }
}
