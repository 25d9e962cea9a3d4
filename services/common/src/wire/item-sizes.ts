import type {
  AgentDown,
  AgentUp,
  AllocatorDown,
  AllocatorUp,
  FileAnswer,
  GatewayDown,
  GatewayUp,
  OperatorAnswer,
  StateEntry,
} from '../contract';
import {
  ENTRY_BYTES,
  NAME_BYTES,
  SMALL_ITEM_BYTES,
  sizeOfAttributes,
  sizeOfCall,
  sizeOfEvent,
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
    case 'framework':
      return SMALL_ITEM_BYTES + item.framework.roles.length * 2 * NAME_BYTES;
    default:
      return SMALL_ITEM_BYTES;
  }
}

/** About how many bytes an item takes that an allocator sends. */
export function sizeOfAllocatorUp(item: AllocatorUp): number {
  return item.item === 'proposal' ? ENTRY_BYTES + sizeOfResources(item.proposal.resources) : SMALL_ITEM_BYTES;
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
    default:
      return SMALL_ITEM_BYTES * 2;
  }
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
    default:
      return SMALL_ITEM_BYTES;
  }
}
