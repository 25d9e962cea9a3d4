import { LAUNCH_USAGE, readLaunchOptions } from './launch/launch-options';
import { reportText } from './launch/launch-report';
import { runLaunch } from './launch/run-launch';

/** The exit code of a wrong command line, as every service has it. */
const EXIT_CONFIG = 78;

async function main(argv: readonly string[]): Promise<number> {
  const [benchmark, ...flags] = argv;
  if (benchmark !== 'launch' || flags.includes('--help')) {
    console.log(LAUNCH_USAGE);
    return benchmark === 'launch' ? 0 : EXIT_CONFIG;
  }
  const read = readLaunchOptions(flags);
  if (!read.ok) {
    console.error([...read.faults, LAUNCH_USAGE].join('\n'));
    return EXIT_CONFIG;
  }
  const { options } = read;
  const report = await runLaunch(options, (line) => {
    if (!options.json) console.log(line);
  });
  console.log(options.json ? JSON.stringify(report) : `\n${reportText(report)}`);
  const sound = report.tasks.overcommitted === 0 && report.tasks.problems.length === 0;
  return sound ? 0 : 1;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  },
);
