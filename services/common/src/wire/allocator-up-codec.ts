import type { Proposal as WireProposal, Proposal__Output } from '@parley/protos/internal/parley/allocator/v1/Proposal';
import type {
  SessionResponseItem,
  SessionResponseItem__Output,
} from '@parley/protos/internal/parley/allocator/v1/SessionResponseItem';
import type { AllocatorUp, Proposal } from '../contract';
import { MalformedMessage, unreachable } from '../kernel';
import type { ProposalId } from '../kernel';
import { ALLOCATOR_CAPABILITY } from './enums';
import {
  decodeExplanation,
  decodeFrameworkShare,
  decodeIncomplete,
  decodeRoleShare,
  encodeExplanation,
  encodeFrameworkShare,
  encodeRoleShare,
} from './explanation-codec';
import { flag, id, ids, knownWords, message, messages, natural, someText, text } from './readers';
import { decodeResources, encodeResources } from './resources-codec';
import type { Wire } from './wire-form';

/** What the allocator tells the master, on the wire. */
export function encodeAllocatorUp(item: AllocatorUp): SessionResponseItem {
  switch (item.item) {
    case 'ready':
      return {
        ready: {
          name: item.name,
          policy: item.policy,
          capabilities: item.capabilities.map((word) => ALLOCATOR_CAPABILITY.toWire(word)),
        },
      };
    case 'proposal':
      return { proposal: encodeProposal(item.proposal) };
    case 'pong':
      return { pong: { ping: item.ping } };
    case 'explained':
      return {
        explained: {
          requestId: item.requestId,
          explanations: item.explanations.map(encodeExplanation),
          last: item.last,
          incomplete: item.incomplete === true,
        },
      };
    case 'shares':
      return {
        shares: {
          requestId: item.requestId,
          roles: item.roles.map(encodeRoleShare),
          frameworks: item.frameworks.map(encodeFrameworkShare),
          last: item.last,
          incomplete: item.incomplete === true,
        },
      };
    case 'audited':
      return { audited: { differingAgentIds: [...item.differing] } };
    default:
      return unreachable(item, 'item of an allocator');
  }
}

/** What the allocator tells the master, off the wire. */
export function decodeAllocatorUp(wire: Wire<SessionResponseItem__Output>): AllocatorUp {
  switch (wire.item) {
    case 'ready':
      return message(wire.ready, 'ready', (ready) => ({
        item: 'ready',
        name: someText(ready.name, 'name'),
        policy: someText(ready.policy, 'policy'),
        capabilities: knownWords(ready.capabilities, 'capabilities', ALLOCATOR_CAPABILITY),
      }));
    case 'proposal':
      return { item: 'proposal', proposal: message(wire.proposal, 'proposal', decodeProposal) };
    case 'pong':
      return message(wire.pong, 'pong', (pong) => ({ item: 'pong', ping: natural(pong.ping, 'ping') }));
    case 'explained':
      return message(wire.explained, 'explained', (part) => ({
        item: 'explained',
        requestId: natural(part.requestId, 'request_id'),
        explanations: messages(part.explanations, 'explanations', decodeExplanation),
        last: flag(part.last, 'last'),
        ...decodeIncomplete(part.incomplete),
      }));
    case 'shares':
      return message(wire.shares, 'shares', (part) => ({
        item: 'shares',
        requestId: natural(part.requestId, 'request_id'),
        roles: messages(part.roles, 'roles', decodeRoleShare),
        frameworks: messages(part.frameworks, 'frameworks', decodeFrameworkShare),
        last: flag(part.last, 'last'),
        ...decodeIncomplete(part.incomplete),
      }));
    case 'audited':
      return message(wire.audited, 'audited', (audited) => ({
        item: 'audited',
        differing: ids(audited.differingAgentIds, 'differing_agent_ids'),
      }));
    case undefined:
    default:
      throw new MalformedMessage('item', 'must be an item that is known here');
  }
}

function encodeProposal(proposal: Proposal): WireProposal {
  return {
    proposalId: proposal.proposalId,
    basedOn: proposal.basedOn,
    frameworkId: proposal.frameworkId,
    role: proposal.role,
    agentId: proposal.agentId,
    resources: encodeResources(proposal.resources),
    traceparent: proposal.traceparent,
  };
}

function decodeProposal(wire: Wire<Proposal__Output>): Proposal {
  return {
    proposalId: natural(wire.proposalId, 'proposal_id') as ProposalId,
    basedOn: natural(wire.basedOn, 'based_on'),
    frameworkId: id(wire.frameworkId, 'framework_id'),
    role: someText(wire.role, 'role'),
    agentId: id(wire.agentId, 'agent_id'),
    resources: decodeResources(wire.resources, 'resources'),
    traceparent: text(wire.traceparent, 'traceparent'),
  };
}
