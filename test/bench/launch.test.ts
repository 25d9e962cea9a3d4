import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { LaunchReport } from './launch/launch-report';

const PROGRAM = join(__dirname, '..', 'dist', 'bench', 'main.js');
const TASKS = 2_000;

const run = promisify(execFile);

describe('npm run bench -- launch', () => {
  test('given a quick run, when it ends, then every task completed and one JSON object with every figure is printed', async () => {
    const flags = ['--quick', '--json', '--agents=60', `--tasks=${String(TASKS)}`];

    const { stdout } = await run(process.execPath, [PROGRAM, 'launch', ...flags]);
    const report = JSON.parse(stdout) as LaunchReport;

    expect(report.tasks).toEqual({
      launched: TASKS,
      running: TASKS,
      finished: TASKS,
      completed: TASKS,
      overcommitted: 0,
      problems: [],
    });
    const measured = expect.any(Number) as number;
    expect(report).toMatchObject({
      benchmark: 'launch',
      tasksPerSecond: measured,
      ratioToBidi: measured,
      ceilings: { bidiTasksPerSecond: measured, batchTasksPerSecond: measured },
      latencyMs: { p50: measured, p99: measured },
      rate: { firstTenth: measured, lastTenth: measured },
    });
    const processes = ['allocator', 'gateway', 'generator', 'master'];
    expect(Object.keys(report.rssMiB).sort()).toEqual(processes);
    expect(Object.keys(report.cpuSeconds).sort()).toEqual(processes);
  }, 60_000);

  test('given flags that are wrong, when it starts, then it names each and exits with 78', async () => {
    const ended = run(process.execPath, [PROGRAM, 'launch', '--agents=none', '--tasks=0']);

    await expect(ended).rejects.toMatchObject({
      code: 78,
      stderr: expect.stringMatching(/--agents=none[\s\S]*--tasks=0/) as string,
    });
  });
});
