import type { DemandShape, RoleDemand } from '@parley/common/contract';
import { formatResources } from '@parley/common/resources';

/** What a framework waits for by role; roles that it said nothing about are not there. */
export type Demands = ReadonlyMap<string, readonly DemandShape[]>;

/** Demands after some roles were stated anew; others stay as they were. */
export function restated(before: Demands, stated: readonly RoleDemand[]): Demands {
  const after = new Map(before);
  for (const { role, shapes } of stated) {
    if (shapes === undefined) after.delete(role);
    else after.set(role, shapes);
  }
  return after;
}

/** Demands without those of roles that were left. */
export function demandsWithin(demands: Demands, roles: readonly string[]): Demands {
  return new Map([...demands].filter(([role]) => roles.includes(role)));
}

/** The roles in which something is waited for that was not before: a new shape, or more of one. */
export function rolesWithMore(before: Demands, after: Demands): readonly string[] {
  return [...after].filter(([role, shapes]) => isMore(before.get(role), shapes)).map(([role]) => role);
}

function isMore(before: readonly DemandShape[] | undefined, after: readonly DemandShape[]): boolean {
  if (before === after) return false;
  const counts = countsOf(before ?? []);
  for (const [shape, count] of countsOf(after)) {
    if (count > (counts.get(shape) ?? 0)) return true;
  }
  return false;
}

function countsOf(shapes: readonly DemandShape[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { resources, count } of shapes) {
    const shape = formatResources(resources);
    counts.set(shape, (counts.get(shape) ?? 0) + count);
  }
  return counts;
}
