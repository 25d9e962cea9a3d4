import { covers } from '@parley/common/quantities';
import type { Quantities } from '@parley/common/quantities';
import { equalResources } from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';

import type { AgentEntry } from './agent-entry';
import { containsRest, isNoRest } from './amounts';
import { emptyChain } from './chain';
import { SlotSet } from './slot-set';

/** What is refused, in the forms that the allocator compares. */
export interface Refused {
  readonly plain: Quantities;
  readonly rest: Resources;
}

/** All claims that refuse the same thing on one agent. What it means for what is free there is found out once for all of them. */
export class RefusalGroup {
  /** The claims, by slot. */
  readonly claims = new SlotSet();
  /** One record for each of {@link claims}; owned by the refusal book. */
  readonly records = emptyChain();
  /** What of ranges, sets and qualified scalars was compared last, and what came of it. */
  #comparedRest: Resources | undefined;
  #containsCompared = false;

  constructor(
    readonly agent: AgentEntry,
    /** What tables know the group by. */
    readonly slot: number,
    /** Undefined: the master refused a proposal, and nothing at all is to be proposed. */
    readonly refused: Refused | undefined,
  ) {}

  /** Whether everything that is free on the agent is part of what is refused. */
  get blocksAll(): boolean {
    return this.blocks(this.agent.free, this.agent.freeRest);
  }

  /** Whether an offer of so much would be part of what is refused. */
  blocks(plain: Quantities, rest: Resources): boolean {
    return this.refused === undefined || (covers(this.refused.plain, plain) && this.#containsRest(this.refused, rest));
  }

  /** Whether the group is about exactly that. */
  isAbout(refused: Refused | undefined): boolean {
    if (this.refused === undefined || refused === undefined) return this.refused === refused;
    const { plain, rest } = this.refused;
    return covers(plain, refused.plain) && covers(refused.plain, plain) && isSameRest(rest, refused.rest);
  }

  #containsRest(refused: Refused, rest: Resources): boolean {
    if (isNoRest(rest)) return true;
    if (this.#comparedRest !== rest) {
      this.#comparedRest = rest;
      this.#containsCompared = containsRest(refused.rest, rest);
    }
    return this.#containsCompared;
  }
}

function isSameRest(a: Resources, b: Resources): boolean {
  return a === b || (isNoRest(a) && isNoRest(b)) || equalResources(a, b);
}
