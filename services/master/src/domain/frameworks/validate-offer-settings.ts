import { validateConstraints } from '@parley/common/constraints';
import type { OfferSettings } from '@parley/common/contract';
import type { Problem } from '@parley/common/kernel';
import { isEmptyResources, isPlain, toEntries, validateEntries } from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';
import { LIMITS } from '../limits';

/** All that is wrong with a framework's own rules for its offers (mesos-semantics §3.9, §3.11, §5.1); `roles` are its roles. */
export function validateOfferSettings(
  settings: readonly OfferSettings[],
  roles: readonly string[],
): readonly Problem[] {
  const constraints = settings.flatMap(({ constraintGroups }) => constraintGroups).flat().length;
  if (constraints > LIMITS.constraintsPerFrameworkMax) {
    const message = `must hold at most ${String(LIMITS.constraintsPerFrameworkMax)} constraints in all; use patterns for what is alike`;
    return [{ field: 'info.offer_settings', message }];
  }
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const [index, { role, minAllocatable, constraintGroups }] of settings.entries()) {
    const where = `info.offer_settings[${String(index)}]`;
    if (!roles.includes(role)) {
      problems.push({ field: `${where}.role`, message: 'must be one of the roles of the framework' });
    }
    if (seen.has(role)) {
      problems.push({ field: `${where}.role`, message: `must not name ${role} twice; put all its rules in one place` });
    }
    seen.add(role);
    problems.push(...minimumProblems(minAllocatable ?? [], `${where}.min_allocatable.groups`));
    problems.push(...validateConstraints(constraintGroups, `${where}.constraint_groups`));
  }
  return problems;
}

function minimumProblems(groups: readonly Resources[], where: string): readonly Problem[] {
  if (groups.length > LIMITS.minimumGroupsMax) {
    return [{ field: where, message: `must be at most ${String(LIMITS.minimumGroupsMax)}` }];
  }
  return groups.flatMap((group, index) => {
    const field = `${where}[${String(index)}].resources`;
    if (isEmptyResources(group)) {
      return [{ field, message: 'must not be empty; leave all groups out to be offered anything' }];
    }
    if (!isPlain(group)) {
      return [
        { field, message: 'must hold names alone, since reserved, revocable and shared quantities count as well' },
      ];
    }
    return validateEntries(toEntries(group), field);
  });
}
