import type { Attribute, FrameworkInfo, LaunchOperation, Offer, SchedulerCall, SchedulerEvent } from '../contract';
import type { Resources } from '../resources';
import type { TaskInfo, TaskStatus } from '../tasks';

/** What a small message costs: tags, lengths, a few numbers and ids of the usual length. */
export const SMALL_ITEM_BYTES = 96;
/** What one more id or name costs. */
export const NAME_BYTES = 40;
/** What a file entry, or a view without its resources, costs. */
export const ENTRY_BYTES = 160;

const SCALAR_BYTES = 20;
const RANGE_BYTES = 16;

/** About how many bytes resources take on the wire. Estimates are cheap and err upwards for the usual content. */
export function sizeOfResources(held: Resources): number {
  let size = held.scalars.size * SCALAR_BYTES;
  for (const ranges of held.ranges.values()) size += SCALAR_BYTES + ranges.length * RANGE_BYTES;
  for (const items of held.sets.values()) for (const item of items) size += SCALAR_BYTES + item.length;
  return size;
}

/** About how many bytes attributes take. */
export function sizeOfAttributes(attributes: readonly Attribute[]): number {
  let size = 0;
  for (const attribute of attributes) {
    size += NAME_BYTES;
    if (attribute.kind === 'ranges') size += attribute.ranges.length * RANGE_BYTES;
    if (attribute.kind === 'text') size += attribute.text.length;
  }
  return size;
}

/** About how many bytes a task description takes. */
export function sizeOfTask(task: TaskInfo): number {
  const { command } = task;
  let size = SMALL_ITEM_BYTES + task.taskId.length + task.name.length + command.value.length + task.data.length;
  for (const argument of command.arguments) size += argument.length + 2;
  for (const { name, value } of command.environment) size += name.length + value.length + 6;
  for (const { key, value } of task.labels) size += key.length + value.length + 6;
  return size + sizeOfResources(task.resources);
}

/** About how many bytes a status takes. */
export function sizeOfStatus(status: TaskStatus): number {
  return SMALL_ITEM_BYTES * 2 + status.taskId.length + status.message.length + status.data.length;
}

/** About how many bytes an offer takes. */
export function sizeOfOffer(offer: Offer): number {
  return SMALL_ITEM_BYTES * 2 + sizeOfResources(offer.resources) + sizeOfAttributes(offer.attributes);
}

/** About how many bytes what a framework says of itself takes. */
export function sizeOfFramework(info: FrameworkInfo): number {
  let size = SMALL_ITEM_BYTES + info.name.length + info.webuiUrl.length + info.roles.length * NAME_BYTES;
  for (const { key, value } of info.labels) size += key.length + value.length + 6;
  return size;
}

/** About how many bytes a framework's call takes. */
export function sizeOfCall(call: SchedulerCall): number {
  switch (call.call) {
    case 'accept':
      return SMALL_ITEM_BYTES + call.offerIds.length * NAME_BYTES + sizeOfOperations(call.operations);
    case 'decline':
      return SMALL_ITEM_BYTES + call.offerIds.length * NAME_BYTES;
    case 'reconcile':
      return SMALL_ITEM_BYTES + call.tasks.length * 2 * NAME_BYTES;
    case 'acknowledge':
      return SMALL_ITEM_BYTES + call.acknowledgements.length * 3 * NAME_BYTES;
    case 'subscribe':
    case 'update-framework':
      return sizeOfFramework(call.info) + call.suppressedRoles.length * NAME_BYTES;
    case 'suppress':
    case 'revive':
      return SMALL_ITEM_BYTES + call.roles.length * NAME_BYTES;
    case 'kill':
    case 'teardown':
    case 'heartbeat':
      return SMALL_ITEM_BYTES;
    default:
      return SMALL_ITEM_BYTES;
  }
}

/** About how many bytes an event for a framework takes. */
export function sizeOfEvent(event: SchedulerEvent): number {
  let size = SMALL_ITEM_BYTES;
  switch (event.event) {
    case 'offers':
      for (const offer of event.offers) size += sizeOfOffer(offer);
      return size;
    case 'status-updates':
      for (const status of event.statuses) size += sizeOfStatus(status);
      return size;
    case 'rescind':
      return size + event.offerIds.length * NAME_BYTES;
    case 'reconcile-end':
      return size + event.pending.length * NAME_BYTES;
    default:
      return size * 2;
  }
}

function sizeOfOperations(operations: readonly LaunchOperation[]): number {
  let size = 0;
  for (const { tasks } of operations) {
    for (const { task, problems } of tasks) size += sizeOfTask(task) + problems.length * SMALL_ITEM_BYTES;
  }
  return size;
}
