import { parseArgs } from 'node:util';
import type { ConductSize } from './conduct-bench';
import type { CycleSize } from './cycle-bench';
import type { IncrementalSize } from './incremental-bench';
import type { TreeShape } from './quota-bench';
import type { ReasonsSize } from './reasons-bench';
import type { ServiceSize } from './service-bench';

/** The parts of the allocator's benchmark, each of which can run alone. */
export const ALLOCATOR_PARTS = ['cycle', 'incremental', 'quota', 'service', 'conduct'] as const;

/** One of {@link ALLOCATOR_PARTS}. */
export type AllocatorPart = (typeof ALLOCATOR_PARTS)[number];

/** What is asked of the allocator's benchmark. */
export interface AllocatorOptions {
  readonly parts: readonly AllocatorPart[];
  readonly sizes: AllocatorSizes;
  readonly json: boolean;
  /** Whether the tables go into docs/performance.md. */
  readonly writeDocs: boolean;
}

/** How large everything is. */
export interface AllocatorSizes {
  readonly cycle: readonly CycleSize[];
  readonly reasons: ReasonsSize;
  /** The large cluster, and the small one that shows whether its size matters. */
  readonly incremental: readonly IncrementalSize[];
  readonly quota: readonly number[];
  readonly quotaRuns: number;
  readonly surchargeRoles: readonly number[];
  readonly trees: readonly TreeShape[];
  readonly treeAgents: number;
  readonly service: ServiceSize;
  readonly conduct: ConductSize;
}

/** What a wrong flag is answered with. */
export const ALLOCATOR_USAGE = `usage: npm run bench -- allocator [--quick] [--json] [--write-docs]
       npm run bench -- allocator-cycle | allocator-incremental | allocator-quota | allocator-service | allocator-conduct

Measures the allocator: alone in this process, with the least that a fair allocation can cost in the same runtime beside it, and as a
service, with the least that its transport can cost beside it.
  --quick        small clusters, a few seconds, to see that it works
  --json         print one JSON object and nothing else
  --write-docs   put the tables into docs/performance.md (all parts, not with --quick)`;

const FULL: AllocatorSizes = {
  cycle: [
    { agents: 1_000, frameworks: 100, rounds: 200, pairsMax: 4_000_000 },
    { agents: 5_000, frameworks: 500, rounds: 250, pairsMax: 4_000_000 },
    { agents: 10_000, frameworks: 1_000, rounds: 15, pairsMax: 4_000_000 },
    { agents: 20_000, frameworks: 2_000, rounds: 15, pairsMax: 4_000_000 },
    { agents: 50_000, frameworks: 6_000, rounds: 9, pairsMax: 4_000_000 },
  ],
  reasons: { agents: 2_000, frameworks: 80, pairs: 201 },
  incremental: [
    { agents: 50_000, frameworks: 1_000, changed: [1, 10, 100, 1_000], rounds: 15, fullRounds: 5 },
    { agents: 5_000, frameworks: 1_000, changed: [1, 10, 100, 1_000], rounds: 15, fullRounds: 5 },
  ],
  quota: [30, 300, 3_000],
  quotaRuns: 5,
  surchargeRoles: [10, 100, 1_000],
  trees: [
    { height: 3, branch: 32 },
    { height: 7, branch: 3 },
    { height: 10, branch: 2 },
  ],
  treeAgents: 10_000,
  service: {
    agents: 2_000,
    frameworks: 200,
    rounds: 5,
    roundMs: 3_000,
    ceilingMs: 1_000,
    memory: { agents: 50_000, frameworks: 6_000 },
  },
  conduct: { pairs: 3, agents: 500, tasks: 30_000, ceilingMs: 300, halfLoadMs: 1_000 },
};

/** Sizes of a few seconds in all, which only show that everything runs. */
export const QUICK_SIZES: AllocatorSizes = {
  cycle: [
    { agents: 100, frameworks: 10, rounds: 22, pairsMax: 1_000 },
    { agents: 500, frameworks: 50, rounds: 10, pairsMax: 2_500 },
  ],
  reasons: { agents: 100, frameworks: 6, pairs: 5 },
  incremental: [
    { agents: 500, frameworks: 20, changed: [1, 10], rounds: 3, fullRounds: 2 },
    { agents: 100, frameworks: 20, changed: [1, 10], rounds: 3, fullRounds: 2 },
  ],
  quota: [30],
  quotaRuns: 1,
  surchargeRoles: [10],
  trees: [{ height: 4, branch: 2 }],
  treeAgents: 100,
  service: {
    agents: 100,
    frameworks: 10,
    rounds: 1,
    roundMs: 100,
    ceilingMs: 50,
    memory: { agents: 200, frameworks: 20 },
  },
  conduct: { pairs: 1, agents: 20, tasks: 200, ceilingMs: 50, halfLoadMs: 100 },
};

/** The options, or sentences that say what is wrong with them. */
export type AllocatorOptionsRead =
  | { readonly ok: true; readonly options: AllocatorOptions }
  | { readonly ok: false; readonly faults: readonly string[] };

/** The parts that a name of the command line means; undefined when it is another benchmark's. */
export function partsOf(name: string): readonly AllocatorPart[] | undefined {
  if (name === 'allocator') return ALLOCATOR_PARTS;
  const part = ALLOCATOR_PARTS.find((known) => name === `allocator-${known}`);
  return part === undefined ? undefined : [part];
}

/** Reads the flags that follow the name. */
export function readAllocatorOptions(parts: readonly AllocatorPart[], argv: readonly string[]): AllocatorOptionsRead {
  const flag = { type: 'boolean', default: false } as const;
  try {
    const options = { quick: flag, json: flag, 'write-docs': flag };
    const { quick, json, 'write-docs': writeDocs } = parseArgs({ args: [...argv], options, strict: true }).values;
    if (writeDocs && (quick || parts.length < ALLOCATOR_PARTS.length)) {
      const fault = '--write-docs: the page has the tables of all parts at full size; use it with `allocator` alone';
      return { ok: false, faults: [fault] };
    }
    return { ok: true, options: { parts, sizes: quick ? QUICK_SIZES : FULL, json, writeDocs } };
  } catch (error) {
    return { ok: false, faults: [error instanceof Error ? error.message : String(error)] };
  }
}
