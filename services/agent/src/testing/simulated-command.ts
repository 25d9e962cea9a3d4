import type { CommandInfo } from '@parley/common/tasks';

/** What a simulated command does: a script of the few words that scenarios use. */
export interface SimulatedCommand {
  /** How long it runs if nobody ends it, in milliseconds. */
  readonly durationMs: number;
  readonly status: number;
  /** A polite signal does nothing to it. */
  readonly stubborn: boolean;
  /** What it leaves in `status-data`; written when it ends by itself. */
  readonly data: Uint8Array;
}

/**
 * Reads a shell line as the simulation understands it, so that one scenario means the same for real: parts separated by `;` or `&&`,
 * of which `sleep SECONDS`, `exit STATUS`, `trap '' TERM` and `printf TEXT > …status-data` have an effect. All else takes no time.
 */
export function simulatedCommand(command: CommandInfo): SimulatedCommand {
  const line = command.shell ? command.value : [command.value, ...command.arguments.slice(1)].join(' ');
  let durationMs = 0;
  let stubborn = false;
  let data: Uint8Array = new Uint8Array(0);
  for (const part of line.split(/;|&&/).map((each) => each.trim())) {
    const seconds = /^(?:exec )?sleep (\d+(?:\.\d+)?)$/.exec(part)?.[1];
    const written = /^printf '?([^'>]*?)'? *> *\S*status-data"?$/.exec(part)?.[1];
    const status = /^exit (\d+)$/.exec(part)?.[1];
    if (seconds !== undefined) durationMs += Number(seconds) * 1_000;
    if (written !== undefined) data = new Uint8Array(Buffer.from(written));
    if (/^trap '' TERM$/.test(part)) stubborn = true;
    if (status !== undefined) return { durationMs, status: Number(status), stubborn, data };
  }
  return { durationMs, status: line === 'false' ? 1 : 0, stubborn, data };
}
