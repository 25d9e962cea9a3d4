import type { AgentId, FrameworkId } from '@parley/common/kernel';
import {
  NO_RESOURCES,
  addResources,
  chargeable,
  containsResources,
  isEmptyResources,
  subtractItems,
  subtractRanges,
  subtractResources,
  sumResources,
} from '@parley/common/resources';
import type { Range, Resources } from '@parley/common/resources';
import type { Quantities } from '@parley/common/quantities';
import type { Agent } from './agents/agent';
import type { OpenOffer } from './offers/offer';
import { holdsResources } from './tasks/task';
import type { Task } from './tasks/task';

/** Everything one framework holds on one agent for one role; what the allocator mirrors. What is shared is held by nobody: it is always there in whole. */
export interface Holding {
  readonly frameworkId: FrameworkId;
  readonly role: string;
  readonly agentId: AgentId;
  allocated: Resources;
  offered: Resources;
  /** What the role tree was last charged for it. */
  charged: Quantities;
}

/** Who holds, as a key of {@link Agent.holdings}. */
type Holder = { readonly frameworkId: FrameworkId; readonly role: string };

/** The holding of a framework and role on an agent, made on first use. */
export function holdingOf(agent: Agent, holder: Holder): Holding {
  const key = `${holder.frameworkId}\n${holder.role}`;
  const known = agent.holdings.get(key);
  if (known !== undefined) return known;
  const made: Holding = {
    frameworkId: holder.frameworkId,
    role: holder.role,
    agentId: agent.agentId,
    allocated: NO_RESOURCES,
    offered: NO_RESOURCES,
    charged: [],
  };
  agent.holdings.set(key, made);
  return made;
}

/** Forgets a holding of nothing. */
export function dropEmptyHolding(agent: Agent, holding: Holding): void {
  if (isEmptyResources(holding.allocated) && isEmptyResources(holding.offered))
    agent.holdings.delete(`${holding.frameworkId}\n${holding.role}`);
}

/** What of an agent can be promised now, with all that is shared. When the agent shrank below what is in use, nothing of the names concerned. */
export function freeOf(agent: Agent): Resources {
  const held = addResources(agent.used, agent.offered);
  if (containsResources(agent.total, held)) return subtractResources(agent.total, held);
  return clippedDifference(agent.total, held);
}

/** Counts an offer's resources as promised. */
export function holdOffer(agent: Agent, offer: OpenOffer): Holding {
  const holding = holdingOf(agent, offer);
  agent.offers.add(offer);
  const held = chargeable(offer.resources);
  agent.offered = addResources(agent.offered, held);
  holding.offered = addResources(holding.offered, held);
  return holding;
}

/** Gives back what an offer promised. The caller has taken it out of the book: that is what makes it happen exactly once. */
export function releaseOffer(agent: Agent, offer: OpenOffer): Holding {
  const holding = holdingOf(agent, offer);
  agent.offers.delete(offer);
  const held = chargeable(offer.resources);
  agent.offered = subtractResources(agent.offered, held);
  holding.offered = subtractResources(holding.offered, held);
  return holding;
}

/** Counts a task's resources as used. */
export function chargeTask(agent: Agent, task: Task): Holding {
  const holding = holdingOf(agent, task);
  agent.tasks.set(task.launchId, task);
  if (!holdsResources(task)) return holding;
  const held = chargeable(task.resources);
  agent.overlapping ||= overlap(agent.used, held);
  agent.used = addResources(agent.used, held);
  holding.allocated = addResources(holding.allocated, held);
  return holding;
}

/** Frees a task's resources; to be called once, after its state became terminal or it was taken from the agent. */
export function releaseTask(agent: Agent, task: Task): Holding {
  const holding = holdingOf(agent, task);
  const held = chargeable(task.resources);
  if (agent.overlapping) {
    countUsed(agent);
    holding.allocated = allocatedIn(agent, holding);
  } else {
    agent.used = subtractResources(agent.used, held);
    holding.allocated = subtractResources(holding.allocated, held);
  }
  return holding;
}

/** Adds up anew what is in use on an agent: tasks that run and launches of frameworks that are no more. */
export function countUsed(agent: Agent): void {
  agent.used = NO_RESOURCES;
  agent.overlapping = false;
  const tasks = [...agent.tasks.values()].filter(holdsResources).map(({ resources }) => resources);
  for (const resources of [...tasks, ...agent.orphans.values()]) {
    const held = chargeable(resources);
    agent.overlapping ||= overlap(agent.used, held);
    agent.used = addResources(agent.used, held);
  }
}

/** Whether any port or item is in both. Scalars add up, so that they never are. */
function overlap(a: Resources, b: Resources): boolean {
  for (const [name, ranges] of b.ranges) {
    const held = a.ranges.get(name);
    if (held !== undefined && sizeOf(subtractRanges(ranges, held)) < sizeOf(ranges)) return true;
  }
  for (const [name, items] of b.sets) {
    const held = a.sets.get(name);
    if (held !== undefined && subtractItems(items, held).length < items.length) return true;
  }
  return false;
}

function sizeOf(ranges: readonly Range[]): number {
  return ranges.reduce((size, { begin, end }) => size + end - begin + 1, 0);
}

function allocatedIn(agent: Agent, { frameworkId, role }: Holder): Resources {
  const tasks = [...agent.tasks.values()].filter(
    (task) => holdsResources(task) && task.frameworkId === frameworkId && task.role === role,
  );
  return sumResources(tasks.map((task) => chargeable(task.resources)));
}

/** Per name what is left, at least nothing; ranges and sets that overlap what is held are kept back whole, which errs on the safe side. */
function clippedDifference(total: Resources, held: Resources): Resources {
  const scalars = new Map<string, number>();
  for (const [name, milli] of total.scalars) {
    const left = milli - (held.scalars.get(name) ?? 0);
    if (left > 0) scalars.set(name, left);
  }
  const ranges = new Map([...total.ranges].filter(([name]) => !held.ranges.has(name)));
  const sets = new Map([...total.sets].filter(([name]) => !held.sets.has(name)));
  return { scalars, ranges, sets };
}
