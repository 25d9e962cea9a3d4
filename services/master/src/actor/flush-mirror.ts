import type { AllocatorAgent, AllocatorDown, AllocatorFramework, FrameworkRole } from '@parley/common/contract';
import { after } from '@parley/common/kernel';
import type { AgentId, MonotonicMs } from '@parley/common/kernel';
import { chargeable, containsResources, NO_RESOURCES, subtractResources, sumResources } from '@parley/common/resources';
import type { Agent } from '../domain/agents/agent';
import { standingOf } from '../domain/agents/standing';
import { dropEmptyHolding } from '../domain/allocation';
import type { Holding } from '../domain/allocation';
import { bucketOf, isOfferedTo } from '../domain/frameworks/framework';
import type { Framework } from '../domain/frameworks/framework';
import { settingsOf } from '../domain/frameworks/offer-rules';
import type { FilterBucket } from '../domain/offers/filters';
import { allocatorRole } from '../domain/roles/role-settings';
import type { Term } from './term';

/** Entities that are told in one slice, a few milliseconds of work; more wait for the next. */
const ENTITIES_PER_SLICE = 400;
/** A framework counts as so many: what it says of itself, its demand and its constraints come to as much. */
const FRAMEWORK_COUNTS = 10;
/** So many frameworks that are looked at for what they refuse count as one entity. */
const LOOKED_AT_COUNTS = 100;
/** Pause between slices, which leaves the loop to pings and launches. */
const PAUSE_MS = 1;
/** Pause while the allocator has to read what it was told. */
export const BEHIND_PAUSE_MS = 5;

/** What was told in a slice. */
export interface Flushed {
  readonly entities: number;
  /** Whether something is left. */
  readonly more: boolean;
}

/** Tells the allocator what changed, in an order in which every entity is known before it is spoken of, as much as one slice takes; nothing while `isBehind`. */
export function flushMirror(
  term: Term,
  link: { readonly send: (item: AllocatorDown) => void; readonly isBehind: boolean },
): Flushed {
  const { mirror, at } = term;
  if (mirror.isDrained()) return { entities: 0, more: false };
  // Whoever sends much does not make the snapshot go faster.
  if (mirror.pausedUntil !== undefined && at.now < mirror.pausedUntil) return { entities: 0, more: true };
  const slice = new Slice(link.send);
  if (!link.isBehind) tellSlice(term, slice);
  const more = !mirror.isDrained();
  mirror.pausedUntil = more ? after(at.now, link.isBehind ? BEHIND_PAUSE_MS : PAUSE_MS) : undefined;
  if (mirror.pausedUntil !== undefined) term.timers.slices.set('mirror', mirror.pausedUntil);
  return { entities: slice.entities, more };
}

/** What one slice has told. */
class Slice {
  entities = 0;
  /** How many entities more it takes. */
  left = ENTITIES_PER_SLICE;
  readonly #send: (item: AllocatorDown) => void;

  constructor(send: (item: AllocatorDown) => void) {
    this.#send = send;
  }

  readonly tell = (item: AllocatorDown): void => {
    this.#send(item);
    this.left -= item.item === 'framework' ? FRAMEWORK_COUNTS : 1;
    if (isEntity(item)) this.entities += 1;
  };

  /** Tells, and takes out, as many as there is room for. */
  drain<Item>(items: Set<Item>, tell: (item: Item) => void): void {
    for (const item of items) {
      if (this.left <= 0) return;
      items.delete(item);
      tell(item);
    }
  }

  /** The same with what is walked; true when the end was reached. */
  walk<Item>(items: Iterator<Item>, tell: (item: Item) => void): boolean {
    while (this.left > 0) {
      const next = items.next();
      if (next.done === true) return true;
      tell(next.value);
    }
    return false;
  }
}

function tellSlice(term: Term, slice: Slice): void {
  const { mirror, cluster } = term;
  const { tell } = slice;
  slice.drain(mirror.roles, (role) => tell({ item: 'role', ...allocatorRole(cluster, role) }));
  // What went and came back at once is told anew as a whole.
  for (const agentId of mirror.removedAgents) {
    if (cluster.agents.get(agentId)?.mirrored !== true) continue;
    mirror.removedAgents.delete(agentId);
    tell({ item: 'agent-removed', agentId });
  }
  slice.drain(mirror.frameworks, (framework) => tell({ item: 'framework', framework: mirroredFramework(framework) }));
  tellUntold(term, slice);
  slice.drain(mirror.agents, (agent) => tellAgent(term, slice, agent));
  for (const item of mirror.filterItems.splice(0, Math.max(0, slice.left))) tell(item);
  slice.drain(mirror.holdings, (holding) => {
    const agent = cluster.agents.get(holding.agentId);
    if (agent?.mirrored === true) tellHolding(slice, agent, holding);
  });
  slice.drain(mirror.removedAgents, (agentId) => tell({ item: 'agent-removed', agentId }));
  slice.drain(mirror.removedFrameworks, (frameworkId) => tell({ item: 'framework-removed', frameworkId }));
}

