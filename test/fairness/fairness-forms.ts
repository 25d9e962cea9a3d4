import { fits } from './division';
import type { Division } from './division';
import { taskShares } from './instance';
import type { Instance } from './instance';

/** Two sums of shares that differ by less are equal: shares are quotients. */
const ROUNDING = 1e-9;

/** A rule that a division keeps or breaks; the sentence says who broke it and by how much. */
export type Form = (division: Division) => string | undefined;

/** No agent is promised more than it has. */
export const nothingTwice: Form = ({ left }) => {
  const agent = left.findIndex((amounts) => amounts.some((amount) => amount < 0));
  return agent < 0 ? undefined : `agent ${agent} is left with ${String(left[agent])}`;
};

/** What the allocator remembers is what is true. */
export const booksAgree: Form = ({ misbooked }) => (misbooked.length === 0 ? undefined : misbooked.join(', '));

/** Pareto efficiency, for whole tasks: nobody's task fits into what any agent has left. */
export const nothingIdle: Form = ({ instance, left }) => {
  for (const [framework, need] of instance.demands.entries()) {
    const agent = left.findIndex((amounts) => fits(need, amounts) > 0);
    if (agent >= 0) return `a task of framework ${framework} fits on agent ${agent}`;
  }
  return undefined;
};

/** Sharing incentive to within one task: nobody runs fewer tasks, less one, than alone on its part of every agent. */
export const sharingToOneTask: Form = ({ instance, tasks }) =>
  firstOf(instance, (framework) => {
    const alone = sum(aloneOn(instance, framework));
    const has = tasks[framework] ?? 0;
    return has < alone - 1 ? `framework ${framework} runs ${has}, alone ${alone}` : undefined;
  });

/** Sharing incentive to within one task of its own and one of the largest, on every agent. */
export const sharingToLargestTask: Form = ({ instance, tasks }) => {
  const shares = taskShares(instance);
  const largest = Math.max(...shares);
  return firstOf(instance, (framework) => {
    const share = shares[framework] ?? 0;
    const assured = sum(aloneOn(instance, framework).map((count) => Math.max(0, (count - 1) * share - largest)));
    const has = (tasks[framework] ?? 0) * share;
    return has < assured - ROUNDING ? `framework ${framework} has ${has}, assured ${assured}` : undefined;
  });
};

/** Envy-freeness to within one task: nobody could run more than one task more with what another has. */
export const envyToOneTask: Form = (division) => envyOf(division, 0);

/** Envy-freeness to within one task of its own and, on every agent, one of the other's: the other's bundle counts without it. */
export const envyToOneOfTheOthers: Form = (division) => envyOf(division, 1);

/** In tasks of the largest kind: how much the liar may gain by asking for more than it needs. */
export function gainByLying(truth: Division, lie: Division, liar: number): string | undefined {
  const gained = (lie.tasks[liar] ?? 0) - (truth.tasks[liar] ?? 0);
  return gained > 1 ? `framework ${liar} gains ${gained} tasks` : undefined;
}

/** As {@link gainByLying}, to within one task of its own and one of the largest on every agent. */
export function largeGainByLying(truth: Division, lie: Division, liar: number): string | undefined {
  const shares = taskShares(truth.instance);
  const share = shares[liar] ?? 0;
  const gained = ((lie.tasks[liar] ?? 0) - (truth.tasks[liar] ?? 0) - 1) * share;
  const largest = Math.max(...shares) * truth.instance.agents.length;
  return gained > largest + ROUNDING ? `framework ${liar} gains a share of ${gained}` : undefined;
}

/**
 * On one agent: at every moment, among those that could still be served, weighted dominant shares differ by no more than the largest of
 * one task.
 */
export const balance: Form = ({ instance, order }) => {
  const shares = taskShares(instance).map((share, framework) => share / (instance.weights?.[framework] ?? 1));
  const bound = Math.max(...shares) + ROUNDING;
  const left = [...(instance.agents[0] ?? [])];
  const held = instance.demands.map(() => 0);
  for (const served of order) {
    held[served] = (held[served] ?? 0) + (shares[served] ?? 0);
    for (const [at, need] of (instance.demands[served] ?? []).entries()) left[at] = (left[at] ?? 0) - need;
    const competing = held.filter((_, framework) => fits(instance.demands[framework] ?? [], left) > 0);
    const gap = Math.max(...competing) - Math.min(...competing);
    if (gap > bound) return `shares differ by ${gap}, one task is at most ${bound}`;
  }
  return undefined;
};

/** How many tasks a framework alone could run on its weightless part of each agent. */
function aloneOn({ agents, demands }: Instance, framework: number): readonly number[] {
  const need = demands[framework] ?? [];
  return agents.map((agent) =>
    fits(
      need,
      agent.map((amount) => amount / demands.length),
    ),
  );
}

/** Who could run more than one task more with what another has, of which so many tasks on each agent do not count. */
function envyOf({ instance, tasks, bundles }: Division, forgiven: number): string | undefined {
  return firstOf(instance, (framework) => {
    const need = instance.demands[framework] ?? [];
    const own = tasks[framework] ?? 0;
    for (const [other, bundle] of bundles.entries()) {
      const others = instance.demands[other] ?? [];
      let could = 0;
      for (const count of other === framework ? [] : bundle.values()) could += fits(need, others, count - forgiven);
      if (could > own + 1) return `framework ${framework} runs ${own}, with those of ${other} ${could}`;
    }
    return undefined;
  });
}

function firstOf({ demands }: Instance, judge: (framework: number) => string | undefined): string | undefined {
  for (let framework = 0; framework < demands.length; framework += 1) {
    const sentence = judge(framework);
    if (sentence !== undefined) return sentence;
  }
  return undefined;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
