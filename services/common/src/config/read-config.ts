import { readCommandLine } from './command-line';
import type { ConfigOf, Field, Fields } from './fields';
import { helpText } from './help';
import { showValue } from './parsers';

/** Exit status of a process whose configuration is not valid (EX_CONFIG of sysexits.h). */
export const EX_CONFIG = 78;

/** Where a configuration comes from. Flags win over the environment, the environment over fallbacks. */
export interface ConfigSource<Config> {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The arguments behind the program's name. */
  readonly argv: readonly string[];
  /** First line of the help: what this program is. */
  readonly about?: string;
  /** Rules between settings, each asked when all it reads is valid by itself; each returns what is wrong and what to do, or undefined. */
  readonly checks?: readonly ((config: Config) => string | undefined)[];
}

/** A configuration, or a text to print before exiting with `exitCode`: 0 when help was asked for, else {@link EX_CONFIG}. */
export type ReadConfig<Config> =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly report: string; readonly exitCode: 0 | typeof EX_CONFIG };

/** Reads all settings of a table. Every fault is reported, in one message; nothing is corrected silently. */
export function readConfig<Table extends Fields>(
  fields: Table,
  source: ConfigSource<ConfigOf<Table>>,
): ReadConfig<ConfigOf<Table>> {
  const commandLine = readCommandLine(fields, source.argv);
  if (commandLine.help) return { ok: false, report: helpText(fields, source.about), exitCode: 0 };
  const faults = [...commandLine.faults];
  const settings: PropertyDescriptorMap = {};
  for (const [name, field] of Object.entries(fields)) {
    const read = readField(field, commandLine.flags.get(field.flag), source.env[field.env]);
    const known = read.ok && !commandLine.doubtful.has(field.flag);
    settings[name] = { enumerable: true, ...(known ? { value: read.value } : { get: refuseReading }) };
    if (!read.ok) faults.push(read.fault);
  }
  // Each value came out of its own field's parser or fallback; the compiler cannot follow that through the loop.
  const config = Object.freeze(Object.defineProperties({}, settings)) as ConfigOf<Table>;
  for (const check of source.checks ?? []) faults.push(...objectionsOf(check, config));
  return faults.length > 0 ? refusal(faults) : { ok: true, config };
}

/** The configuration in force as users would write it, for one log line. Secrets are replaced. */
export function effectiveConfig<Table extends Fields>(
  fields: Table,
  config: ConfigOf<Table>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const value = config[name];
      if (value === undefined) return [name, ''];
      return [name, field.secret ? '(secret)' : showValue(field.parse, value)];
    }),
  );
}

/** Says that a rule asked for a setting that is not valid, so that the rule has nothing to say. */
class NotValid extends Error {
  override readonly name = 'NotValid';
}

function refuseReading(): never {
  throw new NotValid();
}

function objectionsOf<Config>(check: (config: Config) => string | undefined, config: Config): readonly string[] {
  try {
    return [check(config)].filter((objection) => objection !== undefined);
  } catch (error) {
    if (error instanceof NotValid) return [];
    throw error;
  }
}

type ReadField = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly fault: string };

function readField(field: Field<unknown>, flagText: string | undefined, envText: string | undefined): ReadField {
  const given = flagText ?? envText;
  if (given === undefined) {
    return field.fallback === undefined
      ? { ok: false, fault: `--${field.flag} or ${field.env} must be given (${field.doc})` }
      : { ok: true, value: field.fallback.value };
  }
  const parsed = field.parse(given);
  if (parsed.ok) return parsed;
  const origin = flagText === undefined ? field.env : `--${field.flag}`;
  const shown = field.secret ? '(secret)' : JSON.stringify(given);
  return { ok: false, fault: `${origin}=${shown}: expected ${parsed.expected} (${field.doc})` };
}

function refusal(faults: readonly string[]): ReadConfig<never> {
  const lines = ['invalid configuration:', ...faults.map((fault) => `  ${fault}`), 'Run with --help for all settings.'];
  return { ok: false, report: `${lines.join('\n')}\n`, exitCode: EX_CONFIG };
}
