import type {
  AgentView as WireAgentView,
  AgentView__Output,
} from '@parley/protos/internal/parley/operator/v1/AgentView';
import type {
  FrameworkView as WireFrameworkView,
  FrameworkView__Output,
} from '@parley/protos/internal/parley/operator/v1/FrameworkView';
import type {
  OfferView as WireOfferView,
  OfferView__Output,
} from '@parley/protos/internal/parley/operator/v1/OfferView';
import type { RoleView as WireRoleView, RoleView__Output } from '@parley/protos/internal/parley/operator/v1/RoleView';
import type {
  StateEntry as WireStateEntry,
  StateEntry__Output,
} from '@parley/protos/internal/parley/operator/v1/StateEntry';
import type { TaskView as WireTaskView, TaskView__Output } from '@parley/protos/internal/parley/operator/v1/TaskView';
import type { AgentView, FrameworkView, OfferView, RoleView, StateEntry, TaskView } from '../contract';
import { MalformedMessage, unreachable } from '../kernel';
import { decodePlanned, encodeDomain, encodePlanned, optionalDomain } from './availability-codec';
import { decodeAttribute, encodeAttributes } from './cluster-codec';
import { AGENT_STATE, FRAMEWORK_STATE, PACKING, TASK_STATE } from './enums';
import { decodeAmounts, encodeAmounts, encodeQuota, packingOrWhole, quotaOrNone } from './quota-codec';
import { flag, id, message, messages, natural, positive, someText, text, texts } from './readers';
import { decodeResources, encodeResources } from './resources-codec';
import type { Wire } from './wire-form';

/** One thing in the cluster, on the wire. */
export function encodeStateEntry(entry: StateEntry): WireStateEntry {
  switch (entry.entry) {
    case 'agent':
      return { agent: encodeAgentView(entry.agent) };
    case 'framework':
      return { framework: encodeFrameworkView(entry.framework) };
    case 'task':
      return { task: encodeTaskView(entry.task) };
    case 'offer':
      return { offer: encodeOfferView(entry.offer) };
    case 'role':
      return { role: encodeRoleView(entry.role) };
    case 'agent-removed':
      return { agentRemoved: { agentId: entry.agentId } };
    case 'framework-removed':
      return { frameworkRemoved: { frameworkId: entry.frameworkId } };
    case 'task-removed':
      return { taskRemoved: { frameworkId: entry.frameworkId, taskId: entry.taskId } };
    default:
      return unreachable(entry, 'state entry');
  }
}

/** One thing in the cluster, off the wire. */
export function decodeStateEntry(wire: Wire<StateEntry__Output>): StateEntry {
  switch (wire.entry) {
    case 'agent':
      return { entry: 'agent', agent: message(wire.agent, 'agent', decodeAgentView) };
    case 'framework':
      return { entry: 'framework', framework: message(wire.framework, 'framework', decodeFrameworkView) };
    case 'task':
      return { entry: 'task', task: message(wire.task, 'task', decodeTaskView) };
    case 'offer':
      return { entry: 'offer', offer: message(wire.offer, 'offer', decodeOfferView) };
    case 'role':
      return { entry: 'role', role: message(wire.role, 'role', decodeRoleView) };
    case 'agentRemoved':
      return message(wire.agentRemoved, 'agent_removed', (removed) => ({
        entry: 'agent-removed',
        agentId: id(removed.agentId, 'agent_id'),
      }));
    case 'frameworkRemoved':
      return message(wire.frameworkRemoved, 'framework_removed', (removed) => ({
        entry: 'framework-removed',
        frameworkId: id(removed.frameworkId, 'framework_id'),
      }));
    case 'taskRemoved':
      return message(wire.taskRemoved, 'task_removed', (removed) => ({
        entry: 'task-removed',
        frameworkId: id(removed.frameworkId, 'framework_id'),
        taskId: id(removed.taskId, 'task_id'),
      }));
    case undefined:
    default:
      throw new MalformedMessage('entry', 'must be an entry that is known here');
  }
}

