import { mkdirSync, writeFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';
import { SystemClock } from '@parley/common/actor';

import { EXIT_UNREACHABLE, KIT_USAGE, readKitCommand } from './kit-command';
import type { KitCommand } from './kit-command';
import { unreachable } from './reach';
import { reportLines } from './report';
import { runRules } from './run-rules';

/** The exit code of a wrong command line, as every service has it. */
const EXIT_CONFIG = 78;

const say = (line: string): void => {
  writeSync(1, `${line}\n`);
};

/** `npm run conformance:allocator`: one run against one allocator. */
async function main(argv: readonly string[]): Promise<number> {
  const asked = readKitCommand(argv);
  switch (asked.read) {
    case 'help':
      say(KIT_USAGE);
      return 0;
    case 'faults':
      writeSync(
        2,
        `the command line is not valid:\n  ${asked.faults.join('\n  ')}\nRun with --help for all options.\n`,
      );
      return EXIT_CONFIG;
    case 'run':
      return await run(asked.command);
  }
}

async function run(command: KitCommand): Promise<number> {
  const { rules } = command;
  const only = rules === undefined ? {} : { only: ({ id }: { readonly id: string }) => rules.includes(id) };
  const clock = new SystemClock();
  const obstacle = await unreachable(command, clock);
  if (obstacle !== undefined) {
    writeSync(2, `${obstacle}\n`);
    return EXIT_UNREACHABLE;
  }
  const report = await runRules({ ...command, ...only }, clock);
  const json = JSON.stringify(report, undefined, 2);
  if (command.report !== undefined) {
    mkdirSync(dirname(command.report), { recursive: true });
    writeFileSync(command.report, `${json}\n`);
  }
  if (command.json) say(json);
  else for (const line of reportLines(report)) say(line);
  return report.passed ? 0 : 1;
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
