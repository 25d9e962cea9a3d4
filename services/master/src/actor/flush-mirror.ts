import type { AllocatorAgent, AllocatorDown, AllocatorFramework } from '@parley/common/contract';
import { after } from '@parley/common/kernel';
import { containsResources, NO_RESOURCES, subtractResources, sumResources } from '@parley/common/resources';
import { isOfferable } from '../domain/agents/agent';
import type { Agent } from '../domain/agents/agent';
import { dropEmptyHolding } from '../domain/allocation';
import { isOfferedTo } from '../domain/frameworks/framework';
import type { Framework } from '../domain/frameworks/framework';
import type { Term } from './term';

/** Entities that are told in one slice; more wait for the next. */
const ENTITIES_PER_SLICE = 2_000;
const PAUSE_MS = 1;

/** Tells the allocator what changed, in an order in which every entity is known before it is spoken of. Says how many were told, and whether some are left. */
export function flushMirror(
  term: Term,
  send: (item: AllocatorDown) => void,
): { readonly sent: number; readonly more: boolean } {
  const { mirror } = term;
  let sent = 0;
  const tell = (item: AllocatorDown): void => {
    send(item);
    sent += 1;
  };
  const room = (): boolean => sent < ENTITIES_PER_SLICE;
  drain(mirror.agents, room, (agent) => tell({ item: 'agent', agent: mirroredAgent(agent) }));
  drain(mirror.frameworks, room, (framework) => tell({ item: 'framework', framework: mirroredFramework(framework) }));
  drain(mirror.buckets, room, (bucket) => {
    const { frameworkId, role, agentId } = bucket;
    for (const { refused, until } of bucket.filters) {
      if (until > term.at.now)
        tell({ item: 'filter', filter: { frameworkId, role, agentId, refused, remainingMs: until - term.at.now } });
    }
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
  return { sent, more };
}

function drain<Item>(items: Set<Item>, room: () => boolean, tell: (item: Item) => void): void {
  for (const item of items) {
    if (!room()) return;
    items.delete(item);
    tell(item);
  }
}

function isDrained({ mirror }: Term): boolean {
  const { agents, frameworks, buckets, holdings, removedAgents, removedFrameworks } = mirror;
  return [agents, frameworks, buckets, holdings, removedAgents, removedFrameworks].every(
    (waiting) => waiting.size === 0,
  );
}

/** What launches of frameworks that are no more still hold belongs to nobody the allocator knows: it is left out of what there is. */
function mirroredAgent(agent: Agent): AllocatorAgent {
  const { agentId, info, total } = agent;
  const orphaned = sumResources([...agent.orphans.values()]);
  const held = containsResources(total, orphaned) ? subtractResources(total, orphaned) : NO_RESOURCES;
  return { agentId, hostname: info.hostname, total: held, attributes: info.attributes, active: isOfferable(agent) };
}

function mirroredFramework(framework: Framework): AllocatorFramework {
  const { frameworkId, info, suppressed } = framework;
  return { frameworkId, roles: info.roles, suppressedRoles: [...suppressed], active: isOfferedTo(framework) };
}
