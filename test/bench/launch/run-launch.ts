import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { CeilingGauge } from '../ceilings/ceiling-gauge';
import type { Ceilings } from '../ceilings/ceiling-gauge';
import { ProcessMeter } from '../process-meter';
import { median } from '../quantiles';
import { BenchCluster } from './bench-cluster';
import type { RunResult } from './generator-messages';
import { GeneratorProcess } from './generator-process';
import type { LaunchOptions } from './launch-options';
import { rateOf, summarise } from './launch-report';
import type { LaunchReport, Measured } from './launch-report';

/** Agents that share a connection. They never share a stream. */
const AGENTS_PER_CONNECTION = 50;
const SAMPLE_MS = 250;
/** Tasks that warm everything up before anything is measured, as a share of all. */
const WARM_UP_SHARE = 0.1;

/** Measures launches with the ceilings before, between and after the rounds. `progress` is told what goes on; `nodeFlags` go to every process. */
export async function runLaunch(
  options: LaunchOptions,
  progress: (line: string) => void,
  nodeFlags: readonly string[] = [],
): Promise<LaunchReport> {
  const nodeArgs = [...profileArgs(options.profileDir), ...nodeFlags];
  const started: (() => Promise<void> | void)[] = [];
  try {
    const gauge = await CeilingGauge.start(options.ceilingMs);
    started.push(() => gauge.stop());
    const cluster = await BenchCluster.start(nodeArgs);
    started.push(async () => {
      await cluster.stop();
    });
    const { master, gateway } = cluster;
    const settings = { ...options, agentsPerConnection: AGENTS_PER_CONNECTION, master, gateway };
    const generator = new GeneratorProcess(settings, nodeArgs);
    started.push(async () => generator.stop());
    const measured = await measure(options, { gauge, cluster, generator, progress });
    await generator.stop();
    return summarise({ ...measured, sent: await cluster.stop() });
  } finally {
    for (const stop of started.reverse()) await stop();
  }
}

interface Stage {
  readonly gauge: CeilingGauge;
  readonly cluster: BenchCluster;
  readonly generator: GeneratorProcess;
  readonly progress: (line: string) => void;
}

async function measure(options: LaunchOptions, stage: Stage): Promise<Omit<Measured, 'sent'>> {
  const { gauge, cluster, generator, progress } = stage;
  const registerMs = await generator.ready();
  progress(`${options.agents} agents and ${options.frameworks} frameworks are there`);
  const meter = new ProcessMeter({
    master: cluster.pidOf('master'),
    gateway: cluster.pidOf('framework-gateway'),
    allocator: cluster.pidOf('allocator'),
    generator: generator.pid,
  });
  const tasksPerRound = Math.ceil(options.tasks / options.rounds);
  await generator.run({ tasks: Math.ceil(tasksPerRound * WARM_UP_SHARE), tasksPerSecond: undefined });
  const ceilings: Ceilings[] = [await gauge.measure(options.ceilingMs)];
  const rounds: RunResult[] = [];
  for (let round = 1; round <= options.rounds; round += 1) {
    const result = await metered(meter, async () => generator.run({ tasks: tasksPerRound, tasksPerSecond: undefined }));
    rounds.push(result);
    const ceiling = await gauge.measure(options.ceilingMs);
    ceilings.push(ceiling);
    progress(
      `round ${round}: ${rateOf(result).toFixed(0)} tasks/s; ceiling ${ceiling.bidiPerSecond.toFixed(0)} messages/s`,
    );
  }
  const { cpuSeconds } = meter;
  const halfLoadPerSecond = median(rounds.map(rateOf)) / 2;
  const halfLoadTasks = Math.ceil((halfLoadPerSecond * options.halfLoadMs) / 1_000);
  const halfLoad = await generator.run({ tasks: halfLoadTasks, tasksPerSecond: halfLoadPerSecond });
  meter.sample();
  return {
    options,
    registerMs,
    rounds,
    ceilings,
    halfLoad,
    halfLoadPerSecond,
    cpuSeconds,
    rssMiB: meter.rssMiB,
  };
}

/** Runs something while the processes are metered. */
async function metered<Result>(meter: ProcessMeter<string>, run: () => Promise<Result>): Promise<Result> {
  meter.start();
  const sampling = setInterval(() => meter.sample(), SAMPLE_MS);
  try {
    return await run();
  } finally {
    clearInterval(sampling);
    meter.stop();
  }
}

function profileArgs(profileDir: string | undefined): readonly string[] {
  if (profileDir === undefined) return [];
  const folder = resolve(profileDir);
  mkdirSync(folder, { recursive: true });
  return ['--cpu-prof', `--cpu-prof-dir=${folder}`];
}
