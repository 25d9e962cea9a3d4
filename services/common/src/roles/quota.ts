import type { Quota } from '../contract';
import type { Problem } from '../kernel';
import { formatMilli } from '../resources/text';
import { nameProblem, scalarProblem } from '../resources/rules';
import { assuredRoles } from './assured';
import type { Assured } from './assured';

/** What a role has that nobody has said anything about: nothing is kept for it, and nothing held back from it. */
export const NO_QUOTA: Quota = { guarantee: new Map(), limit: new Map() };

/** At most this many resources in a guarantee or a limit. */
const QUOTA_NAMES_MAX = 64;

/** Something about the quotas of several roles that cannot be. */
export interface QuotaConflict {
  /** The role whose limit is too low. */
  readonly role: string;
  readonly message: string;
}

/** Whether a quota says nothing. */
export function isNoQuota(quota: Quota): boolean {
  return quota.limit.size === 0 && [...quota.guarantee.values()].every((milli) => milli === 0);
}

/** All that is wrong with a quota by itself (mesos-semantics §5.8). `where` is its path, such as `updates[0].quota`. */
export function validateQuota(quota: Quota, where: string): readonly Problem[] {
  const problems = [
    ...scalarsProblems(quota.guarantee, `${where}.guarantee`),
    ...scalarsProblems(quota.limit, `${where}.limit`),
  ];
  for (const [name, milli] of quota.guarantee) {
    const limit = quota.limit.get(name);
    if (limit === undefined || milli <= limit) continue;
    problems.push({
      field: `${where}.guarantee.${name}`,
      message: `must be at most the limit, which is ${formatMilli(limit)}; raise the limit or lower the guarantee`,
    });
  }
  return problems;
}

/**
 * Limits that the guarantees of the roles below them cannot be met under: what is assured to a role and to those below it, whichever is
 * more, must fit under every limit above. `quotas` are all there would be, each sound by itself.
 */
export function quotaConflicts(quotas: ReadonlyMap<string, Quota>): readonly QuotaConflict[] {
  const { below } = assuredRoles(quotas);
  return [...quotas].flatMap(([role, { limit }]) => {
    const assuredBelow = below.get(role);
    return assuredBelow === undefined ? [] : tooLow(role, limit, assuredBelow);
  });
}

function scalarsProblems(scalars: ReadonlyMap<string, number>, where: string): readonly Problem[] {
  if (scalars.size > QUOTA_NAMES_MAX) {
    return [
      {
        field: where,
        message: `names ${String(scalars.size)} resources, at most ${String(QUOTA_NAMES_MAX)} are allowed`,
      },
    ];
  }
  return [...scalars].flatMap(([name, milli]) => {
    const message = nameProblem({ name, kind: 'scalar' });
    if (message !== undefined) {
      return [
        { field: where, message: `${message}; a quota speaks of scalars by their names alone, such as cpus or mem` },
      ];
    }
    const quantity = scalarProblem(name, milli);
    return quantity === undefined ? [] : [{ field: `${where}.${name}`, message: quantity }];
  });
}

function tooLow(role: string, limits: Assured, assuredBelow: Assured): readonly QuotaConflict[] {
  return [...limits].flatMap(([name, limit]) => {
    const assured = assuredBelow.get(name) ?? 0;
    if (assured <= limit) return [];
    const fault = `the roles below ${role} are guaranteed ${formatMilli(assured)} ${name} in all, its limit is ${formatMilli(limit)}`;
    return [{ role, message: `${fault}; raise the limit or lower their guarantees` }];
  });
}
