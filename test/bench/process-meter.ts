import { readFileSync } from 'node:fs';

/** Clock ticks per second in /proc, which Linux fixes at 100 for what it shows to programs. */
const TICKS_PER_SECOND = 100;

/** What a process has used. */
export interface Usage {
  /** User and system time. */
  readonly cpuSeconds: number;
  readonly rssMiB: number;
}

/** What a process has used up to now, by /proc; zero for one that is gone. */
export function usageOf(pid: number): Usage {
  try {
    // The name of the program stands in parentheses and may hold spaces: fields are counted from behind it.
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = Number(fields[11]) + Number(fields[12]);
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
    const rssKiB = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0);
    return { cpuSeconds: ticks / TICKS_PER_SECOND, rssMiB: rssKiB / 1_024 };
  } catch {
    return { cpuSeconds: 0, rssMiB: 0 };
  }
}

/** Meters some processes: their processor time while a measurement runs, and the most memory they ever held. */
export class ProcessMeter<Name extends string> {
  readonly #pids: ReadonlyMap<Name, number>;
  readonly #cpuSeconds = new Map<Name, number>();
  readonly #rssMiB = new Map<Name, number>();
  #atStart = new Map<Name, number>();

  constructor(pids: Readonly<Record<Name, number>>) {
    this.#pids = new Map(Object.entries(pids) as [Name, number][]);
  }

  /** Begins a measurement. */
  start(): void {
    this.#atStart = new Map([...this.#pids].map(([name, pid]) => [name, usageOf(pid).cpuSeconds]));
  }

  /** Notes the memory in use; to be called now and then. */
  sample(): void {
    for (const [name, pid] of this.#pids) {
      this.#rssMiB.set(name, Math.max(this.#rssMiB.get(name) ?? 0, usageOf(pid).rssMiB));
    }
  }

  /** Ends a measurement and adds it to those before. */
  stop(): void {
    this.sample();
    for (const [name, pid] of this.#pids) {
      const used = usageOf(pid).cpuSeconds - (this.#atStart.get(name) ?? 0);
      this.#cpuSeconds.set(name, (this.#cpuSeconds.get(name) ?? 0) + used);
    }
  }

  get cpuSeconds(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#cpuSeconds);
  }

  get rssMiB(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#rssMiB);
  }
}
