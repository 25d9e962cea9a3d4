import { writeSync } from 'node:fs';
import process from 'node:process';
import { SystemClock } from '@parley/common/actor';
import { runSeed } from './run-seed';
import { readSimulateOptions, SIMULATE_USAGE } from './simulate-options';
import type { SimulateOptions } from './simulate-options';
import { summaryOf } from './suite';

/** The exit code of a wrong command line, as every service has it. */
const EXIT_CONFIG = 78;

const say = (line: string): void => {
  writeSync(1, `${line}\n`);
};

/** `npm run simulate`: runs seeds until one fails, or one seed with everything that happens in it. */
function main(argv: readonly string[]): number {
  const asked = readSimulateOptions(argv);
  switch (asked.read) {
    case 'help':
      say(SIMULATE_USAGE);
      return 0;
    case 'faults':
      writeSync(
        2,
        `the command line is not valid:\n  ${asked.faults.join('\n  ')}\nRun with --help for all options.\n`,
      );
      return EXIT_CONFIG;
    case 'options':
      return simulate(asked.options);
  }
}

function simulate({ first, count, minutes, trace, keepGoing }: SimulateOptions): number {
  const clock = new SystemClock();
  const beganAt = clock.now();
  const reports = [];
  for (let seed = first; seed < first + count; seed += 1) {
    const report = runSeed({ seed, minutes, trace: trace ? say : undefined });
    reports.push(report);
    if (report.violation === undefined) continue;
    say(`seed ${seed}: ${report.violation}`);
    say(`replay: npm run simulate -- --seed ${seed} --minutes ${minutes} --trace`);
    if (!keepGoing) break;
  }
  for (const line of summaryOf(reports, clock.now() - beganAt)) say(line);
  return reports.some(({ violation }) => violation !== undefined) ? 1 : 0;
}

process.exitCode = main(process.argv.slice(2));
