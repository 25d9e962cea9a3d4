import { parseArgs } from 'node:util';

import { FAIRNESS_CLASSES } from './kit';
import type { FairnessClass, KitOptions } from './kit';
import type { Level } from './rule';
import { ALL_RULES } from './rules/all-rules';

/** What a run of the kit is asked to do. */
export interface KitCommand extends KitOptions {
  readonly level: Level;
  /** Where the report is written as JSON; undefined: nowhere. */
  readonly report: string | undefined;
  /** Whether the report is printed as JSON instead of lines. */
  readonly json: boolean;
  /** Ids of the rules to be tried; undefined: all of the level. */
  readonly rules: readonly string[] | undefined;
}

/** What a command line asks for, or sentences that say what is wrong with it. */
export type KitRead =
  | { readonly read: 'help' }
  | { readonly read: 'run'; readonly command: KitCommand }
  | { readonly read: 'faults'; readonly faults: readonly string[] };

/** The exit code when no allocator answers at the address, so that no rule was tried: EX_UNAVAILABLE of sysexits. */
export const EXIT_UNREACHABLE = 69;

/** What `--help` prints. */
export const KIT_USAGE = `usage: npm run conformance:allocator -- --target HOST:PORT [--level core|full] [--report FILE] [--json]

Plays the master against the allocator at that address and prints what became of each rule of docs/allocator-contract.md.
No other master may use the allocator meanwhile. Exits with 0 when no rule of the level failed, with 1 when
one did, with ${String(EXIT_UNREACHABLE)} when no allocator answers at the address (nothing is tried then), and with 78 when the command line is wrong.
  --target HOST:PORT       where the allocator listens
  --level core|full        core: what every allocator must do; full: what makes a good one (default core)
  --report FILE            write the report as JSON
  --json                   print the report as JSON instead of lines
  --policy NAME            class of fairness to try: ${FAIRNESS_CLASSES.join(', ')} (default: what the allocator says)
  --priority-roles H,L     two roles of which strict-priority serves the first before the second (default high,low)
  --rules ID,ID...         try only these rules of the level, as they are called in the report
  --bound MS               how long the allocator may take for anything (default 5000)
  --quiet MS               how long nothing must be heard for it to count as not done (default 300)
  --help                   print this`;

const DURATION_MS = { least: 10, most: 600_000 };

/** Reads the command line of the kit. Everything that is wrong is told, not only the first. */
export function readKitCommand(argv: readonly string[]): KitRead {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const whom = { target: text, level: text, policy: text, 'priority-roles': text };
  const flags = { ...whom, rules: text, bound: text, quiet: text, report: text, json: flag, help: flag };
  try {
    const { values } = parseArgs({ args: [...argv], options: flags, strict: true });
    if (values.help) return { read: 'help' };
    const faults: string[] = [];
    const read = <Value>(name: keyof typeof values, fallback: string, reader: Reader<Value>): Value => {
      const given = String(values[name] ?? fallback);
      const value = reader.of(given);
      if (value === undefined) faults.push(`--${name}=${given}: expected ${reader.expected}`);
      return value ?? reader.otherwise;
    };
    const command: KitCommand = {
      target: read('target', '', TARGET),
      level: read('level', 'core', LEVEL),
      policy: values.policy === undefined ? undefined : read('policy', '', POLICY),
      priorityRoles: read('priority-roles', 'high,low', PRIORITY_ROLES),
      boundMs: read('bound', '5000', DURATION),
      quietMs: read('quiet', '300', DURATION),
      rules: values.rules === undefined ? undefined : read('rules', '', RULES),
      report: values.report,
      json: values.json,
    };
    return faults.length === 0 ? { read: 'run', command } : { read: 'faults', faults };
  } catch (error) {
    return { read: 'faults', faults: [error instanceof Error ? error.message : String(error)] };
  }
}

/** How one kind of value is read. */
interface Reader<Value> {
  readonly of: (given: string) => Value | undefined;
  readonly expected: string;
  /** Stands in for a value that is wrong; never used. */
  readonly otherwise: Value;
}

const TARGET: Reader<string> = {
  of: (given) => (/^([^\s:]+|\[[0-9a-fA-F:]+\]):\d{1,5}$/.test(given) ? given : undefined),
  expected: 'HOST:PORT, such as 127.0.0.1:5070',
  otherwise: '',
};

const LEVEL: Reader<Level> = {
  of: (given) => (given === 'core' || given === 'full' ? given : undefined),
  expected: 'core or full',
  otherwise: 'core',
};

const POLICY: Reader<FairnessClass> = {
  of: (given) => FAIRNESS_CLASSES.find((name) => name === given),
  expected: `one of ${FAIRNESS_CLASSES.join(', ')}`,
  otherwise: 'drf',
};

const PRIORITY_ROLES: Reader<KitOptions['priorityRoles']> = {
  of: (given) => {
    const [high = '', low = '', ...more] = given.split(',');
    return high === '' || low === '' || more.length > 0 ? undefined : { high, low };
  },
  expected: 'two roles, such as high,low',
  otherwise: { high: '', low: '' },
};

const RULES: Reader<readonly string[]> = {
  of: (given) => {
    const ids = given.split(',');
    return ids.every((id) => ALL_RULES.some((rule) => rule.id === id)) ? ids : undefined;
  },
  expected: 'ids of rules, such as credits,nothing-twice',
  otherwise: [],
};

const DURATION: Reader<number> = {
  of: (given) => {
    const read = /^\d{1,6}$/.test(given) ? Number(given) : 0;
    return read >= DURATION_MS.least && read <= DURATION_MS.most ? read : undefined;
  },
  expected: 'milliseconds from 10 to 600000, such as 500',
  otherwise: 0,
};
