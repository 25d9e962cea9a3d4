import type { Agent as WireAgent, Agent__Output } from '@parley/protos/internal/parley/allocator/v1/Agent';
import type {
  Allocation as WireAllocation,
  Allocation__Output,
} from '@parley/protos/internal/parley/allocator/v1/Allocation';
import type { Filter as WireFilter, Filter__Output } from '@parley/protos/internal/parley/allocator/v1/Filter';
import type { FiltersCleared__Output } from '@parley/protos/internal/parley/allocator/v1/FiltersCleared';
import type {
  Framework as WireFramework,
  Framework__Output,
} from '@parley/protos/internal/parley/allocator/v1/Framework';
import type { MinimumGroup__Output } from '@parley/protos/internal/parley/allocator/v1/MinimumGroup';
import type { Refused as WireRefused, Refused__Output } from '@parley/protos/internal/parley/allocator/v1/Refused';
import type {
  SessionBegin as WireSessionBegin,
  SessionBegin__Output,
} from '@parley/protos/internal/parley/allocator/v1/SessionBegin';
import type {
  SessionRequestItem,
  SessionRequestItem__Output,
} from '@parley/protos/internal/parley/allocator/v1/SessionRequestItem';
import type { Allocation, AllocatorAgent, AllocatorDown, AllocatorFramework, RefusalFilter } from '../contract';
import { MalformedMessage, unreachable } from '../kernel';
import type { ProposalId } from '../kernel';
import { decodeAttribute, encodeAttributes } from './cluster-codec';
import { REFUSAL_REASON } from './enums';
import { flag, id, message, messages, natural, optionalId, positive, someText, text, texts } from './readers';
import { decodeResources, encodeResources } from './resources-codec';
import type { Wire } from './wire-form';

type ItemOf<Name extends AllocatorDown['item']> = Extract<AllocatorDown, { item: Name }>;

/** What the master tells the allocator, on the wire. */
export function encodeAllocatorDown(item: AllocatorDown): SessionRequestItem {
  switch (item.item) {
    case 'begin':
      return { begin: encodeBegin(item) };
    case 'role':
      return { role: { role: item.role, weight: item.weight } };
    case 'agent':
      return { agent: encodeAgent(item.agent) };
    case 'agent-removed':
      return { agentRemoved: { agentId: item.agentId } };
    case 'framework':
      return { framework: encodeFramework(item.framework) };
    case 'framework-removed':
      return { frameworkRemoved: { frameworkId: item.frameworkId } };
    case 'allocation':
      return { allocation: encodeAllocation(item.allocation) };
    case 'filter':
      return { filter: encodeFilter(item.filter) };
    case 'filters-cleared':
      return {
        filtersCleared: { frameworkId: item.frameworkId, role: item.role, agentId: item.agentId ?? '' },
      };
    case 'end':
      return { end: { count: item.count } };
    case 'offered':
      return { offered: { proposalId: item.proposalId, offerId: item.offerId } };
    case 'refused':
      return { refused: encodeRefused(item) };
    case 'credits':
      return { credits: { credits: item.credits } };
    case 'ping':
      return { ping: { ping: item.ping } };
    default:
      return unreachable(item, 'item for an allocator');
  }
}

/** What the master tells the allocator, off the wire: entities here, everything else in {@link decodeOther}. */
export function decodeAllocatorDown(wire: Wire<SessionRequestItem__Output>): AllocatorDown {
  switch (wire.item) {
    case 'allocation':
      return { item: 'allocation', allocation: message(wire.allocation, 'allocation', decodeAllocation) };
    case 'agent':
      return { item: 'agent', agent: message(wire.agent, 'agent', decodeAgent) };
    case 'framework':
      return { item: 'framework', framework: message(wire.framework, 'framework', decodeFramework) };
    case 'filter':
      return { item: 'filter', filter: message(wire.filter, 'filter', decodeFilter) };
    case 'role':
      return message(wire.role, 'role', (role) => ({
        item: 'role',
        role: someText(role.role, 'role'),
        weight: positive(role.weight, 'weight'),
      }));
    case 'agentRemoved':
      return message(wire.agentRemoved, 'agent_removed', (removed) => ({
        item: 'agent-removed',
        agentId: id(removed.agentId, 'agent_id'),
      }));
    case 'frameworkRemoved':
      return message(wire.frameworkRemoved, 'framework_removed', (removed) => ({
        item: 'framework-removed',
        frameworkId: id(removed.frameworkId, 'framework_id'),
      }));
    case 'filtersCleared':
      return message(wire.filtersCleared, 'filters_cleared', decodeFiltersCleared);
    default:
      return decodeOther(wire);
  }
}

