import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ALLOCATOR_PARTS, QUICK_SIZES, readAllocatorOptions } from './allocator/allocator-options';
import { agentItem, declineCluster, frameworkItem, scalars } from './allocator/bench-clusters';
import { BenchMaster } from './allocator/bench-master';
import { offeringRounds, runCycles } from './allocator/cycle-bench';
import { EngineSession } from './allocator/engine-session';
import { HeapCeiling } from './allocator/heap-ceiling';
import { runIncremental } from './allocator/incremental-bench';
import { withReport } from './allocator/performance-page';
import { runLargeAndSmall, runSurcharge, runTree } from './allocator/quota-bench';
import type { AllocatorReport } from './allocator/run-allocator';
import { growthExponent, spreadOf } from './allocator/spread';

const PROGRAM = join(__dirname, '..', 'dist', 'bench', 'main.js');
const CREDITS = 10_000;

const run = promisify(execFile);

describe('the benchmark of the allocator: work, not time', () => {
  test('given every agent free, when frameworks decline for ever, then each round offers every agent once until all have declined, and then nothing', () => {
    const [size] = QUICK_SIZES.cycle;
    const { rounds, filtered } = runCycles(size!);

    const { agents, frameworks } = size!;
    expect(rounds.slice(0, frameworks).map(({ work }) => work.proposed)).toEqual(
      Array.from({ length: frameworks }, () => agents),
    );
    expect(rounds.slice(frameworks).map(({ work }) => work.proposed)).toEqual(rounds.slice(frameworks).map(() => 0));
    expect(filtered.competing).toBe(frameworks);
    expect(filtered.work.proposed).toBe(0);
  });

  test('given refusals that pile up, when rounds go on, then a later round looks at no more agents than the first and offers as many', () => {
    const result = runCycles({ agents: 200, frameworks: 20, rounds: 20, pairsMax: 1 });

    const looks = offeringRounds(result).map(({ work }) => work.considered);
    expect(looks).toHaveLength(20);
    expect(Math.max(...looks)).toBeLessThanOrEqual(2 * (looks[0] ?? 0));
  });

  test('given a settled cluster, when k agents change, then as many are looked at, whatever the size of the cluster, and none when nothing changed', () => {
    const looksAt = (agents: number): readonly number[] => {
      const { rows, idle } = runIncremental({ agents, frameworks: 10, changed: [1, 10], rounds: 2, fullRounds: 1 });
      return [...rows.map(({ work }) => work.considered), idle.work.considered];
    };

    const small = looksAt(100);
    expect(looksAt(1_000)).toEqual(small);
    expect(Math.max(...small)).toBeLessThanOrEqual(20);
    expect(small.at(-1)).toBe(0);
  });

  test('given a hundred frameworks, when agents are offered one by one, then the comparisons for each grow as their logarithm', () => {
    const session = new EngineSession({ counting: true });
    const cluster = declineCluster(1_000, 100);
    session.begin(cluster.items, CREDITS);
    session.takeWork();

    const proposals = session.cycle();

    expect(proposals).toHaveLength(1_000);
    expect(session.takeWork().comparisons / 1_000).toBeLessThan(4 * Math.log2(100));
  });

  test('given offers that are launched on, when everything is in use, then nothing is proposed again', () => {
    const session = new EngineSession();
    const master = new BenchMaster(session);
    session.begin(
      [frameworkItem(1, '*'), agentItem(1, scalars([2, 2_048, 2_048])), agentItem(2, scalars([2, 2_048, 2_048]))],
      CREDITS,
    );

    master.launch(session.cycle());

    expect(session.cycle()).toEqual([]);
  });

  test.each(['drf', 'random'] as const)(
    'given guarantees that are all there is, when frameworks come, then %s satisfies every one',
    (policy) => {
      const { runs } = runLargeAndSmall(policy, 30, 1);

      expect(runs.map(({ unsatisfied }) => unsatisfied)).toEqual([0]);
    },
  );

  test('given quotas that hinder nobody, and trees of roles, when they are measured, then the result is the same as without', () => {
    expect(runSurcharge('drf', 10, 1).surcharge.count).toBe(1);
    expect(runTree({ height: 4, branch: 2 }, 50, 1)).toMatchObject({ roles: 14, agents: 50 });
  });

  test('given the toy that is the ceiling, when it runs a cycle, then it offers every agent', () => {
    expect(new HeapCeiling(100, 7).cycle().offers).toBe(100);
  });
});

describe('what the benchmark makes of its measurements', () => {
  test('given times that grow as the size, when the exponent is asked for, then it is one', () => {
    expect(
      growthExponent([
        [1, 2],
        [10, 20],
        [100, 200],
      ]),
    ).toBeCloseTo(1, 9);
    expect(
      growthExponent([
        [1, 1],
        [10, 100],
      ]),
    ).toBeCloseTo(2, 9);
  });

  test('given some measurements, when they are summed up, then middle and quarter points are told', () => {
    expect(spreadOf([5, 1, 2, 4, 3])).toEqual({ median: 3, quartiles: [2, 4], count: 5 });
  });

  test('given a page with marks, when a report is put in, then what stood between the marks is replaced', () => {
    const page =
      'before\n<!-- allocator: printed by npm run bench -- allocator --write-docs -->\nold\n<!-- /allocator -->\nafter\n';

    const written = withReport(page, 'new');

    expect(written).toContain('-->\n\nnew\n\n<!-- /allocator -->\nafter\n');
    expect(written).not.toContain('old');
    expect(withReport(written, 'new')).toBe(written);
  });

  test('given the command line, when the page is to be written from a part or from small clusters, then that is refused with the remedy', () => {
    expect(readAllocatorOptions(['cycle'], ['--write-docs'])).toMatchObject({ ok: false });
    expect(readAllocatorOptions(ALLOCATOR_PARTS, ['--write-docs', '--quick'])).toMatchObject({ ok: false });
    expect(readAllocatorOptions(['cycle'], ['--fast'])).toMatchObject({ ok: false });
  });
});

describe('npm run bench -- allocator', () => {
  test('given a quick run, when it ends, then one JSON object with every part is printed', async () => {
    const { stdout } = await run(process.execPath, [PROGRAM, 'allocator', '--quick', '--json']);
    const report = JSON.parse(stdout) as AllocatorReport;

    const measured = expect.any(Number) as number;
    expect(report).toMatchObject({ benchmark: 'allocator', hardware: expect.stringContaining('Node') as string });
    expect([report.cycle.length, report.incremental.length, report.quota.length, report.trees.length]).toEqual([
      2, 2, 2, 1,
    ]);
    expect(report.service).toMatchObject({ decisionsPerSecond: { median: measured }, latencyMs: { p99: measured } });
    expect(report.conduct).toMatchObject({ launches: { median: measured }, overcommitted: 0 });
  }, 120_000);
});
