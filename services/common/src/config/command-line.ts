import type { Fields } from './fields';

/** What a command line says: the text of each flag by its name, and what cannot be understood. */
export interface CommandLine {
  readonly flags: ReadonlyMap<string, string>;
  readonly faults: readonly string[];
  /** Flags of the table that are named wrongly: what was meant by them is not known. */
  readonly doubtful: ReadonlySet<string>;
  readonly help: boolean;
}

/** Reads `--flag value`, `--flag=value` and, for switches, `--flag`. Takes the arguments behind the program's name. */
export function readCommandLine(fields: Fields, argv: readonly string[]): CommandLine {
  const known = new Map(Object.values(fields).map((each) => [each.flag, each.parse.bare]));
  const flags = new Map<string, string>();
  const faults: string[] = [];
  const doubtful = new Set<string>();
  for (let index = 0; index < argv.length;) {
    const read = readArgument(known, argv[index] ?? '', argv[index + 1]);
    index += read.took;
    const fault =
      read.fault ?? (flags.has(read.name) ? `--${read.name}: given more than once; give it once` : undefined);
    if (fault !== undefined) {
      faults.push(fault);
      if (read.name !== undefined) doubtful.add(read.name);
    } else if (read.fault === undefined) flags.set(read.name, read.value);
  }
  // Asked for at any place, help comes before every fault, and is never a flag of the table.
  return { flags, faults, doubtful, help: argv.includes('--help') };
}

/** One flag, or what is wrong with it, and how many arguments it took. */
type ReadArgument =
  | { readonly took: 1 | 2; readonly name: string; readonly value: string; readonly fault?: undefined }
  | { readonly took: 1; readonly name?: string; readonly fault: string };

/** `known` holds each flag with what it means without a value, if it may stand so. */
function readArgument(
  known: ReadonlyMap<string, string | undefined>,
  argument: string,
  following: string | undefined,
): ReadArgument {
  const match = /^--([^=]+)(?:=(.*))?$/s.exec(argument);
  const [name, attached] = [match?.[1], match?.[2]];
  if (name === undefined) return { took: 1, fault: `"${argument}": not a flag; write --name value or --name=value` };
  if (!known.has(name)) return { took: 1, fault: unknownFlag(name, [...known.keys()]) };
  const value = attached ?? known.get(name);
  if (value !== undefined) return { took: 1, name, value };
  if (following === undefined || following.startsWith('--')) {
    return { took: 1, name, fault: `--${name}: needs a value; write --${name}=value` };
  }
  return { took: 2, name, value: following };
}

function unknownFlag(name: string, known: readonly string[]): string {
  const near = known.find((each) => isNear(name, each));
  return near === undefined ? `--${name}: unknown flag` : `--${name}: unknown flag; did you mean --${near}?`;
}

/** Whether one flag is the beginning of the other, or at most two edits away from it. */
function isNear(given: string, known: string): boolean {
  return (given.length > 2 && (known.startsWith(given) || given.startsWith(known))) || distance(given, known) <= 2;
}

/** Least number of letters to change, add or remove. */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const changed = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(changed, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
