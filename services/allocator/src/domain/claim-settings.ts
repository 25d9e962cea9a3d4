import type { DemandShape } from '@parley/common/contract';
import { equalResources } from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';

import type { ClaimSettings } from './claim';

/** Whether a framework said the same of a role as before: then nothing has to be looked at again. */
export function isSameSettings(a: ClaimSettings | undefined, b: ClaimSettings | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return (
    a.active === b.active &&
    a.role.suppressed === b.role.suppressed &&
    a.capabilities.length === b.capabilities.length &&
    a.capabilities.every((capability) => b.capabilities.includes(capability)) &&
    isSameList(a.role.demand, b.role.demand, isSameShape) &&
    isSameList(a.role.minAllocatable, b.role.minAllocatable, equalResources) &&
    JSON.stringify(a.role.constraintGroups) === JSON.stringify(b.role.constraintGroups)
  );
}

function isSameShape(a: DemandShape, b: DemandShape): boolean {
  return a.count === b.count && equalResources(a.resources, b.resources);
}

function isSameList<Item extends DemandShape | Resources>(
  a: readonly Item[] | undefined,
  b: readonly Item[] | undefined,
  isSame: (a: Item, b: Item) => boolean,
): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.length === b.length && a.every((item, index) => isSame(item, b[index] ?? item));
}
