import type { Agent as WireAgent, Agent__Output } from '@parley/protos/internal/parley/allocator/v1/Agent';
import type {
  Allocation as WireAllocation,
  Allocation__Output,
} from '@parley/protos/internal/parley/allocator/v1/Allocation';
import type { Filter as WireFilter, Filter__Output } from '@parley/protos/internal/parley/allocator/v1/Filter';
import type {
  Framework as WireFramework,
  Framework__Output,
} from '@parley/protos/internal/parley/allocator/v1/Framework';
import type {
  FrameworkRole as WireFrameworkRole,
  FrameworkRole__Output,
} from '@parley/protos/internal/parley/allocator/v1/FrameworkRole';
import type { Role as WireRole, Role__Output } from '@parley/protos/internal/parley/allocator/v1/Role';
import type {
  AgentStanding,
  Allocation,
  AllocatorAgent,
  AllocatorFramework,
  AllocatorRole,
  FrameworkRole,
  RefusalFilter,
} from '../contract';
import { encodeDomain, optionalDomain } from './availability-codec';
import { decodeAttribute, encodeAttributes } from './cluster-codec';
import { decodeDemand, encodeDemand } from './demand-codec';
import { AGENT_STANDING, FRAMEWORK_CAPABILITY, PACKING } from './enums';
import { decodeMinimum, encodeConstraintGroups, encodeMinimum, knownConstraintGroups } from './offer-settings-codec';
import { encodeQuota, packingOrWhole, quotaOrNone } from './quota-codec';
import { flag, id, knownWords, messages, natural, positive, someText, text } from './readers';
import { decodeResources, encodeResources } from './resources-codec';
import type { Wire } from './wire-form';

/** What a standing means that is newer than this allocator: nothing of the agent may be offered, for whatever reason. */
const UNKNOWN_STANDING: AgentStanding = 'disconnected';

/** A role on the wire. */
export function encodeRole(role: AllocatorRole): WireRole {
  return {
    role: role.role,
    weight: role.weight,
    quota: encodeQuota(role.quota),
    packing: PACKING.toWire(role.packing),
  };
}

/** A role off the wire. */
export function decodeRole(wire: Wire<Role__Output>): AllocatorRole {
  return {
    role: someText(wire.role, 'role'),
    weight: positive(wire.weight, 'weight'),
    quota: quotaOrNone(wire.quota),
    packing: packingOrWhole(wire.packing),
  };
}

/** An agent on the wire. */
export function encodeAgent(agent: AllocatorAgent): WireAgent {
  return {
    agentId: agent.agentId,
    hostname: agent.hostname,
    total: encodeResources(agent.total),
    attributes: encodeAttributes(agent.attributes),
    standing: AGENT_STANDING.toWire(agent.standing),
    domain: encodeDomain(agent.domain),
  };
}

/** An agent off the wire. */
export function decodeAgent(wire: Wire<Agent__Output>): AllocatorAgent {
  return {
    agentId: id(wire.agentId, 'agent_id'),
    hostname: text(wire.hostname, 'hostname'),
    total: decodeResources(wire.total, 'total'),
    attributes: messages(wire.attributes, 'attributes', decodeAttribute),
    domain: optionalDomain(wire.domain),
    standing: AGENT_STANDING.knownFromWire(wire.standing) ?? UNKNOWN_STANDING,
  };
}

/** A framework on the wire. */
export function encodeFramework(framework: AllocatorFramework): WireFramework {
  return {
    frameworkId: framework.frameworkId,
    roles: framework.roles.map(encodeFrameworkRole),
    capabilities: framework.capabilities.map((word) => FRAMEWORK_CAPABILITY.toWire(word)),
    active: framework.active,
  };
}

/** A framework off the wire. */
export function decodeFramework(wire: Wire<Framework__Output>): AllocatorFramework {
  return {
    frameworkId: id(wire.frameworkId, 'framework_id'),
    roles: messages(wire.roles, 'roles', decodeFrameworkRole),
    capabilities: knownWords(wire.capabilities, 'capabilities', FRAMEWORK_CAPABILITY),
    active: flag(wire.active, 'active'),
  };
}

/** What a framework holds on an agent, on the wire. */
export function encodeAllocation(allocation: Allocation): WireAllocation {
  return {
    frameworkId: allocation.frameworkId,
    role: allocation.role,
    agentId: allocation.agentId,
    allocated: encodeResources(allocation.allocated),
    offered: encodeResources(allocation.offered),
  };
}

/** What a framework holds on an agent, off the wire. */
export function decodeAllocation(wire: Wire<Allocation__Output>): Allocation {
  return {
    frameworkId: id(wire.frameworkId, 'framework_id'),
    role: someText(wire.role, 'role'),
    agentId: id(wire.agentId, 'agent_id'),
    allocated: decodeResources(wire.allocated, 'allocated'),
    offered: decodeResources(wire.offered, 'offered'),
  };
}

/** A refusal that holds for a while, on the wire. */
export function encodeFilter(filter: RefusalFilter): WireFilter {
  return {
    frameworkId: filter.frameworkId,
    role: filter.role,
    agentId: filter.agentId,
    refused: encodeResources(filter.refused),
    remainingMs: filter.remainingMs,
  };
}

/** A refusal that holds for a while, off the wire. */
export function decodeFilter(wire: Wire<Filter__Output>): RefusalFilter {
  return {
    frameworkId: id(wire.frameworkId, 'framework_id'),
    role: someText(wire.role, 'role'),
    agentId: id(wire.agentId, 'agent_id'),
    refused: decodeResources(wire.refused, 'refused'),
    remainingMs: natural(wire.remainingMs, 'remaining_ms'),
  };
}

function encodeFrameworkRole(role: FrameworkRole): WireFrameworkRole {
  return {
    role: role.role,
    suppressed: role.suppressed,
    demand: encodeDemand(role.demand),
    minAllocatable: encodeMinimum(role.minAllocatable),
    constraintGroups: encodeConstraintGroups(role.constraintGroups),
  };
}

function decodeFrameworkRole(wire: Wire<FrameworkRole__Output>): FrameworkRole {
  return {
    role: someText(wire.role, 'role'),
    suppressed: flag(wire.suppressed, 'suppressed'),
    demand: decodeDemand(wire.demand),
    minAllocatable: decodeMinimum(wire.minAllocatable),
    constraintGroups: knownConstraintGroups(wire.constraintGroups),
  };
}
