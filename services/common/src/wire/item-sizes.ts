import type {
  AgentDown,
  AgentUp,
  AllocatorDown,
  AllocatorUp,
  Explanation,
  FileAnswer,
  GatewayDown,
  GatewayUp,
  MaintenanceWindow,
  OperatorAnswer,
  OperatorQuery,
  Quota,
  StateEntry,
} from '../contract';
import {
  ENTRY_BYTES,
  NAME_BYTES,
  SMALL_ITEM_BYTES,
  sizeOfAttributes,
  sizeOfCall,
  sizeOfConstraints,
  sizeOfDemand,
  sizeOfEvent,
  sizeOfMinimum,
  sizeOfResources,
  sizeOfStatus,
  sizeOfTask,
} from './sizes';

/** About how many bytes an item takes that an agent sends. */
export function sizeOfAgentUp(item: AgentUp): number {
  switch (item.item) {
    case 'status-update':
      return NAME_BYTES + sizeOfStatus(item.update.status);
    case 'register-begin':
      return SMALL_ITEM_BYTES + sizeOfResources(item.info.resources) + sizeOfAttributes(item.info.attributes);
    case 'register-tasks': {
      let size = SMALL_ITEM_BYTES;
      for (const task of item.tasks) size += 2 * ENTRY_BYTES + sizeOfResources(task.resources);
      return size;
    }
    case 'resources':
      return SMALL_ITEM_BYTES + sizeOfResources(item.total);
    case 'file-answer':
      return sizeOfFileAnswer(item.answer);
    default:
      return SMALL_ITEM_BYTES;
  }
}

/** About how many bytes an item takes that an agent is sent. */
export function sizeOfAgentDown(item: AgentDown): number {
  return item.item === 'launch' ? ENTRY_BYTES + sizeOfTask(item.order.task) : SMALL_ITEM_BYTES * 2;
}

/** About how many bytes an item takes that a gateway sends. */
export function sizeOfGatewayUp(item: GatewayUp): number {
  switch (item.item) {
    case 'call':
      return SMALL_ITEM_BYTES + sizeOfCall(item.call);
    case 'subscribe':
      return SMALL_ITEM_BYTES + sizeOfCall(item.subscribe);
    case 'operator-query':
      return sizeOfQuery(item.query);
    default:
      return SMALL_ITEM_BYTES * 2;
  }
}

/** About how many bytes an item takes that a gateway is sent. */
export function sizeOfGatewayDown(item: GatewayDown): number {
  switch (item.item) {
    case 'session-event':
      return sizeOfEvent(item.event);
    case 'operator-answer':
      return sizeOfAnswer(item.answer);
    default:
      return SMALL_ITEM_BYTES * 2;
  }
}

/** About how many bytes an item takes that an allocator is sent. */
export function sizeOfAllocatorDown(item: AllocatorDown): number {
  switch (item.item) {
    case 'allocation':
      return SMALL_ITEM_BYTES + sizeOfResources(item.allocation.allocated) + sizeOfResources(item.allocation.offered);
    case 'agent':
      return SMALL_ITEM_BYTES + sizeOfResources(item.agent.total) + sizeOfAttributes(item.agent.attributes);
    case 'filter':
      return SMALL_ITEM_BYTES + sizeOfResources(item.filter.refused);
    case 'framework': {
      let size = SMALL_ITEM_BYTES;
      for (const role of item.framework.roles) {
        size += 2 * NAME_BYTES + sizeOfDemand(role.demand);
        size += sizeOfMinimum(role.minAllocatable) + sizeOfConstraints(role.constraintGroups);
      }
      return size;
    }
    case 'begin':
      return SMALL_ITEM_BYTES + item.region.length + sizeOfMinimum(item.minAllocatable);
    case 'role':
      return SMALL_ITEM_BYTES + sizeOfQuota(item.quota);
    case 'audit':
      return SMALL_ITEM_BYTES + item.agents.length * (NAME_BYTES + 16);
    default:
      return SMALL_ITEM_BYTES;
  }
}

