import type { ConductResult } from './conduct-bench';
import { offeringRounds } from './cycle-bench';
import type { CycleResult } from './cycle-bench';
import type { IncrementalResult } from './incremental-bench';
import type { QuotaResult, SurchargeResult, TreeResult } from './quota-bench';
import type { ReasonsResult } from './reasons-bench';
import type { AllocatorReport } from './run-allocator';
import type { ServiceResult } from './service-bench';
import { digits, duration, growthExponent, spreadOf, spreadText } from './spread';
import type { Spread } from './spread';

/** What Mesos 1.8 needed for a cycle of DeclineOffers, in seconds, by agents and frameworks: its own chart and commit messages. */
const MESOS_CYCLE_S: Readonly<Record<string, number>> = {
  '1000×100': 0.05,
  '5000×500': 0.4,
  '10000×1000': 1.06,
  '20000×2000': 3.8,
};
/** What Mesos 1.9 needed for LargeAndSmallQuota of 3,000: adding the frameworks with the cycle, and the cycle that decides nothing. */
const MESOS_QUOTA = { size: 3_000, satisfyMs: 15_400, idleMs: 13_900 };

/** The report for people: markdown, ratios before absolutes, the machine last. */
export function allocatorText(report: AllocatorReport): string {
  const parts = [
    ...(report.cycle.length > 0 ? [cycleText(report.cycle)] : []),
    ...(report.reasons === undefined ? [] : [reasonsText(report.reasons)]),
    ...(report.incremental.length > 0 ? [incrementalText(report.incremental)] : []),
    ...(report.quota.length > 0
      ? [quotaText(report.quota), surchargeText(report.surcharge), treesText(report.trees)]
      : []),
    ...(report.service === undefined ? [] : [serviceText(report.service)]),
    ...(report.conduct === undefined ? [] : [conductText(report.conduct)]),
  ];
  return [...parts, `Measured on ${report.hardware}.`].join('\n\n');
}

function cycleText(results: readonly CycleResult[]): string {
  const rows = results.map((result) => {
    const { agents, frameworks } = result.size;
    const rounds = offeringRounds(result);
    const cycle = spreadOf(rounds.map(({ cycleMs }) => cycleMs));
    const ratio = spreadOf(rounds.map(({ cycleMs, ceilingMs }) => cycleMs / ceilingMs));
    const mesos = MESOS_CYCLE_S[`${agents}×${frameworks}`];
    const offers = rounds.reduce((sum, { work }) => sum + work.proposed, 0);
    const answers = rounds.reduce((sum, { answersMs }) => sum + answersMs, 0);
    return [
      size(agents, frameworks),
      spreadText(ratio, '×'),
      times(cycle),
      duration(spreadOf(rounds.map(({ processorMs }) => processorMs)).median),
      times(result.decisionsMs),
      mesos === undefined ? 'not published' : `${digits(mesos)} s`,
      mesos === undefined ? '' : `${digits((mesos * 1_000) / cycle.median)}×`,
      `${digits(rounds.reduce((most, { work }) => Math.max(most, work.longestSliceMs), 0))} ms`,
      times(result.creditedSliceMs),
      `${digits((answers * 1_000) / offers)} µs`,
    ];
  });
  const points = results.map((result) => {
    const cycles = offeringRounds(result).map(({ cycleMs }) => cycleMs);
    return [result.size.agents, spreadOf(cycles).median] as const;
  });
  const head = [
    'agents × frameworks',
    'of C-heap',
    'cycle',
    'in processor time',
    'decisions alone',
    'Mesos 1.8',
    'faster',
    'longest slice',
    'with 1,000 credits',
    'answers, per offer',
  ];
  return [
    '**Cycles of DeclineOffers**',
    table(head, rows),
    `Growth exponent with frameworks in proportion to agents: ${digits(growthExponent(points))}.`,
    '**Rounds in which refusals pile up**',
    table(
      [
        'agents × frameworks',
        'last to first',
        'first rounds',
        'last rounds',
        'rounds',
        'all refused, whole pass',
        'of the first rounds',
      ],
      results.map(laterRow),
    ),
  ].join('\n\n');
}

