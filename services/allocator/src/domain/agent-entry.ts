import type { AgentId } from '@parley/common/kernel';
import { NO_RESOURCES, subtractItems, subtractRanges } from '@parley/common/resources';
import type { Range, Resources } from '@parley/common/resources';

import type { Claim } from './claim-tree';
import type { Quantities } from './quantities';
import type { Refusal } from './refusals';

/** Resources of one agent that one claim has: what the master said it holds, or one open proposal. */
export interface Taking {
  readonly claim: Claim;
  readonly quantities: Quantities;
  /** Ranges and sets only; its scalars are in {@link quantities}. */
  readonly lists: Resources;
}

/** An agent as the session mirrors it. */
export class AgentEntry {
  readonly agentId: AgentId;
  /** False while the master has not described the agent (or removed it); such an entry only keeps what is still charged to it. */
  known = false;
  active = false;
  /** Everything the agent has. */
  total: Quantities = [];
  totalLists: Resources = NO_RESOURCES;
  /** {@link total} without everything taken. Below zero where an agent shrank under what runs on it. */
  readonly free: number[] = [];
  /** What the master said each claim holds here. Bounded by the claims. */
  readonly holdings = new Map<Claim, Taking>();
  /** Proposals that were not answered yet. Bounded by the credits. */
  readonly proposed = new Set<Taking>();
  /** What each claim does not want from here now. Bounded per claim by the refusal book. */
  readonly refusals = new Map<Claim, Refusal[]>();
  #freeLists: Resources | undefined;

  constructor(agentId: AgentId) {
    this.agentId = agentId;
  }

  /** Ranges and sets that nobody has. Kept until {@link listsChanged}. */
  get freeLists(): Resources {
    return (this.#freeLists ??= this.#withoutTaken());
  }

  /** To be called when ranges or sets of the agent, or of anybody who has some, have changed. */
  listsChanged(): void {
    this.#freeLists = undefined;
  }

  #withoutTaken(): Resources {
    const { ranges, sets } = this.totalLists;
    if (ranges.size === 0 && sets.size === 0) return NO_RESOURCES;
    const freeRanges = new Map(ranges);
    const freeSets = new Map(sets);
    for (const taking of [...this.holdings.values(), ...this.proposed]) {
      for (const [name, taken] of taking.lists.ranges) cut<Range>({ from: freeRanges, name }, taken, subtractRanges);
      for (const [name, taken] of taking.lists.sets) cut<string>({ from: freeSets, name }, taken, subtractItems);
    }
    return { scalars: NO_RESOURCES.scalars, ranges: freeRanges, sets: freeSets };
  }
}

/** Whether there are any ranges or sets in `lists`. */
export function hasLists(lists: Resources): boolean {
  return lists.ranges.size > 0 || lists.sets.size > 0;
}

/** The ranges and sets of `from`, without its scalars. */
export function listsOf(from: Resources): Resources {
  if (!hasLists(from)) return NO_RESOURCES;
  return { scalars: NO_RESOURCES.scalars, ranges: from.ranges, sets: from.sets };
}

function cut<Item>(
  at: { readonly from: Map<string, readonly Item[]>; readonly name: string },
  taken: readonly Item[],
  subtract: (a: readonly Item[], b: readonly Item[]) => readonly Item[],
): void {
  const held = at.from.get(at.name);
  if (held === undefined) return;
  const left = subtract(held, taken);
  if (left.length === 0) at.from.delete(at.name);
  else at.from.set(at.name, left);
}
