import { parseArgs } from 'node:util';

/** How large a run of the launch benchmark is. */
export interface LaunchOptions {
  readonly agents: number;
  /** Tasks that fit on an agent at once. */
  readonly slots: number;
  readonly frameworks: number;
  /** Tasks at full load, over all rounds. */
  readonly tasks: number;
  /** Full load is measured in this many rounds, with the ceilings between them. */
  readonly rounds: number;
  /** How long each ceiling is measured each time. */
  readonly ceilingMs: number;
  /** How long the second phase, at half the measured rate, offers tasks. */
  readonly halfLoadMs: number;
  readonly json: boolean;
  /** A folder for CPU profiles of the services; undefined: none are taken. */
  readonly profileDir: string | undefined;
}

/** The options, or sentences that say what is wrong with them. */
export type OptionsRead =
  { readonly ok: true; readonly options: LaunchOptions } | { readonly ok: false; readonly faults: readonly string[] };

/** What `--help` prints, and what a wrong flag is answered with. */
export const LAUNCH_USAGE = `usage: npm run bench -- launch [--agents N] [--slots N] [--frameworks N] [--tasks N] [--rounds N] [--json] [--quick] [--profile DIR]

Measures the whole path of a launch through real gateway, master and allocator processes with emulated agents.
  --agents N       emulated agents, each with a stream of its own (default 1000; with --quick 100)
  --slots N        tasks that fit on an agent at once (default 4)
  --frameworks N   framework streams (default 10)
  --tasks N        tasks at full load (default 200000; with --quick 5000)
  --rounds N       rounds of full load, with the ceilings measured between them (default 5; with --quick 1)
  --json           print one JSON object and nothing else
  --quick          a small run of about 15 s, to see that it works
  --profile DIR    write CPU profiles of the services there
  --help           print this`;

const FULL = {
  agents: 1_000,
  slots: 4,
  frameworks: 10,
  tasks: 200_000,
  rounds: 5,
  ceilingMs: 1_500,
  halfLoadMs: 10_000,
};
const QUICK = { ...FULL, agents: 100, tasks: 5_000, rounds: 1, ceilingMs: 300, halfLoadMs: 1_000 };
const LARGEST = 10_000_000;

/** A small run, as `--quick` makes it. */
export const QUICK_LAUNCH: LaunchOptions = { ...QUICK, json: false, profileDir: undefined };

/** Reads the flags that follow `launch`. */
export function readLaunchOptions(argv: readonly string[]): OptionsRead {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const flags = {
    agents: text,
    slots: text,
    frameworks: text,
    tasks: text,
    rounds: text,
    profile: text,
    json: flag,
    quick: flag,
  };
  const faults: string[] = [];
  try {
    const { values } = parseArgs({ args: [...argv], options: flags, strict: true });
    const defaults = values.quick ? QUICK : FULL;
    const number = (name: 'agents' | 'slots' | 'frameworks' | 'tasks' | 'rounds'): number => {
      const given = values[name];
      if (given === undefined) return defaults[name];
      const read = /^\d{1,8}$/.test(given) ? Number(given) : 0;
      if (read < 1 || read > LARGEST)
        faults.push(`--${name}=${given}: expected a whole number from 1 to ${String(LARGEST)}`);
      return read;
    };
    const options: LaunchOptions = {
      ...defaults,
      agents: number('agents'),
      slots: number('slots'),
      frameworks: number('frameworks'),
      tasks: number('tasks'),
      rounds: number('rounds'),
      json: values.json,
      profileDir: values.profile,
    };
    return faults.length === 0 ? { ok: true, options } : { ok: false, faults };
  } catch (error) {
    return { ok: false, faults: [error instanceof Error ? error.message : String(error)] };
  }
}