function reasonsText({ agents, frameworks, offering, refused }: ReasonsResult): string {
  return `Being able to explain, while nobody asks: a cycle takes ${spreadText(offering, '×')} as long as without the counts of reasons, and a pass over a cluster in which all is refused ${spreadText(refused, '×')} (${size(agents, frameworks)}, in turns).`;
}

/** First and last rounds are the first and the last fifth of those with offers, so that one disturbed round says nothing. */
function laterRow(result: CycleResult): readonly string[] {
  const rounds = offeringRounds(result);
  const fifth = Math.max(1, Math.floor(rounds.length / 5));
  const first = spreadOf(rounds.slice(0, fifth).map(({ cycleMs }) => cycleMs));
  const last = spreadOf(rounds.slice(-fifth).map(({ cycleMs }) => cycleMs));
  const { filtered, size: of } = result;
  const all = filtered.competing === of.frameworks ? 'all' : `${whole(filtered.competing)} of ${whole(of.frameworks)}`;
  return [
    size(of.agents, of.frameworks),
    `${digits(last.median / first.median)}×`,
    times(first),
    times(last),
    `${whole(result.rounds.length)}, ${whole(rounds.length)} with offers`,
    `${times(filtered.ms)}, ${all} competing`,
    `${digits(filtered.ms.median / first.median)}×`,
  ];
}

function incrementalText(results: readonly IncrementalResult[]): string {
  const [large] = results;
  const rows = results.flatMap((result) =>
    result.rows.map((row) => [
      size(result.agents, result.frameworks),
      `${whole(row.changed)} × ${row.change}`,
      `${digits((row.cycleMs.median * 100) / result.fullMs.median)} %`,
      times(row.cycleMs),
      times(row.allMs),
      whole(row.work.considered),
    ]),
  );
  const idle = results.map(
    ({ agents, idle: { ms, heapBytes } }) =>
      `${duration(ms)} and ${digits(heapBytes)} bytes of heap with ${whole(agents)} agents`,
  );
  return [
    '**Few changes in a settled cluster**',
    table(
      ['agents × frameworks', 'changed', 'of a full cycle', 'cycle', 'hearing and cycle', 'agents looked at'],
      rows,
    ),
    `A full cycle: ${results.map(({ agents, fullMs }) => `${times(fullMs)} with ${whole(agents)} agents`).join(', ')}. A cycle with nothing to do: ${idle.join(', ')}; it looks at ${whole(large?.idle.work.considered ?? 0)} agents.`,
  ].join('\n\n');
}

function quotaText(results: readonly QuotaResult[]): string {
  const rows = results.map(({ policy, size: count, runs }) => {
    const satisfy = spreadOf(runs.map((run) => run.satisfyMs));
    const idle = spreadOf(runs.map((run) => run.idleMs));
    const pass = spreadOf(runs.map((run) => run.idlePassMs));
    const [last] = runs.slice(-1);
    const isMesos = count === MESOS_QUOTA.size;
    return [
      policy,
      whole(count),
      isMesos ? `${digits(MESOS_QUOTA.satisfyMs / satisfy.median)}×` : '',
      isMesos ? `${digits(MESOS_QUOTA.idleMs / pass.median)}×` : '',
      times(satisfy),
      duration(spreadOf(runs.map((run) => run.satisfyProcessorMs)).median),
      `${whole(last?.proposals ?? 0)}, ${whole(last?.unsatisfied ?? 0)} unsatisfied`,
      times(idle),
      times(pass),
      times(spreadOf(runs.map((run) => run.addAgentsMs))),
    ];
  });
  const head = [
    'policy',
    'agents, roles, frameworks',
    'faster than Mesos 1.9',
    'with nothing to do',
    'satisfy all',
    'in processor time',
    'proposals',
    'nothing to do',
    'pass over all agents for nothing',
    'add agents',
  ];
  return [
    '**Guarantees: LargeAndSmallQuota** (Mesos 1.9: 15.4 s to satisfy all, 13.9 s to decide nothing)',
    table(head, rows),
  ].join('\n\n');
}