/** About how many bytes an item takes that an allocator sends. */
export function sizeOfAllocatorUp(item: AllocatorUp): number {
  switch (item.item) {
    case 'proposal':
      return ENTRY_BYTES + sizeOfResources(item.proposal.resources);
    case 'explained':
      return SMALL_ITEM_BYTES + sizeOfExplanations(item.explanations);
    case 'shares':
      return SMALL_ITEM_BYTES + (item.roles.length + item.frameworks.length) * ENTRY_BYTES;
    case 'audited':
      return SMALL_ITEM_BYTES + item.differing.length * NAME_BYTES;
    default:
      return SMALL_ITEM_BYTES;
  }
}

/** About how many bytes an operator's question takes. */
export function sizeOfQuery(query: OperatorQuery): number {
  switch (query.query) {
    case 'update-roles': {
      let size = SMALL_ITEM_BYTES;
      for (const { quota } of query.updates) size += NAME_BYTES + (quota === undefined ? 0 : sizeOfQuota(quota));
      return size;
    }
    case 'update-whitelist':
      return SMALL_ITEM_BYTES + sizeOfNames(query.hostnames ?? []);
    case 'update-maintenance':
      return SMALL_ITEM_BYTES + sizeOfWindows(query.windows);
    default:
      return SMALL_ITEM_BYTES * 2;
  }
}

/** About how many bytes an answer to an operator takes. */
export function sizeOfAnswer(answer: OperatorAnswer): number {
  switch (answer.answer) {
    case 'state':
    case 'changes': {
      let size = SMALL_ITEM_BYTES;
      for (const entry of answer.entries) size += sizeOfEntry(entry);
      return size;
    }
    case 'files':
    case 'data':
    case 'file-problem':
      return sizeOfFileAnswer(answer);
    case 'whitelist':
      return SMALL_ITEM_BYTES + sizeOfNames(answer.hostnames ?? []);
    case 'maintenance':
      return SMALL_ITEM_BYTES + sizeOfWindows(answer.windows) + answer.answers.length * 2 * NAME_BYTES;
    case 'explained':
      return SMALL_ITEM_BYTES + sizeOfExplanations(answer.explanations) + sizeOfNames(answer.notes);
    case 'shares': {
      const rows = answer.roles.length + answer.frameworks.length;
      return SMALL_ITEM_BYTES + rows * ENTRY_BYTES + sizeOfNames(answer.notes);
    }
    default:
      return SMALL_ITEM_BYTES * 2;
  }
}

function sizeOfQuota(quota: Quota): number {
  return (quota.guarantee.size + quota.limit.size) * NAME_BYTES;
}

function sizeOfNames(names: readonly string[]): number {
  let size = 0;
  for (const name of names) size += name.length + 4;
  return size;
}

function sizeOfWindows(windows: readonly MaintenanceWindow[]): number {
  let size = 0;
  for (const { hostnames } of windows) size += NAME_BYTES + sizeOfNames(hostnames);
  return size;
}

function sizeOfExplanations(explanations: readonly Explanation[]): number {
  let size = 0;
  for (const { reasons } of explanations) {
    size += ENTRY_BYTES;
    for (const { examples, detail } of reasons) size += NAME_BYTES + examples.length * NAME_BYTES + detail.length;
  }
  return size;
}

function sizeOfFileAnswer(answer: FileAnswer): number {
  switch (answer.answer) {
    case 'files': {
      let size = SMALL_ITEM_BYTES;
      for (const { path } of answer.entries) size += NAME_BYTES + path.length;
      return size;
    }
    case 'data':
      return SMALL_ITEM_BYTES + answer.data.length;
    default:
      return SMALL_ITEM_BYTES * 2;
  }
}

function sizeOfEntry(entry: StateEntry): number {
  switch (entry.entry) {
    case 'agent': {
      const { total, used, offered, attributes } = entry.agent;
      const held = sizeOfResources(total) + sizeOfResources(used) + sizeOfResources(offered);
      return ENTRY_BYTES + held + sizeOfAttributes(attributes);
    }
    case 'task':
      return ENTRY_BYTES * 2 + sizeOfResources(entry.task.resources);
    case 'offer':
      return ENTRY_BYTES + sizeOfResources(entry.offer.resources);
    case 'framework':
      return ENTRY_BYTES + entry.framework.roles.length * 2 * NAME_BYTES;
    case 'role':
      return SMALL_ITEM_BYTES + sizeOfQuota(entry.role.quota) + entry.role.consumed.size * NAME_BYTES;
    default:
      return SMALL_ITEM_BYTES;
  }
}
