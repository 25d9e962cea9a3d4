import { join } from 'node:path';
import { QUICK_LAUNCH } from '../launch/launch-options';
import type { LaunchReport } from '../launch/launch-report';
import { runLaunch } from '../launch/run-launch';
import { spreadOf } from './spread';
import type { Spread } from './spread';

const PROBE = join(__dirname, 'hostile-probe.js');

/** How large a run is. */
export interface ConductSize {
  readonly pairs: number;
  readonly agents: number;
  readonly tasks: number;
  /** How long each ceiling is measured, and how long launches at half the rate: both are part of a run. */
  readonly ceilingMs: number;
  readonly halfLoadMs: number;
}

/** What an allocator costs the launch path that promises everything twice. */
export interface ConductResult {
  readonly size: ConductSize;
  /** Launches per second beside it, by those beside an honest one, pair by pair. */
  readonly launches: Spread;
  /** The master's processor time per task, in the same way. */
  readonly masterTime: Spread;
  readonly honestPerSecond: Spread;
  readonly hostilePerSecond: Spread;
  /** Agents that were ever sent more tasks than fit. */
  readonly overcommitted: number;
}

/** Measures the whole path of a launch beside an honest allocator and beside a hostile one, in turns. */
export async function runConduct(size: ConductSize, progress: (line: string) => void): Promise<ConductResult> {
  const { agents, tasks, ceilingMs, halfLoadMs } = size;
  const options = { ...QUICK_LAUNCH, agents, tasks, ceilingMs, halfLoadMs };
  const honest: LaunchReport[] = [];
  const hostile: LaunchReport[] = [];
  for (let pair = 1; pair <= size.pairs; pair += 1) {
    honest.push(await runLaunch(options, () => {}));
    hostile.push(await runLaunch(options, () => {}, ['--require', PROBE]));
    progress(`pair ${pair}: ${honest.at(-1)?.tasksPerSecond ?? 0} and ${hostile.at(-1)?.tasksPerSecond ?? 0} tasks/s`);
  }
  const beside = (of: (report: LaunchReport) => number): Spread =>
    spreadOf(hostile.map((report, at) => of(report) / (honest[at] === undefined ? 1 : of(honest[at]))));
  return {
    size,
    launches: beside(({ tasksPerSecond }) => tasksPerSecond),
    masterTime: beside(({ cpuMicrosPerTask }) => cpuMicrosPerTask['master'] ?? 0),
    honestPerSecond: spreadOf(honest.map(({ tasksPerSecond }) => tasksPerSecond)),
    hostilePerSecond: spreadOf(hostile.map(({ tasksPerSecond }) => tasksPerSecond)),
    overcommitted: [...honest, ...hostile].reduce((sum, { tasks }) => sum + tasks.overcommitted, 0),
  };
}
