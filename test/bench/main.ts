import type { AllocatorOptions } from './allocator/allocator-options';
import { allocatorText } from './allocator/allocator-report';
import { writeAllocatorDocs } from './allocator/performance-page';
import { runAllocator } from './allocator/run-allocator';
import { USAGE, readCommand } from './command';
import { reportText } from './launch/launch-report';
import type { LaunchOptions } from './launch/launch-options';
import { runLaunch } from './launch/run-launch';

/** The exit code of a wrong command line, as every service has it. */
const EXIT_CONFIG = 78;

async function main(argv: readonly string[]): Promise<number> {
  const asked = readCommand(argv);
  switch (asked.read) {
    case 'help':
      console.log(USAGE);
      return 0;
    case 'faults':
      console.error([...asked.faults, USAGE].join('\n'));
      return EXIT_CONFIG;
    case 'launch':
      return launch(asked.options);
    case 'allocator':
      return allocator(asked.options);
  }
}

async function launch(options: LaunchOptions): Promise<number> {
  const report = await runLaunch(options, (line) => {
    if (!options.json) console.log(line);
  });
  console.log(options.json ? JSON.stringify(report) : `\n${reportText(report)}`);
  const sound = report.tasks.overcommitted === 0 && report.tasks.problems.length === 0;
  return sound ? 0 : 1;
}

async function allocator(options: AllocatorOptions): Promise<number> {
  const report = await runAllocator(options, (line) => {
    if (!options.json) console.log(line);
  });
  console.log(options.json ? JSON.stringify(report) : `\n${allocatorText(report)}`);
  if (options.writeDocs) writeAllocatorDocs(report);
  return 0;
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
