import { readFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { median, quantile } from '../quantiles';
import type { Ceilings } from '../ceilings/ceiling-gauge';
import { TASKS_PER_BATCH, taskBytes } from '../ceilings/ceiling-contract';
import type { RunResult, Traffic } from './generator-messages';
import type { LaunchOptions } from './launch-options';
import type { SentTraffic } from './link-probe';

/** Everything that was measured, before it is summed up. */
export interface Measured {
  readonly options: LaunchOptions;
  readonly registerMs: number;
  /** Full load, round by round. */
  readonly rounds: readonly RunResult[];
  /** Before, between and after the rounds: one more than rounds. */
  readonly ceilings: readonly Ceilings[];
  readonly halfLoad: RunResult;
  readonly halfLoadPerSecond: number;
  /** What the services sent each other, over everything. */
  readonly sent: SentTraffic;
  /** Of the rounds at full load, by process. */
  readonly cpuSeconds: Readonly<Record<string, number>>;
  /** The most that each process ever held. */
  readonly rssMiB: Readonly<Record<string, number>>;
}

/** What `--json` prints. */
export interface LaunchReport {
  readonly benchmark: 'launch';
  readonly hardware: string;
  readonly options: Pick<LaunchOptions, 'agents' | 'slots' | 'frameworks' | 'tasks' | 'rounds'>;
  readonly tasks: {
    readonly launched: number;
    readonly running: number;
    readonly finished: number;
    readonly completed: number;
    readonly overcommitted: number;
    readonly problems: readonly string[];
  };
  /** The median of the rounds. */
  readonly tasksPerSecond: number;
  /** Each round against the ceilings measured right before and after it: median and quarter points. */
  readonly ratioToBidi: number;
  readonly ratioToBidiQuartiles: readonly [number, number];
  /** What a message of the bidi ceiling costs in processor time, divided by what a task costs all processes: the same ratio, but neighbours on the
   *  machine hardly move it. */
  readonly ratioToBidiByCpu: number;
  readonly ratioToBatch: number;
  readonly ceilings: {
    readonly bidiTasksPerSecond: number;
    readonly batchTasksPerSecond: number;
    readonly bidiCpuMicrosPerMessage: number;
    readonly taskBytes: number;
  };
  /** From sending ACCEPT to hearing RUNNING, at half the measured rate. */
  readonly latencyMs: { readonly p50: number; readonly p99: number; readonly tasksPerSecond: number };
  /** The same at full load, where offers wait in queues. */
  readonly fullLoadLatencyMs: { readonly p50: number; readonly p99: number };
  readonly rate: { readonly firstTenth: number; readonly lastTenth: number; readonly lastToFirst: number };
  /** By who sends to whom; what the generator sees at full load, the links between services over everything. */
  readonly itemsPerMessage: Readonly<Record<string, number>>;
  readonly messagesPerTask: Readonly<Record<keyof Traffic, number>>;
  readonly cpuSeconds: Readonly<Record<string, number>>;
  readonly cpuMicrosPerTask: Readonly<Record<string, number>>;
  readonly rssMiB: Readonly<Record<string, number>>;
  readonly registerMs: number;
}

/** Sums up what was measured. */
export function summarise(measured: Measured): LaunchReport {
  const { options, rounds, ceilings, halfLoad } = measured;
  const sum = (pick: (round: RunResult) => number): number => rounds.reduce((total, round) => total + pick(round), 0);
  const rates = rounds.map(rateOf);
  const ratios = (kind: 'bidiPerSecond' | 'batchPerSecond'): readonly number[] =>
    rates.map((rate, index) => (2 * rate) / ((ceilings[index]?.[kind] ?? 0) + (ceilings[index + 1]?.[kind] ?? 0)));
  const tasks = sum((round) => round.completed);
  const bidiCpuMicros = median(ceilings.map((ceiling) => ceiling.bidiCpuMicros));
  const cpuSeconds = Object.values(measured.cpuSeconds).reduce((total, seconds) => total + seconds, 0);
  return {
    benchmark: 'launch',
    hardware: hardwareLine(),
    options: {
      agents: options.agents,
      slots: options.slots,
      frameworks: options.frameworks,
      tasks: options.tasks,
      rounds: options.rounds,
    },
    tasks: {
      launched: sum((round) => round.launched),
      running: sum((round) => round.runningHeard),
      finished: sum((round) => round.finishedHeard),
      completed: tasks,
      overcommitted: sum((round) => round.overcommitted) + halfLoad.overcommitted,
      problems: [...rounds, halfLoad].flatMap((round) => round.problems),
    },
    tasksPerSecond: rounded(median(rates), 0),
    ratioToBidi: rounded(median(ratios('bidiPerSecond')), 4),
    ratioToBidiQuartiles: [
      rounded(quantile(ratios('bidiPerSecond'), 0.25), 4),
      rounded(quantile(ratios('bidiPerSecond'), 0.75), 4),
    ],
    ratioToBidiByCpu: rounded((bidiCpuMicros * tasks) / (cpuSeconds * 1e6), 4),
    ratioToBatch: rounded(median(ratios('batchPerSecond')), 4),
    ceilings: {
      bidiTasksPerSecond: rounded(median(ceilings.map(({ bidiPerSecond }) => bidiPerSecond)), 0),
      batchTasksPerSecond: rounded(median(ceilings.map(({ batchPerSecond }) => batchPerSecond)), 0),
      bidiCpuMicrosPerMessage: rounded(bidiCpuMicros, 1),
      taskBytes: taskBytes(),
    },
    latencyMs: { ...latencyOf([halfLoad]), tasksPerSecond: rounded(measured.halfLoadPerSecond, 0) },
    fullLoadLatencyMs: latencyOf(rounds),
    rate: linearityOf(rounds),
    itemsPerMessage: {
      ...mapped(measured.sent, ({ items, messages }) => rounded(items / messages, 2)),
      ...overTraffic(
        (kind) => sum((round) => round.traffic[kind].items) / sum((round) => round.traffic[kind].messages),
      ),
    },
    messagesPerTask: overTraffic((kind) => sum((round) => round.traffic[kind].messages) / tasks),
    cpuSeconds: mapped(measured.cpuSeconds, (seconds) => rounded(seconds, 2)),
    cpuMicrosPerTask: mapped(measured.cpuSeconds, (seconds) => rounded((seconds * 1e6) / tasks, 1)),
    rssMiB: mapped(measured.rssMiB, (mib) => rounded(mib, 1)),
    registerMs: rounded(measured.registerMs, 0),
  };
}

/** The report for people. */
export function reportText(report: LaunchReport): string {
  const { options, ceilings, latencyMs, fullLoadLatencyMs, rate } = report;
  const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
  const rows: readonly (readonly [string, string])[] = [
    ['hardware', report.hardware],
    [
      'load',
      `${options.agents} agents × ${options.slots} slots, ${options.frameworks} frameworks, ${options.tasks} tasks in ${options.rounds} rounds`,
    ],
    [
      'completed',
      `${report.tasks.completed} (${report.tasks.overcommitted} overcommitted, ${report.tasks.problems.length} problems)`,
    ],
    ['tasks/s', `${report.tasksPerSecond}`],
    [
      'of the bidi ceiling',
      `${percent(report.ratioToBidi)} (quarter points ${report.ratioToBidiQuartiles.map(percent).join(' to ')}) of ${ceilings.bidiTasksPerSecond} messages/s of ${ceilings.taskBytes} bytes`,
    ],
    ['by processor time', `${percent(report.ratioToBidiByCpu)} of ${ceilings.bidiCpuMicrosPerMessage} µs a message`],
    [
      'of the batch ceiling',
      `${percent(report.ratioToBatch)} of ${ceilings.batchTasksPerSecond} tasks/s, ${TASKS_PER_BATCH} a message`,
    ],
    [
      'accept → RUNNING',
      `p50 ${latencyMs.p50} ms, p99 ${latencyMs.p99} ms at ${latencyMs.tasksPerSecond} tasks/s; p50 ${fullLoadLatencyMs.p50} ms, p99 ${fullLoadLatencyMs.p99} ms at full load`,
    ],
    ['last tenth / first', `${percent(rate.lastToFirst)} (${rate.lastTenth} / ${rate.firstTenth} tasks/s)`],
    ['items per message', listed(report.itemsPerMessage)],
    ['messages per task', listed(report.messagesPerTask)],
    ['CPU µs per task', listed(report.cpuMicrosPerTask)],
    ['RSS MiB', listed(report.rssMiB)],
    ['registration', `${report.registerMs} ms`],
    ...report.tasks.problems.map((problem) => ['problem', problem] as const),
  ];
  return rows.map(([name, value]) => `${name.padEnd(22)}${value}`).join('\n');
}

/** Tasks per second of a run. */
export function rateOf(run: RunResult): number {
  return (run.completed * 1_000) / run.durationMs;
}

/** The machine and the runtime in one line. */
export function hardwareLine(): string {
  const [cpu] = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  return `${cpus().length} × ${cpu?.model.trim() ?? 'unknown processor'}, ${memory}, Linux ${release()}, Node ${process.versions.node}, grpc-js ${grpcVersion()}`;
}

function grpcVersion(): string {
  const manifest = JSON.parse(readFileSync(require.resolve('@grpc/grpc-js/package.json'), 'utf8')) as {
    readonly version: string;
  };
  return manifest.version;
}

function latencyOf(runs: readonly RunResult[]): { readonly p50: number; readonly p99: number } {
  return {
    p50: rounded(median(runs.map((run) => run.acceptToRunningMs.p50)), 2),
    p99: rounded(median(runs.map((run) => run.acceptToRunningMs.p99)), 2),
  };
}

/** The rate while the first tenth of all tasks completed, and the last. Of five rounds, the first tenth of all is five tenths of the first round. */
function linearityOf(rounds: readonly RunResult[]): LaunchReport['rate'] {
  const [first, last] = [rounds[0], rounds.at(-1)];
  if (first === undefined || last === undefined) return { firstTenth: 0, lastTenth: 0, lastToFirst: 0 };
  const tenths = Math.min(rounds.length, 10);
  const firstTenth = (first.tasks * tenths * 100) / (first.tenthsMs[tenths - 1] ?? first.durationMs);
  const lastBegan = last.tenthsMs[9 - tenths] ?? 0;
  const lastTenth = (last.tasks * tenths * 100) / (last.durationMs - lastBegan);
  return {
    firstTenth: rounded(firstTenth, 0),
    lastTenth: rounded(lastTenth, 0),
    lastToFirst: rounded(lastTenth / firstTenth, 3),
  };
}

function overTraffic(of: (kind: keyof Traffic) => number): Readonly<Record<keyof Traffic, number>> {
  const value = (kind: keyof Traffic): number => rounded(of(kind), 2);
  return {
    masterToAgent: value('masterToAgent'),
    agentToMaster: value('agentToMaster'),
    gatewayToFramework: value('gatewayToFramework'),
    frameworkToGateway: value('frameworkToGateway'),
  };
}

function mapped<Value>(
  record: Readonly<Record<string, Value>>,
  map: (value: Value) => number,
): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));
}

function listed(record: Readonly<Record<string, number>>): string {
  return Object.entries(record)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}

function rounded(value: number, digits: number): number {
  return Number.isFinite(value) ? Number(value.toFixed(digits)) : 0;
}
