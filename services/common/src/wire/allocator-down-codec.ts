import type { AgentDigest__Output } from '@parley/protos/internal/parley/allocator/v1/AgentDigest';
import type { FiltersCleared__Output } from '@parley/protos/internal/parley/allocator/v1/FiltersCleared';
import type { Refused as WireRefused, Refused__Output } from '@parley/protos/internal/parley/allocator/v1/Refused';
import type {
  SessionBegin as WireSessionBegin,
  SessionBegin__Output,
} from '@parley/protos/internal/parley/allocator/v1/SessionBegin';
import type {
  SessionRequestItem,
  SessionRequestItem__Output,
} from '@parley/protos/internal/parley/allocator/v1/SessionRequestItem';
import type { AgentDigest, AllocatorDown } from '../contract';
import { MalformedMessage, unreachable } from '../kernel';
import type { ProposalId } from '../kernel';
import {
  decodeAgent,
  decodeAllocation,
  decodeFilter,
  decodeFramework,
  decodeRole,
  encodeAgent,
  encodeAllocation,
  encodeFilter,
  encodeFramework,
  encodeRole,
} from './allocator-entity-codec';
import { REFUSAL_REASON } from './enums';
import { decodeScope, encodeScope } from './explanation-codec';
import { decodeMinimumGroups, encodeMinimumGroups } from './offer-settings-codec';
import { id, message, messages, natural, optionalId, someText, text } from './readers';
import type { Wire } from './wire-form';

type ItemOf<Name extends AllocatorDown['item']> = Extract<AllocatorDown, { item: Name }>;

/** What the master tells the allocator, on the wire. */
export function encodeAllocatorDown(item: AllocatorDown): SessionRequestItem {
  switch (item.item) {
    case 'begin':
      return { begin: encodeBegin(item) };
    case 'role':
      return { role: encodeRole(item) };
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
    case 'explain':
      return { explain: { requestId: item.requestId, ...encodeScope(item) } };
    case 'get-shares':
      return { getShares: { requestId: item.requestId } };
    case 'audit':
      return { audit: { agents: item.agents.map(({ agentId, digest }) => ({ agentId, digest })) } };
    default:
      return unreachable(item, 'item for an allocator');
  }
}

/** What the master tells the allocator, off the wire: entities here, everything else in the functions below. */
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
      return { item: 'role', ...message(wire.role, 'role', decodeRole) };
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
      return decodeQuestion(wire);
  }
}

function decodeQuestion(wire: Wire<SessionRequestItem__Output>): AllocatorDown {
  switch (wire.item) {
    case 'explain':
      return message(wire.explain, 'explain', (explain) => ({
        item: 'explain',
        requestId: natural(explain.requestId, 'request_id'),
        ...decodeScope(explain),
      }));
    case 'getShares':
      return message(wire.getShares, 'get_shares', (question) => ({
        item: 'get-shares',
        requestId: natural(question.requestId, 'request_id'),
      }));
    case 'audit':
      return message(wire.audit, 'audit', (audit) => ({
        item: 'audit',
        agents: messages(audit.agents, 'agents', decodeDigest),
      }));
    default:
      throw new MalformedMessage('item', 'must be an item that is known here');
  }
}

function decodeDigest(wire: Wire<AgentDigest__Output>): AgentDigest {
  return { agentId: id(wire.agentId, 'agent_id'), digest: someText(wire.digest, 'digest') };
}

function encodeBegin(item: ItemOf<'begin'>): WireSessionBegin {
  return {
    minAllocatable: encodeMinimumGroups(item.minAllocatable),
    pingMs: item.pingMs,
    region: item.region,
  };
}

function decodeBegin(wire: Wire<SessionBegin__Output>): ItemOf<'begin'> {
  return {
    item: 'begin',
    minAllocatable: decodeMinimumGroups(wire.minAllocatable, 'min_allocatable'),
    pingMs: natural(wire.pingMs, 'ping_ms'),
    region: text(wire.region, 'region'),
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
    // A reason that is newer than this allocator is a refusal like any other.
    reason: REFUSAL_REASON.knownFromWire(wire.reason) ?? 'not-available',
    retryAfterMs: natural(wire.retryAfterMs, 'retry_after_ms'),
  };
}
