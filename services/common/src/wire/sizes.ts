import type {
  Attribute,
  DemandShape,
  FrameworkInfo,
  LaunchOperation,
  Offer,
  OfferConstraint,
  RoleDemand,
  SchedulerCall,
  SchedulerEvent,
} from '../contract';
import { isPlainKey } from '../resources';
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
  let size = 0;
  for (const key of held.scalars.keys()) size += SCALAR_BYTES + qualifiersOf(key);
  for (const [key, ranges] of held.ranges) size += SCALAR_BYTES + qualifiersOf(key) + ranges.length * RANGE_BYTES;
  for (const [key, items] of held.sets) {
    size += qualifiersOf(key);
    for (const item of items) size += SCALAR_BYTES + item.length;
  }
  return size;
}

/** What the qualifiers of a key, or a long name, cost. */
function qualifiersOf(key: string): number {
  return isPlainKey(key) ? 0 : key.length + SCALAR_BYTES;
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
  for (const settings of info.offerSettings) {
    size += NAME_BYTES + sizeOfMinimum(settings.minAllocatable) + sizeOfConstraints(settings.constraintGroups);
  }
  return size;
}

/** About how many bytes a minimum takes that replaces the cluster's. */
export function sizeOfMinimum(groups: readonly Resources[] | undefined): number {
  let size = 0;
  for (const group of groups ?? []) size += 4 + sizeOfResources(group);
  return size;
}

/** About how many bytes constraints take. */
export function sizeOfConstraints(groups: readonly (readonly OfferConstraint[])[]): number {
  let size = 0;
  for (const group of groups) {
    size += 4;
    for (const { selector, predicate } of group) {
      size += NAME_BYTES + ('name' in selector ? selector.name.length : 0);
      if ('text' in predicate) size += predicate.text.length;
      if ('pattern' in predicate) size += predicate.pattern.length;
    }
  }
  return size;
}

/** About how many bytes a demand takes. */
export function sizeOfDemand(shapes: readonly DemandShape[] | undefined): number {
  let size = 0;
  for (const shape of shapes ?? []) size += SCALAR_BYTES + sizeOfResources(shape.resources);
  return size;
}

function sizeOfDemands(demands: readonly RoleDemand[]): number {
  let size = 0;
  for (const { shapes } of demands) size += NAME_BYTES + sizeOfDemand(shapes);
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
      return sizeOfFramework(call.info) + call.suppressedRoles.length * NAME_BYTES + sizeOfDemands(call.demands);
    case 'request':
      return SMALL_ITEM_BYTES + sizeOfDemands(call.demands);
    case 'accept-inverse':
    case 'decline-inverse':
      return SMALL_ITEM_BYTES + call.inverseOfferIds.length * NAME_BYTES;
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
    case 'inverse-offers':
      return size + event.inverseOffers.length * ENTRY_BYTES;
    case 'rescind-inverse':
      return size + event.inverseOfferIds.length * NAME_BYTES;
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
