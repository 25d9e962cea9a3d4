import { containsResources } from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';

import { hasLists, listsOf } from './agent-entry';
import type { AgentEntry } from './agent-entry';
import { covers, hasAny } from './quantities';
import type { Quantities, ResourceNames } from './quantities';

/** A group of quantities of which an offer must contain all. */
interface Group {
  readonly quantities: Quantities;
  readonly lists: Resources;
}

/** What an offer must contain at the least: one of the groups; without any group, anything (mesos-semantics §3.9). */
export class Minimum {
  readonly #groups: readonly Group[];

  constructor(groups: readonly Resources[], names: ResourceNames) {
    this.#groups = groups.map((group) => ({ quantities: names.quantitiesOf(group), lists: listsOf(group) }));
  }

  /** Whether what is free on the agent is worth an offer. */
  isReached(agent: AgentEntry): boolean {
    if (!hasAny(agent.free) && !hasLists(agent.freeLists)) return false;
    if (this.#groups.length === 0) return true;
    return this.#groups.some(
      (group) => covers(agent.free, group.quantities) && containsResources(agent.freeLists, group.lists),
    );
  }
}
