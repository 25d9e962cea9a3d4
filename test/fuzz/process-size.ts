import { readFileSync, readdirSync } from 'node:fs';

/** What a process holds, as `/proc` tells it. */
export interface ProcessSize {
  readonly rssMiB: number;
  /** Open files, sockets among them. */
  readonly files: number;
}

/** Measures a process that runs. */
export function sizeOf(pid: number): ProcessSize {
  const kiB = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1] ?? '0';
  return { rssMiB: Number(kiB) / 1024, files: readdirSync(`/proc/${String(pid)}/fd`).length };
}
