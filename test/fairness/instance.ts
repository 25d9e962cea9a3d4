import { Chance } from '../worlds/simulated/chance';

/** Quantities by number of the resource, in whole units. */
export type Amounts = readonly number[];

/** A division problem: machines, and frameworks with endless equal tasks. */
export interface Instance {
  readonly seed: number;
  readonly agents: readonly Amounts[];
  /** What one task of each framework needs. */
  readonly demands: readonly Amounts[];
  /** By framework; all 1 where it is not stated. */
  readonly weights?: readonly number[];
}

/**
 * Kinds of random instances, with 2 to 4 resources, 2 to 50 frameworks and 1 to 200 agents.
 *
 * - `even`: agents are alike and have equally much of everything; every task has the same dominant share. Here what the theory says of
 *   divisible resources holds to within one task.
 * - `single`: one agent, tasks of any size. What the theory says holds to within one task of the framework and one of the largest.
 * - `alike`: agents are alike, tasks of any size: as `single`, on every agent anew, since each keeps a remainder of its own.
 * - `mixed`: agents are of any shape. Dominant shares of the whole cluster say little about a machine of another shape: what the theory says
 *   of divisible resources is counted here, not promised.
 */
export const FAMILIES = ['even', 'single', 'alike', 'mixed'] as const;

/** One of {@link FAMILIES}. */
export type Family = (typeof FAMILIES)[number];

const RESOURCES = { least: 2, most: 4 } as const;
const FRAMEWORKS = { least: 2, most: 50 } as const;
const AGENTS = { least: 1, most: 200 } as const;
const CAPACITY = { least: 10, most: 60 } as const;
const NEED = { least: 1, most: 10 } as const;

/** The instance of a family that belongs to the seed, for ever. Small instances are more frequent than large ones. */
export function instanceOf(family: Family, seed: number): Instance {
  const chance = Chance.of(seed, family);
  const resources = chance.between(RESOURCES.least, RESOURCES.most);
  const frameworks = skewed(chance, FRAMEWORKS);
  const several = { ...AGENTS, least: family === 'even' ? 1 : 2 };
  const count = family === 'single' ? 1 : skewed(chance, several);
  const machine = machineOf(family, resources, chance);
  const agents = Array.from({ length: count }, () =>
    family === 'mixed' ? machineOf(family, resources, chance) : machine,
  );
  const dominant = chance.between(2, NEED.most);
  const demands = Array.from({ length: frameworks }, () => {
    const largest = family === 'even' ? dominant : NEED.most;
    const demand = Array.from({ length: resources }, () => chance.between(NEED.least, largest));
    if (family === 'even') demand[chance.between(0, resources - 1)] = dominant;
    return demand;
  });
  return { seed, agents, demands };
}

/** The instance with the demand of one framework replaced by one that is larger in some resources: its lie. */
export function withLie(instance: Instance): { readonly liar: number; readonly instance: Instance } {
  const chance = Chance.of(instance.seed, 'lie');
  const liar = chance.between(0, instance.demands.length - 1);
  const lie = (instance.demands[liar] ?? []).map((need) => need + (chance.happens(0.5) ? chance.between(0, 5) : 0));
  return { liar, instance: { ...instance, demands: instance.demands.map((need, at) => (at === liar ? lie : need)) } };
}

/** What all agents have together. */
export function totalOf({ agents }: Instance): readonly number[] {
  return agents.reduce<number[]>((sum, agent) => agent.map((amount, at) => amount + (sum[at] ?? 0)), []);
}

/** The dominant share of one task of each framework, weights not considered. */
export function taskShares(instance: Instance): readonly number[] {
  const total = totalOf(instance);
  return instance.demands.map((need) => Math.max(...need.map((amount, at) => amount / (total[at] ?? 1))));
}

function machineOf(family: Family, resources: number, chance: Chance): Amounts {
  const same = chance.between(CAPACITY.least, CAPACITY.most);
  if (family === 'even') return Array.from({ length: resources }, () => same);
  return Array.from({ length: resources }, () => chance.between(CAPACITY.least, CAPACITY.most));
}

/** A number of the range; the larger, the rarer by far, since a large instance costs as much as a thousand small ones. */
function skewed(chance: Chance, { least, most }: { readonly least: number; readonly most: number }): number {
  return Math.min(most, Math.floor(least * ((most + 1) / least) ** (chance.next() ** 3)));
}
