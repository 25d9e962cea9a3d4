import { hardwareLine } from '../launch/launch-report';
import type { AllocatorOptions, AllocatorPart, AllocatorSizes } from './allocator-options';
import { QUICK_SIZES } from './allocator-options';
import { runConduct } from './conduct-bench';
import type { ConductResult } from './conduct-bench';
import { runCycles } from './cycle-bench';
import type { CycleResult } from './cycle-bench';
import { measuredAfresh } from './heap-size';
import { runIncremental } from './incremental-bench';
import type { IncrementalResult } from './incremental-bench';
import { runLargeAndSmall, runSurcharge, runTree } from './quota-bench';
import type { QuotaResult, SurchargeResult, TreeResult } from './quota-bench';
import { runReasons } from './reasons-bench';
import type { ReasonsResult } from './reasons-bench';
import { runService } from './service-bench';
import type { ServiceResult } from './service-bench';

/** The policies whose cost is compared, as in Mesos' benchmarks. */
const POLICIES = ['drf', 'random'] as const;
/** Pairs of measurements that are compared one right after the other. */
const PAIRS = 7;

/** Everything that was measured; a part that was not asked for is empty. */
export interface AllocatorReport {
  readonly benchmark: 'allocator';
  readonly hardware: string;
  readonly cycle: readonly CycleResult[];
  readonly reasons: ReasonsResult | undefined;
  readonly incremental: readonly IncrementalResult[];
  readonly quota: readonly QuotaResult[];
  readonly surcharge: readonly SurchargeResult[];
  readonly trees: readonly TreeResult[];
  readonly service: ServiceResult | undefined;
  readonly conduct: ConductResult | undefined;
}

/** Runs the parts that were asked for. `progress` is told what goes on. */
export async function runAllocator(
  { parts, sizes }: AllocatorOptions,
  progress: (line: string) => void,
): Promise<AllocatorReport> {
  const wanted = (part: AllocatorPart): boolean => parts.includes(part);
  // Everything hot is compiled before anything counts.
  for (const size of QUICK_SIZES.cycle) runCycles(size);
  return {
    benchmark: 'allocator',
    hardware: hardwareLine(),
    cycle: wanted('cycle') ? sizes.cycle.map((size) => told(progress, nameOf(size), () => runCycles(size))) : [],
    reasons: wanted('cycle') ? told(progress, 'reasons', () => runReasons(sizes.reasons)) : undefined,
    incremental: wanted('incremental')
      ? sizes.incremental.map((size) => told(progress, `incremental, ${nameOf(size)}`, () => runIncremental(size)))
      : [],
    ...(wanted('quota') ? runQuota(sizes, progress) : { quota: [], surcharge: [], trees: [] }),
    service: wanted('service') ? await runService(sizes.service, progress) : undefined,
    conduct: wanted('conduct') ? await runConduct(sizes.conduct, progress) : undefined,
  };
}

function runQuota(
  sizes: AllocatorSizes,
  progress: (line: string) => void,
): Pick<AllocatorReport, 'quota' | 'surcharge' | 'trees'> {
  const overPolicies = <Result>(
    counts: readonly number[],
    run: (policy: (typeof POLICIES)[number], count: number) => Result,
  ) =>
    POLICIES.flatMap((policy) =>
      counts.map((count) => told(progress, `${policy}, ${count}`, () => run(policy, count))),
    );
  return {
    quota: overPolicies(sizes.quota, (policy, size) => runLargeAndSmall(policy, size, sizes.quotaRuns)),
    surcharge: overPolicies(sizes.surchargeRoles, (policy, roles) => runSurcharge(policy, roles, PAIRS)),
    trees: sizes.trees.map((shape) =>
      told(progress, `tree ${shape.height}/${shape.branch}`, () => runTree(shape, sizes.treeAgents, PAIRS)),
    ),
  };
}

function told<Result>(progress: (line: string) => void, name: string, run: () => Result): Result {
  const began = performance.now();
  const result = measuredAfresh(run);
  progress(`${name}: ${((performance.now() - began) / 1_000).toFixed(1)} s`);
  return result;
}

function nameOf({ agents, frameworks }: { readonly agents: number; readonly frameworks: number }): string {
  return `${agents} agents × ${frameworks} frameworks`;
}