function encodeAgentView(view: AgentView): WireAgentView {
  return {
    agentId: view.agentId,
    hostname: view.hostname,
    state: AGENT_STATE.toWire(view.state),
    total: encodeResources(view.total),
    used: encodeResources(view.used),
    offered: encodeResources(view.offered),
    attributes: encodeAttributes(view.attributes),
    domain: encodeDomain(view.domain),
    deactivated: view.deactivated,
    notWhitelisted: !view.listed,
    unavailability: encodePlanned(view.unavailability),
  };
}

function decodeAgentView(wire: Wire<AgentView__Output>): AgentView {
  return {
    agentId: id(wire.agentId, 'agent_id'),
    hostname: text(wire.hostname, 'hostname'),
    state: AGENT_STATE.fromWire(wire.state, 'state'),
    total: decodeResources(wire.total, 'total'),
    used: decodeResources(wire.used, 'used'),
    offered: decodeResources(wire.offered, 'offered'),
    attributes: messages(wire.attributes, 'attributes', decodeAttribute),
    domain: optionalDomain(wire.domain),
    deactivated: flag(wire.deactivated, 'deactivated'),
    listed: !flag(wire.notWhitelisted, 'not_whitelisted'),
    unavailability: decodePlanned(wire.unavailability),
  };
}

function encodeFrameworkView(view: FrameworkView): WireFrameworkView {
  return {
    frameworkId: view.frameworkId,
    name: view.name,
    roles: [...view.roles],
    suppressedRoles: [...view.suppressedRoles],
    state: FRAMEWORK_STATE.toWire(view.state),
    failoverTimeoutMs: view.failoverTimeoutMs,
  };
}

function decodeFrameworkView(wire: Wire<FrameworkView__Output>): FrameworkView {
  return {
    frameworkId: id(wire.frameworkId, 'framework_id'),
    name: text(wire.name, 'name'),
    roles: texts(wire.roles, 'roles'),
    suppressedRoles: texts(wire.suppressedRoles, 'suppressed_roles'),
    state: FRAMEWORK_STATE.fromWire(wire.state, 'state'),
    failoverTimeoutMs: natural(wire.failoverTimeoutMs, 'failover_timeout_ms'),
  };
}

function encodeTaskView(view: TaskView): WireTaskView {
  return {
    frameworkId: view.frameworkId,
    taskId: view.taskId,
    name: view.name,
    agentId: view.agentId,
    role: view.role,
    launchId: view.launchId,
    state: TASK_STATE.toWire(view.state),
    resources: encodeResources(view.resources),
  };
}

function decodeTaskView(wire: Wire<TaskView__Output>): TaskView {
  return {
    frameworkId: id(wire.frameworkId, 'framework_id'),
    taskId: id(wire.taskId, 'task_id'),
    name: text(wire.name, 'name'),
    agentId: id(wire.agentId, 'agent_id'),
    role: text(wire.role, 'role'),
    launchId: id(wire.launchId, 'launch_id'),
    state: TASK_STATE.fromWire(wire.state, 'state'),
    resources: decodeResources(wire.resources, 'resources'),
  };
}

function encodeOfferView(view: OfferView): WireOfferView {
  return {
    offerId: view.offerId,
    frameworkId: view.frameworkId,
    agentId: view.agentId,
    role: view.role,
    resources: encodeResources(view.resources),
    ageMs: view.ageMs,
  };
}

function decodeOfferView(wire: Wire<OfferView__Output>): OfferView {
  return {
    offerId: id(wire.offerId, 'offer_id'),
    frameworkId: id(wire.frameworkId, 'framework_id'),
    agentId: id(wire.agentId, 'agent_id'),
    role: text(wire.role, 'role'),
    resources: decodeResources(wire.resources, 'resources'),
    ageMs: natural(wire.ageMs, 'age_ms'),
  };
}

function encodeRoleView(view: RoleView): WireRoleView {
  return {
    role: view.role,
    weight: view.weight,
    quota: encodeQuota(view.quota),
    packing: PACKING.toWire(view.packing),
    consumed: encodeAmounts(view.consumed),
  };
}

function decodeRoleView(wire: Wire<RoleView__Output>): RoleView {
  return {
    role: someText(wire.role, 'role'),
    weight: positive(wire.weight, 'weight'),
    quota: quotaOrNone(wire.quota),
    packing: packingOrWhole(wire.packing),
    consumed: decodeAmounts(wire.consumed, 'consumed'),
  };
}
