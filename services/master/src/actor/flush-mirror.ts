import type { AllocatorAgent, AllocatorDown, AllocatorFramework, FrameworkRole } from '@parley/common/contract';
import { after } from '@parley/common/kernel';
import type { MonotonicMs } from '@parley/common/kernel';
import { chargeable, containsResources, NO_RESOURCES, subtractResources, sumResources } from '@parley/common/resources';
import type { Agent } from '../domain/agents/agent';
import { standingOf } from '../domain/agents/standing';
import { dropEmptyHolding } from '../domain/allocation';
import { isOfferedTo } from '../domain/frameworks/framework';
import type { Framework } from '../domain/frameworks/framework';
import { settingsOf } from '../domain/frameworks/offer-rules';
import type { FilterBucket } from '../domain/offers/filters';
import { allocatorRole } from '../domain/roles/role-settings';
import type { Term } from './term';

/** Entities that are told in one slice; more wait for the next. */
const ENTITIES_PER_SLICE = 2_000;
const PAUSE_MS = 1;

/** Tells the allocator what changed, in an order in which every entity is known before it is spoken of. Says how many entities were told, and whether some are left. */
export function flushMirror(
  term: Term,
  send: (item: AllocatorDown) => void,
): { readonly entities: number; readonly more: boolean } {
  const { mirror } = term;
  let sent = 0;
  let entities = 0;
  const tell = (item: AllocatorDown): void => {
    send(item);
    sent += 1;
    if (isEntity(item)) entities += 1;
  };
  const room = (): boolean => sent < ENTITIES_PER_SLICE;
  drain(mirror.roles, room, (role) => tell({ item: 'role', ...allocatorRole(term.cluster, role) }));
  // What went and came back at once is told anew as a whole.
  for (const agentId of mirror.removedAgents) {
    if (term.cluster.agents.get(agentId)?.mirrored !== true) continue;
    mirror.removedAgents.delete(agentId);
    tell({ item: 'agent-removed', agentId });
  }
  drain(mirror.agents, room, (agent) => tell({ item: 'agent', agent: mirroredAgent(agent) }));
  drain(mirror.frameworks, room, (framework) => tell({ item: 'framework', framework: mirroredFramework(framework) }));
  drain(mirror.buckets, room, (bucket) => {
    tellFilters(bucket, term.at.now, tell);
  });
  for (const item of mirror.filterItems) tell(item);
  mirror.filterItems = [];
  drain(mirror.holdings, room, (holding) => {
    const agent = term.cluster.agents.get(holding.agentId);
    if (agent?.mirrored !== true) return;
    const { frameworkId, role, agentId, allocated, offered } = holding;
    tell({ item: 'allocation', allocation: { frameworkId, role, agentId, allocated, offered } });
    dropEmptyHolding(agent, holding);
  });
  drain(mirror.removedAgents, room, (agentId) => tell({ item: 'agent-removed', agentId }));
  drain(mirror.removedFrameworks, room, (frameworkId) => tell({ item: 'framework-removed', frameworkId }));
  const more = !isDrained(term);
  if (more) term.timers.slices.set('mirror', after(term.at.now, PAUSE_MS));
  return { entities, more };
}

/** Tells every refusal of a bucket that holds now. */
export function tellFilters(bucket: FilterBucket, now: MonotonicMs, tell: (item: AllocatorDown) => void): void {
  const { frameworkId, role, agentId } = bucket;
  for (const { refused, until } of bucket.filters) {
    if (until > now)
      tell({ item: 'filter', filter: { frameworkId, role, agentId, refused, remainingMs: until - now } });
  }
}

/** Whether it says something about an entity, as the count at the end of a snapshot has it; what removes or clears does not count. */
function isEntity({ item }: AllocatorDown): boolean {
  return item === 'role' || item === 'agent' || item === 'framework' || item === 'allocation' || item === 'filter';
}

function drain<Item>(items: Set<Item>, room: () => boolean, tell: (item: Item) => void): void {
  for (const item of items) {
    if (!room()) return;
    items.delete(item);
    tell(item);
  }
}

function isDrained({ mirror }: Term): boolean {
  const { roles, agents, frameworks, buckets, holdings, removedAgents, removedFrameworks } = mirror;
  return [roles, agents, frameworks, buckets, holdings, removedAgents, removedFrameworks].every(
    (waiting) => waiting.size === 0,
  );
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
