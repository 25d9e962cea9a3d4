import { parseArgs } from 'node:util';

/** Which seeds are run, and how. */
export interface SimulateOptions {
  /** The first seed. */
  readonly first: number;
  /** How many seeds are run, from the first on. */
  readonly count: number;
  /** Virtual minutes for which faults strike in each run. */
  readonly minutes: number;
  /** Whether everything that happens is printed. */
  readonly trace: boolean;
  /** Whether the seeds after a failed one are run too. */
  readonly keepGoing: boolean;
}

/** What a command line asks for, or sentences that say what is wrong with it. */
export type SimulateRead =
  | { readonly read: 'help' }
  | { readonly read: 'options'; readonly options: SimulateOptions }
  | { readonly read: 'faults'; readonly faults: readonly string[] };

/** What `--help` prints. */
export const SIMULATE_USAGE = `usage: npm run simulate -- [--seeds N] [--from N] [--minutes N] [--keep-going]
       npm run simulate -- --seed N [--minutes N] [--trace]

Runs whole clusters in one process, in virtual time and under faults; a seed decides everything that happens, so that every run can be repeated.
  --seeds N      how many seeds are run (default 200)
  --from N       the first of them (default 1)
  --seed N       only this one
  --minutes N    virtual minutes for which faults strike in each run, such as 1.5 (default 3)
  --trace        print everything that happens
  --keep-going   run the other seeds too when one has failed
  --help         print this`;

/** The largest number that any option takes: sums of two of them stay exact. */
const LARGEST = 1_000_000_000;

/** Reads the command line of `npm run simulate`. All numbers that are wrong are told, not only the first. */
export function readSimulateOptions(argv: readonly string[]): SimulateRead {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const flags = { seeds: text, from: text, seed: text, minutes: text, trace: flag, 'keep-going': flag, help: flag };
  const faults: string[] = [];
  const number = (name: string, given: string): number => {
    const read = /^\d{1,10}$/.test(given) ? Number(given) : 0;
    if (read < 1 || read > LARGEST) faults.push(`--${name}=${given}: expected a number from 1 to ${String(LARGEST)}`);
    return read;
  };
  const duration = (given: string): number => {
    const read = /^\d{1,6}(\.\d{1,3})?$/.test(given) ? Number(given) : 0;
    if (read === 0) faults.push(`--minutes=${given}: expected a number above 0, such as 0.5 or 10`);
    return read;
  };
  try {
    const { values } = parseArgs({ args: [...argv], options: flags, strict: true });
    if (values.help) return { read: 'help' };
    const options: SimulateOptions = {
      first: values.seed === undefined ? number('from', values.from ?? '1') : number('seed', values.seed),
      count: values.seed === undefined ? number('seeds', values.seeds ?? '200') : 1,
      minutes: duration(values.minutes ?? '3'),
      trace: values.trace,
      keepGoing: values['keep-going'],
    };
    return faults.length === 0 ? { read: 'options', options } : { read: 'faults', faults };
  } catch (error) {
    return { read: 'faults', faults: [error instanceof Error ? error.message : String(error)] };
  }
}