function surchargeText(results: readonly SurchargeResult[]): string {
  const rows = results.map(({ policy, roles, surcharge, withoutMs, withMs }) => [
    policy,
    whole(roles),
    spreadText(surcharge, '×'),
    times(withMs),
    times(withoutMs),
  ]);
  return [
    '**What quota costs where it changes nothing: NonQuotaVsQuota**',
    table(['policy', 'roles', 'surcharge', 'with', 'without'], rows),
  ].join('\n\n');
}

function treesText(results: readonly TreeResult[]): string {
  const rows = results.map(({ shape, roles, agents, cycle, add, remove }) => [
    `${shape.height}/${shape.branch}`,
    whole(roles),
    spreadText(cycle.ratio, '×'),
    `${digits(remove.treeMs.median / add.treeMs.median)}×`,
    `${times(cycle.treeMs)}, flat ${duration(cycle.flatMs.median)}`,
    `${times(add.treeMs)}, flat ${duration(add.flatMs.median)}`,
    `${times(remove.treeMs)}, flat ${duration(remove.flatMs.median)}`,
    whole(agents),
  ]);
  const head = [
    'height/branch',
    'roles',
    'cycle, of flat roles',
    'remove, of add',
    'cycle',
    'add allocations',
    'remove allocations',
    'agents',
  ];
  return ['**Trees of roles**', table(head, rows)].join('\n\n');
}

function serviceText(result: ServiceResult): string {
  const { cpuMicros, latencyMs, memory, size: of } = result;
  const rows = [
    ['decisions/s', spreadText(result.decisionsPerSecond)],
    [
      'of C-batch, 100 tasks a message',
      `${spreadText(percent(result.ratioToBatch), '%')} of ${digits(result.batchPerSecond)} tasks/s`,
    ],
    [
      'of C-bidi, one task a message',
      `${spreadText(percent(result.ratioToBidi), '%')} of ${digits(result.bidiPerSecond)} messages/s`,
    ],
    [
      'processor time of a decision',
      `${digits(cpuMicros.allocator)} µs in the allocator, ${digits(cpuMicros.master)} µs in the process that plays the master`,
    ],
    [
      'release to new proposal',
      `p50 ${duration(latencyMs.p50)}, p99 ${duration(latencyMs.p99)} at ${digits(latencyMs.perSecond)} releases/s`,
    ],
    [
      'memory of an agent',
      `${digits(memory.heapBytesPerAgent)} bytes on the heap; the process grows by ${digits(memory.rssBytesPerAgent / 1_024)} KiB`,
    ],
    ['memory of a framework', `${digits(memory.heapBytesPerFramework)} bytes on the heap`],
  ];
  return [
    `**As a service**, two processes, ${size(of.agents, of.frameworks)}, every offer given back at once`,
    table(['', ''], rows),
  ].join('\n\n');
}

function conductText({ size: of, ...result }: ConductResult): string {
  const rows = [
    ['launches/s, of those beside an honest one', spreadText(result.launches, '×')],
    ["the master's processor time of a task, likewise", spreadText(result.masterTime, '×')],
    [
      'launches/s',
      `${spreadText(result.hostilePerSecond)}, beside an honest one ${spreadText(result.honestPerSecond)}`,
    ],
    ['agents sent more than fits', whole(result.overcommitted)],
  ];
  return [
    `**What an allocator costs the launches that promises everything twice**, ${whole(of.agents)} agents, ${whole(of.tasks)} tasks, ${whole(of.pairs)} pairs`,
    table(['', ''], rows),
  ].join('\n\n');
}

function percent({ median, quartiles: [low, high], count }: Spread): Spread {
  return { median: median * 100, quartiles: [low * 100, high * 100], count };
}

function times({ median, quartiles: [low, high] }: Spread): string {
  return `${duration(median)} (${duration(low)} to ${duration(high)})`;
}

function size(agents: number, frameworks: number): string {
  return `${whole(agents)} × ${whole(frameworks)}`;
}

function whole(count: number): string {
  return count.toLocaleString('en-US');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
