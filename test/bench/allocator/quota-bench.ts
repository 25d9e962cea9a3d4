import type { AllocatorDown, Quota } from '@parley/common/contract';
import { NO_RESOURCES } from '@parley/common/resources';
import { BenchMaster } from './bench-master';
import { NO_QUOTA, agentItem, frameworkItem, heldItem, roleItem, scalars } from './bench-clusters';
import { EngineSession } from './engine-session';
import type { PolicyName, Work } from './engine-session';
import { processorTime, spreadOf, timed } from './spread';
import type { Spread } from './spread';

const CREDITS = 100_000;
const SAFETY_PASS_MS = 1_000;
const IDLE_CYCLES = 2_000;
const IDLE_PASSES = 5;

/** What one run of Mesos' LargeAndSmallQuota gave. */
export interface QuotaRun {
  readonly addAgentsMs: number;
  /** Adding the frameworks and the cycle that satisfies every guarantee. */
  readonly satisfyMs: number;
  /** The same in processor time. */
  readonly satisfyProcessorMs: number;
  readonly proposals: number;
  /** Roles whose guarantee is not reached at the end. */
  readonly unsatisfied: number;
  /** A cycle with nothing to do. */
  readonly idleMs: number;
  /** A pass over all agents that finds nothing to propose. */
  readonly idlePassMs: number;
  readonly work: Work;
}

/** LargeAndSmallQuota of a size, some times over. */
export interface QuotaResult {
  readonly policy: PolicyName;
  readonly size: number;
  readonly runs: readonly QuotaRun[];
}

/**
 * Mesos' LargeAndSmallQuota: as many agents of 2 CPUs as roles with one framework each. Of three roles two are guaranteed half an agent and one
 * is guaranteed two, so that the guarantees are all there is.
 */
export function runLargeAndSmall(policy: PolicyName, size: number, runs: number): QuotaResult {
  return { policy, size, runs: Array.from({ length: runs }, () => largeAndSmall(policy, size)) };
}

function largeAndSmall(policy: PolicyName, size: number): QuotaRun {
  const session = new EngineSession({ policy });
  const master = new BenchMaster(session);
  const small = quotaOf(1, 1_024, 1_024);
  const large = quotaOf(4, 4_096, 4_096);
  const numbers = Array.from({ length: size }, (_, at) => at);
  const quotaAt = (at: number): Quota => (at % 3 === 2 ? large : small);
  session.begin(
    numbers.map((at) => roleItem(roleAt(at), quotaAt(at))),
    CREDITS,
  );
  session.cycle();
  const addAgentsMs = timed(() => {
    master.tell(numbers.map((at) => agentItem(at, scalars([2, 2_048, 2_048]))));
    session.cycle();
  });
  session.takeWork();
  const held = new Map<string, number>();
  let proposals = 0;
  const satisfy = (): void => {
    master.tell(numbers.map((at) => frameworkItem(at, roleAt(at))));
    for (const { role, resources } of session.cycle()) {
      proposals += 1;
      held.set(role, (held.get(role) ?? 0) + (resources.scalars.get('cpus') ?? 0));
    }
  };
  let satisfyMs = 0;
  const satisfyProcessorMs = processorTime(() => {
    satisfyMs = timed(satisfy);
  });
  const work = session.takeWork();
  const unsatisfied = numbers.filter(
    (at) => (held.get(roleAt(at)) ?? 0) < (quotaAt(at).guarantee.get('cpus') ?? 0),
  ).length;
  const idleMs = session.idle(IDLE_CYCLES).ms / IDLE_CYCLES;
  const passes = Array.from({ length: IDLE_PASSES }, () => {
    session.advance(SAFETY_PASS_MS);
    return timed(() => session.cycle());
  });
  const idlePassMs = spreadOf(passes).median;
  return { addAgentsMs, satisfyMs, satisfyProcessorMs, proposals, unsatisfied, idleMs, idlePassMs, work };
}

/** What quota costs where it changes nothing. */
export interface SurchargeResult {
  readonly policy: PolicyName;
  readonly roles: number;
  readonly withoutMs: Spread;
  readonly withMs: Spread;
  /** Pair by pair, one right after the other. */
  readonly surcharge: Spread;
}

/** Mesos' NonQuotaVsQuota: two agents and two frameworks for each role, once without quota and once with quotas that are no hindrance. */
export function runSurcharge(policy: PolicyName, roles: number, pairs: number): SurchargeResult {
  const measured = Array.from({ length: pairs }, () => [
    surchargeRun(policy, roles, NO_QUOTA),
    surchargeRun(policy, roles, quotaOf(4, 4_096, 4_096)),
  ]);
  const without = measured.map(([first = 0]) => first);
  const withQuota = measured.map(([, second = 0]) => second);
  return {
    policy,
    roles,
    withoutMs: spreadOf(without),
    withMs: spreadOf(withQuota),
    surcharge: spreadOf(withQuota.map((ms, at) => ms / (without[at] ?? ms))),
  };
}

