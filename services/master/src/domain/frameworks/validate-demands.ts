import { DEMAND_COUNT_MAX, DEMAND_SHAPES_MAX, DEMAND_SIZE_MAX, demandSize } from '@parley/common/contract';
import type { DemandShape, RoleDemand } from '@parley/common/contract';
import type { Problem } from '@parley/common/kernel';
import { isEmptyResources, toEntries, validateEntries } from '@parley/common/resources';
import { restated } from './demands';
import type { Demands } from './demands';

const NOTHING_STATED: Demands = new Map();

/** All that is wrong with what a framework says it waits for, in SUBSCRIBE or in REQUEST; `roles` are those it is subscribed to, `before` is what it has stated
 *  already: the bound is on what is stated then in all its roles. */
export function validateDemands(
  demands: readonly RoleDemand[],
  roles: readonly string[],
  before: Demands = NOTHING_STATED,
): readonly Problem[] {
  const problems: Problem[] = [];
  const stated = new Set<string>();
  for (const [index, { role, shapes }] of demands.entries()) {
    const where = `demands[${String(index)}]`;
    if (!roles.includes(role)) {
      problems.push({ field: `${where}.role`, message: 'must be one of the roles of the framework' });
    }
    if (stated.has(role)) {
      problems.push({
        field: `${where}.role`,
        message: `must not name ${role} twice; list all its shapes in one place`,
      });
    }
    stated.add(role);
    problems.push(...shapesProblems(shapes ?? [], `${where}.demand.shapes`));
  }
  return problems.length > 0 ? problems : sizeProblems(restated(before, demands));
}

function sizeProblems(demands: Demands): readonly Problem[] {
  let size = 0;
  for (const shapes of demands.values()) size += demandSize(shapes);
  if (size <= DEMAND_SIZE_MAX) return [];
  const message = `come to ${String(size)} characters over all roles, at most ${String(DEMAND_SIZE_MAX)} are kept; leave the demand of some roles unstated, or state only the largest shapes`;
  return [{ field: 'demands', message }];
}

function shapesProblems(shapes: readonly DemandShape[], where: string): readonly Problem[] {
  if (shapes.length > DEMAND_SHAPES_MAX) {
    const message = `must be at most ${String(DEMAND_SHAPES_MAX)}; leave the demand of this role unstated, or state the largest`;
    return [{ field: where, message }];
  }
  return shapes.flatMap((shape, index) => shapeProblems(shape, `${where}[${String(index)}]`));
}

function shapeProblems({ resources, count }: DemandShape, where: string): readonly Problem[] {
  const problems: Problem[] = [];
  if (!Number.isSafeInteger(count) || count < 1 || count > DEMAND_COUNT_MAX) {
    problems.push({
      field: `${where}.count`,
      message: `must be a whole number from 1 to ${String(DEMAND_COUNT_MAX)}`,
    });
  }
  if (isEmptyResources(resources)) {
    problems.push({ field: `${where}.resources`, message: 'must not be empty; leave the shape out' });
  }
  return [...problems, ...validateEntries(toEntries(resources), `${where}.resources`)];
}