/** Goes on with what a snapshot has yet to come to. */
function tellUntold(term: Term, slice: Slice): void {
  const { mirror } = term;
  if (mirror.untold === undefined) return;
  const { agents, buckets } = mirror.untold;
  const toldAgents = slice.walk(agents, (agent) => {
    if (!agent.mirrored) return;
    mirror.agents.delete(agent);
    for (const holding of agent.holdings.values()) mirror.holdings.add(holding);
    tellAgent(term, slice, agent);
  });
  if (!toldAgents) return;
  const toldBuckets = slice.walk(buckets, (bucket) => {
    tellFilters(bucket, term.at.now, slice.tell);
  });
  if (toldBuckets) mirror.untold = undefined;
}

/** Tells an agent together with what changed of what is held there: it never seems to be free. Of one that came back, also with what is refused of it. */
function tellAgent(term: Term, slice: Slice, agent: Agent): void {
  const { mirror } = term;
  slice.tell({ item: 'agent', agent: mirroredAgent(agent) });
  for (const holding of agent.holdings.values())
    if (mirror.holdings.delete(holding)) tellHolding(slice, agent, holding);
  if (mirror.arrived.delete(agent))
    slice.left -= Math.ceil(tellRefusalsOf(term, agent.agentId, slice.tell) / LOOKED_AT_COUNTS);
}

function tellHolding(slice: Slice, agent: Agent, holding: Holding): void {
  const { frameworkId, role, agentId, allocated, offered } = holding;
  slice.tell({ item: 'allocation', allocation: { frameworkId, role, agentId, allocated, offered } });
  dropEmptyHolding(agent, holding);
}

/** Tells every refusal of a bucket that holds now. */
export function tellFilters(bucket: FilterBucket, now: MonotonicMs, tell: (item: AllocatorDown) => void): void {
  const { frameworkId, role, agentId } = bucket;
  for (const { refused, until } of bucket.filters) {
    if (until > now)
      tell({ item: 'filter', filter: { frameworkId, role, agentId, refused, remainingMs: until - now } });
  }
}

/** Tells everything that is refused of an agent now; returns how many frameworks it had to look at. */
export function tellRefusalsOf(
  { cluster, timers, at }: Term,
  agentId: AgentId,
  tell: (item: AllocatorDown) => void,
): number {
  // Each bucket has a timer.
  if (timers.filters.size === 0) return 0;
  for (const framework of cluster.frameworks.values()) {
    if (!framework.mirrored || framework.filters.size === 0) continue;
    for (const role of framework.info.roles) {
      const bucket = bucketOf(framework, role, agentId);
      if (bucket !== undefined) tellFilters(bucket, at.now, tell);
    }
  }
  return cluster.frameworks.size;
}

/** Whether it says something about an entity, as the count at the end of a snapshot has it; what removes or clears does not count. */
function isEntity({ item }: AllocatorDown): boolean {
  return item === 'role' || item === 'agent' || item === 'framework' || item === 'allocation' || item === 'filter';
}

/** An agent as the session is told of it. What launches of frameworks that are no more still hold belongs to nobody the allocator knows: it is left out of what there is. */
export function mirroredAgent(agent: Agent): AllocatorAgent {
  const { agentId, info, total } = agent;
  const { hostname, attributes, domain } = info;
  const orphaned = sumResources([...agent.orphans.values()].map(chargeable));
  const left = containsResources(total, orphaned) ? subtractResources(total, orphaned) : NO_RESOURCES;
  return { agentId, hostname, total: left, attributes, domain, standing: standingOf(agent) };
}

function mirroredFramework(framework: Framework): AllocatorFramework {
  const { frameworkId, info, suppressed, demands } = framework;
  const roles = info.roles.map((role): FrameworkRole => {
    const settings = settingsOf(info, role);
    return {
      role,
      suppressed: suppressed.has(role),
      demand: demands.get(role),
      minAllocatable: settings?.minAllocatable,
      constraintGroups: settings?.constraintGroups ?? [],
    };
  });
  return { frameworkId, roles, capabilities: info.capabilities, active: isOfferedTo(framework) };
}
