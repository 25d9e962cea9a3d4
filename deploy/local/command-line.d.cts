/** What an option takes, and what it is for. */
export interface LaunchOption {
  /** Names what the option takes; without it the option is a switch. */
  readonly value?: string;
  readonly doc: string;
  /** Says what is wrong with a value. */
  readonly check?: (text: string) => string | undefined;
}

/** Reads `--name value`, `--name=value` and `--switch`. All faults are found, not only the first. */
export function readOptions(
  argv: readonly string[],
  options: Readonly<Record<string, LaunchOption>>,
): { readonly values: Readonly<Record<string, string | true>>; readonly problems: readonly string[] };

/** The exit code for a command line that cannot be understood. */
export const EX_CONFIG: number;
