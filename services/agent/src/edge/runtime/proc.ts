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

/** What is told of processes; {@link PROC} on a real machine. Each throws when the machine cannot say, as without a free descriptor. */
export interface ProcessTable {
  readonly listPids: () => readonly number[];
  readonly readProcess: (pid: number) => ProcessEntry | undefined;
  readonly environmentOf: (pid: number, name: string) => string | undefined;
}

/** The process with that id, or undefined when there is none. Throws when /proc cannot be read. */
export function readProcess(pid: number): ProcessEntry | undefined {
  // The program's name may be no text at all, and all else is ASCII.
  const stat = readText(`/proc/${String(pid)}/stat`, 'latin1');
  if (stat === undefined) return undefined;
  // The program's name stands in parentheses and may hold anything, also parentheses.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const numberAt = (index: number): number => Number(fields[index]);
  const zombie = fields[0] === 'Z' || fields[0] === 'X';
  return { pid, parent: numberAt(1), group: numberAt(2), session: numberAt(3), startTime: numberAt(19), zombie };
}

/** Whether exactly this process still runs. Throws when /proc cannot be read. */
export function isAlive(
  identity: { readonly pid: number; readonly startTime: number },
  table: Pick<ProcessTable, 'readProcess'> = PROC,
): boolean {
  const found = table.readProcess(identity.pid);
  return found !== undefined && !found.zombie && found.startTime === identity.startTime;
}

/** The ids of all processes at this moment. Throws when /proc cannot be read. */
export function listPids(): readonly number[] {
  const pids: number[] = [];
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    if (Number.isInteger(pid)) pids.push(pid);
  }
  return pids;
}

/**
 * The value of a variable in the environment that a process was started with, as UTF-8, in which this process writes the environments
 * of others; undefined also where it may not be read. Throws when /proc cannot be read.
 */
export function environmentOf(pid: number, name: string): string | undefined {
  const environment = readText(`/proc/${String(pid)}/environ`, 'utf8');
  if (environment === undefined) return undefined;
  const start = `\0${environment}`.indexOf(`\0${name}=`);
  if (start === -1) return undefined;
  const value = environment.slice(start + name.length + 1);
  const end = value.indexOf('\0');
  return end === -1 ? value : value.slice(0, end);
}

/** The processes of this machine. */
export const PROC: ProcessTable = { listPids, readProcess, environmentOf };

/** Names this boot of the machine. */
export function readBootId(): string {
  return readText('/proc/sys/kernel/random/boot_id', 'latin1')?.trim() ?? 'unknown';
}

/** What reading the files of a process answers when it is gone, or belongs to somebody else: there is nothing to be read. */
const NOTHING_THERE: ReadonlySet<unknown> = new Set(['ENOENT', 'ESRCH', 'EACCES', 'EPERM']);

function readText(path: string, encoding: 'latin1' | 'utf8'): string | undefined {
  try {
    return readFileSync(path, encoding);
  } catch (error) {
    // Anything else says nothing about the process, which must not be taken for dead because the agent is out of descriptors.
    if (NOTHING_THERE.has(codeOf(error))) return undefined;
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