function surchargeRun(policy: PolicyName, roles: number, quota: Quota): number {
  const session = new EngineSession({ policy });
  const items: AllocatorDown[] = [];
  for (let at = 0; at < roles; at += 1) items.push(roleItem(roleAt(at), quota));
  for (let at = 0; at < 2 * roles; at += 1) items.push(agentItem(at, scalars([2, 2_048, 2_048])));
  for (let at = 0; at < 2 * roles; at += 1) items.push(frameworkItem(at, roleAt(at % roles)));
  session.begin(items, CREDITS);
  return timed(() => {
    const made = session.cycle().length;
    if (made !== 2 * roles) throw new Error(`${made} of ${2 * roles} agents were proposed`);
  });
}

/** A tree of roles: so many levels, so many children each. */
export interface TreeShape {
  readonly height: number;
  readonly branch: number;
}

/** What a tree of roles costs against as many roles side by side. */
export interface TreeResult {
  readonly shape: TreeShape;
  readonly roles: number;
  readonly agents: number;
  readonly cycle: Paired;
  /** Taking in one allocation on every agent. */
  readonly add: Paired;
  /** Taking them out again. */
  readonly remove: Paired;
}

/** The same on the tree and on the flat roles, in milliseconds, and the ratio pair by pair. */
export interface Paired {
  readonly treeMs: Spread;
  readonly flatMs: Spread;
  readonly ratio: Spread;
}

/** Mesos' HierarchyFullSort: a framework in every role of the tree, inner ones too. */
export function runTree(shape: TreeShape, agents: number, pairs: number): TreeResult {
  const names = treeNames(shape);
  const flat = names.map((_, at) => roleAt(at));
  const measured = Array.from({ length: pairs }, () => ({ tree: sortRun(names, agents), flat: sortRun(flat, agents) }));
  const paired = (pick: (run: SortRun) => number): Paired => ({
    treeMs: spreadOf(measured.map(({ tree }) => pick(tree))),
    flatMs: spreadOf(measured.map((pair) => pick(pair.flat))),
    ratio: spreadOf(measured.map((pair) => pick(pair.tree) / pick(pair.flat))),
  });
  const [cycle, add, remove] = [
    paired((run) => run.cycleMs),
    paired((run) => run.addMs),
    paired((run) => run.removeMs),
  ];
  return { shape, roles: names.length, agents, cycle, add, remove };
}

interface SortRun {
  readonly cycleMs: number;
  readonly addMs: number;
  readonly removeMs: number;
}

/** Allocations on every agent come and go, then everything is offered. */
function sortRun(roles: readonly string[], agents: number): SortRun {
  const session = new EngineSession();
  const items: AllocatorDown[] = [];
  for (let at = 0; at < agents; at += 1) items.push(agentItem(at, scalars([2, 2_048, 2_048])));
  for (const [at, role] of roles.entries()) items.push(frameworkItem(at, role, { suppressed: true }));
  session.begin(items, CREDITS);
  session.cycle();
  const allocated = scalars([1, 1_024, 0]);
  const held = (amount: typeof allocated): readonly AllocatorDown[] =>
    Array.from({ length: agents }, (_, at) => {
      const framework = at % roles.length;
      return heldItem(at, framework, { role: roles[framework] ?? '', allocated: amount });
    });
  const [coming, going] = [held(allocated), held(NO_RESOURCES)];
  const addMs = timed(() => session.tell(coming));
  const removeMs = timed(() => session.tell(going));
  session.tell(roles.map((role, at) => frameworkItem(at, role)));
  const cycleMs = timed(() => {
    const made = session.cycle().length;
    if (made !== agents) throw new Error(`${made} of ${agents} agents were proposed`);
  });
  return { cycleMs, addMs, removeMs };
}

/** Every role of a tree but its root. */
function treeNames({ height, branch }: TreeShape): readonly string[] {
  const names: string[] = [];
  let level = [''];
  for (let depth = 1; depth < height; depth += 1) {
    level = level.flatMap((parent) =>
      Array.from({ length: branch }, (_, child) => (parent === '' ? `n${child}` : `${parent}/n${child}`)),
    );
    names.push(...level);
  }
  return names;
}

function roleAt(at: number): string {
  return `role-${String(at).padStart(5, '0')}`;
}

function quotaOf(cpus: number, mem: number, disk: number): Quota {
  const amounts = new Map([
    ['cpus', cpus * 1_000],
    ['mem', mem * 1_000],
    ['disk', disk * 1_000],
  ]);
  return { guarantee: amounts, limit: amounts };
}
