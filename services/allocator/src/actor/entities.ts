import type { AllocatorDown } from '@parley/common/contract';
import { unreachable } from '@parley/common/kernel';
import type { MonotonicMs } from '@parley/common/kernel';

import type { Mirror } from '../domain/mirror';
import type { QuestionItem } from './questions';

/** Items that change the mirror. */
export type EntityItem = Exclude<
  AllocatorDown,
  QuestionItem | { readonly item: 'begin' | 'end' | 'credits' | 'ping' | 'offered' | 'refused' }
>;

/** Brings one change of the master's truth into the mirror. */
export function applyEntity(mirror: Mirror, item: EntityItem, now: MonotonicMs): void {
  switch (item.item) {
    case 'role':
      mirror.setRole(item);
      return;
    case 'agent':
      mirror.setAgent(item.agent);
      return;
    case 'agent-removed':
      mirror.removeAgent(item.agentId);
      return;
    case 'framework':
      mirror.setFramework(item.framework);
      return;
    case 'framework-removed':
      mirror.removeFramework(item.frameworkId);
      return;
    case 'allocation':
      mirror.setAllocation(item.allocation);
      return;
    case 'filter':
      mirror.setFilter(item.filter, now);
      return;
    case 'filters-cleared':
      mirror.clearFilters(item.frameworkId, item.role, item.agentId);
      return;
    default:
      unreachable(item, 'entity');
  }
}

/** Whether an item is one of the entities that the end of the snapshot counts; what ends an entity is none. */
export function isCounted(item: EntityItem): boolean {
  return item.item !== 'agent-removed' && item.item !== 'framework-removed' && item.item !== 'filters-cleared';
}