function decodeOther(wire: Wire<SessionRequestItem__Output>): AllocatorDown {
  switch (wire.item) {
    case 'begin':
      return message(wire.begin, 'begin', decodeBegin);
    case 'end':
      return message(wire.end, 'end', (end) => ({ item: 'end', count: natural(end.count, 'count') }));
    case 'offered':
      return message(wire.offered, 'offered', (offered) => ({
        item: 'offered',
        proposalId: natural(offered.proposalId, 'proposal_id') as ProposalId,
        offerId: id(offered.offerId, 'offer_id'),
      }));
    case 'refused':
      return message(wire.refused, 'refused', decodeRefused);
    case 'credits':
      return message(wire.credits, 'credits', (credits) => ({
        item: 'credits',
        credits: natural(credits.credits, 'credits'),
      }));
    case 'ping':
      return message(wire.ping, 'ping', (ping) => ({ item: 'ping', ping: natural(ping.ping, 'ping') }));
    default:
      throw new MalformedMessage('item', 'must be an item that is known here');
  }
}

function encodeBegin(item: ItemOf<'begin'>): WireSessionBegin {
  return {
    minAllocatable: item.minAllocatable.map((group) => ({ resources: encodeResources(group) })),
    pingMs: item.pingMs,
  };
}

function decodeBegin(wire: Wire<SessionBegin__Output>): ItemOf<'begin'> {
  return {
    item: 'begin',
    minAllocatable: messages(wire.minAllocatable, 'min_allocatable', (group: Wire<MinimumGroup__Output>) =>
      decodeResources(group.resources, 'resources'),
    ),
    pingMs: natural(wire.pingMs, 'ping_ms'),
  };
}

function encodeAgent(agent: AllocatorAgent): WireAgent {
  return {
    agentId: agent.agentId,
    hostname: agent.hostname,
    total: encodeResources(agent.total),
    attributes: encodeAttributes(agent.attributes),
    active: agent.active,
  };
}

function decodeAgent(wire: Wire<Agent__Output>): AllocatorAgent {
  return {
    agentId: id(wire.agentId, 'agent_id'),
    hostname: text(wire.hostname, 'hostname'),
    total: decodeResources(wire.total, 'total'),
    attributes: messages(wire.attributes, 'attributes', decodeAttribute),
    active: flag(wire.active, 'active'),
  };
}

function encodeFramework(framework: AllocatorFramework): WireFramework {
  return {
    frameworkId: framework.frameworkId,
    roles: [...framework.roles],
    suppressedRoles: [...framework.suppressedRoles],
    active: framework.active,
  };
}

function decodeFramework(wire: Wire<Framework__Output>): AllocatorFramework {
  return {
    frameworkId: id(wire.frameworkId, 'framework_id'),
    roles: texts(wire.roles, 'roles'),
    suppressedRoles: texts(wire.suppressedRoles, 'suppressed_roles'),
    active: flag(wire.active, 'active'),
  };
}

function encodeAllocation(allocation: Allocation): WireAllocation {
  return {
    frameworkId: allocation.frameworkId,
    role: allocation.role,
    agentId: allocation.agentId,
    allocated: encodeResources(allocation.allocated),
    offered: encodeResources(allocation.offered),
  };
}

function decodeAllocation(wire: Wire<Allocation__Output>): Allocation {
  return {
    frameworkId: id(wire.frameworkId, 'framework_id'),
    role: someText(wire.role, 'role'),
    agentId: id(wire.agentId, 'agent_id'),
    allocated: decodeResources(wire.allocated, 'allocated'),
    offered: decodeResources(wire.offered, 'offered'),
  };
}

function encodeFilter(filter: RefusalFilter): WireFilter {
  return {
    frameworkId: filter.frameworkId,
    role: filter.role,
    agentId: filter.agentId,
    refused: encodeResources(filter.refused),
    remainingMs: filter.remainingMs,
  };
}

function decodeFilter(wire: Wire<Filter__Output>): RefusalFilter {
  return {
    frameworkId: id(wire.frameworkId, 'framework_id'),
    role: someText(wire.role, 'role'),
    agentId: id(wire.agentId, 'agent_id'),
    refused: decodeResources(wire.refused, 'refused'),
    remainingMs: natural(wire.remainingMs, 'remaining_ms'),
  };
}

function decodeFiltersCleared(wire: Wire<FiltersCleared__Output>): ItemOf<'filters-cleared'> {
  return {
    item: 'filters-cleared',
    frameworkId: id(wire.frameworkId, 'framework_id'),
    role: someText(wire.role, 'role'),
    agentId: optionalId(wire.agentId, 'agent_id'),
  };
}

function encodeRefused(item: ItemOf<'refused'>): WireRefused {
  return {
    proposalId: item.proposalId,
    reason: REFUSAL_REASON.toWire(item.reason),
    retryAfterMs: item.retryAfterMs,
  };
}

function decodeRefused(wire: Wire<Refused__Output>): ItemOf<'refused'> {
  return {
    item: 'refused',
    proposalId: natural(wire.proposalId, 'proposal_id') as ProposalId,
    reason: REFUSAL_REASON.fromWire(wire.reason, 'reason'),
    retryAfterMs: natural(wire.retryAfterMs, 'retry_after_ms'),
  };
}
