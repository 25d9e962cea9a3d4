import { writeSync } from 'node:fs';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { SystemClock } from '@parley/common/actor';
import { runSeed } from './run-seed';
import { summaryOf } from './suite';

/** `npm run simulate`: runs seeds until one fails, or one seed with everything that happens in it. */
function main(): number {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string', default: '200' },
      from: { type: 'string', default: '1' },
      minutes: { type: 'string', default: '3' },
      seed: { type: 'string' },
      trace: { type: 'boolean', default: false },
      'keep-going': { type: 'boolean', default: false },
    },
  });
  const say = (line: string): void => {
    writeSync(1, `${line}\n`);
  };
  const minutes = Number(values.minutes);
  const first = Number(values.seed ?? values.from);
  const count = values.seed === undefined ? Number(values.seeds) : 1;
  const clock = new SystemClock();
  const beganAt = clock.now();
  const reports = [];
  for (let seed = first; seed < first + count; seed += 1) {
    const report = runSeed({ seed, minutes, trace: values.trace ? say : undefined });
    reports.push(report);
    if (report.violation === undefined) continue;
    say(`seed ${seed}: ${report.violation}`);
    say(`replay: npm run simulate -- --seed ${seed} --minutes ${minutes} --trace`);
    if (!values['keep-going']) break;
  }
  for (const line of summaryOf(reports, clock.now() - beganAt)) say(line);
  return reports.some(({ violation }) => violation !== undefined) ? 1 : 0;
}

process.exitCode = main();
