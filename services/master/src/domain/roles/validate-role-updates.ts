import type { Quota, RoleUpdate } from '@parley/common/contract';
import type { Problem } from '@parley/common/kernel';
import { RESOURCE_NAMES_MAX } from '@parley/common/quantities';
import {
  isBelow,
  isNoQuota,
  quotaConflicts,
  validateQuota,
  validateRoleName,
  weightProblem,
} from '@parley/common/roles';
import type { Cluster } from '../cluster';
import { jsonText } from '../json-text';
import { LIMITS } from '../limits';
import { recordAfter } from './role-settings';

/** All that is wrong with an order about roles whatever the state of the cluster's resources: each by itself, and with what the others have (mesos-semantics §5.8). When nothing is, what its quotas are about has numbers in the cluster's names. */
export function validateRoleUpdates(cluster: Cluster, updates: readonly RoleUpdate[]): readonly Problem[] {
  if (updates.length === 0) return [{ field: 'updates', message: 'must name at least one role' }];
  const { roleUpdatesMax } = LIMITS;
  if (updates.length > roleUpdatesMax)
    return [{ field: 'updates', message: `must name at most ${String(roleUpdatesMax)} roles` }];
  const problems = updates.flatMap((update, index) => updateProblems(update, `updates[${String(index)}]`));
  problems.push(...repeatedRoles(updates), ...tooManyRoles(cluster, updates));
  if (problems.length === 0) problems.push(...tooMuchText(cluster, updates), ...conflicts(cluster, updates));
  return problems.length > 0 ? problems : tooManyNames(cluster, updates);
}

/** The quotas there would be, of the roles that `isAsked` takes, if an order about some of them took effect. */
export function quotasAfter(
  cluster: Cluster,
  updates: readonly RoleUpdate[],
  isAsked: (role: string) => boolean = () => true,
): ReadonlyMap<string, Quota> {
  const quotas = new Map<string, Quota>();
  for (const [role, { quota }] of cluster.roles) if (isAsked(role) && !isNoQuota(quota)) quotas.set(role, quota);
  for (const { role, quota } of updates) {
    if (quota !== undefined) quotas.set(role, quota);
  }
  return quotas;
}

function updateProblems({ role, weight, quota, packing }: RoleUpdate, where: string): readonly Problem[] {
  const problems: Problem[] = [];
  const name = validateRoleName(role);
  if (name !== undefined) problems.push({ field: `${where}.role`, message: name });
  const heavy = weight === undefined ? undefined : weightProblem(weight);
  if (heavy !== undefined) problems.push({ field: `${where}.weight`, message: heavy });
  if (quota !== undefined) problems.push(...validateQuota(quota, `${where}.quota`));
  if (weight === undefined && quota === undefined && packing === undefined)
    problems.push({ field: where, message: 'must say something about the role: a weight, a quota or a packing' });
  return problems;
}

function repeatedRoles(updates: readonly RoleUpdate[]): readonly Problem[] {
  const seen = new Set<string>();
  return updates.flatMap(({ role }, index) => {
    const repeated = seen.has(role);
    seen.add(role);
    return repeated ? [{ field: `updates[${String(index)}].role`, message: 'must not be named twice' }] : [];
  });
}

function tooManyRoles({ roles }: Cluster, updates: readonly RoleUpdate[]): readonly Problem[] {
  const added = updates.filter(({ role }) => !roles.has(role)).length;
  if (roles.size + added <= LIMITS.rolesMax) return [];
  return [
    {
      field: 'updates',
      message: `operators can speak of at most ${String(LIMITS.rolesMax)} roles; take back what was said of others`,
    },
  ];
}

/** All records that the order changes are written at once, each as a whole. */
function tooMuchText(cluster: Cluster, updates: readonly RoleUpdate[]): readonly Problem[] {
  const { clusterTextMax } = LIMITS;
  const text = jsonText(updates.map((update) => [update.role, recordAfter(cluster, update)]));
  if (text.length <= clusterTextMax) return [];
  const message = `come to ${String(text.length)} characters as JSON with all that was said of these roles before, at most ${String(clusterTextMax)} are written at once; name fewer roles in one order`;
  return [{ field: 'updates', message }];
}

function tooManyNames({ names }: Cluster, updates: readonly RoleUpdate[]): readonly Problem[] {
  const named = updates.flatMap(({ quota }) =>
    quota === undefined ? [] : [...quota.guarantee.keys(), ...quota.limit.keys()],
  );
  if (names.admit(named)) return [];
  const message = `the scalar resources of all agents and quotas may have at most ${String(RESOURCE_NAMES_MAX)} names; use names that agents have`;
  return [{ field: 'updates', message }];
}

/** Conflicts that the order can have brought about: those below the same top-level roles. */
function conflicts(cluster: Cluster, updates: readonly RoleUpdate[]): readonly Problem[] {
  if (updates.every(({ quota }) => quota === undefined)) return [];
  const tops = new Set(updates.map(({ role }) => topOf(role)));
  return quotaConflicts(quotasAfter(cluster, updates, (role) => tops.has(topOf(role)))).map(({ role, message }) => ({
    field: conflictField(updates, role),
    message,
  }));
}

function topOf(role: string): string {
  const end = role.indexOf('/');
  return end === -1 ? role : role.slice(0, end);
}

/** What of the order brings a conflict about: the limit that is too low, or a guarantee below it. */
function conflictField(updates: readonly RoleUpdate[], role: string): string {
  const limited = updates.findIndex((update) => update.role === role && update.quota !== undefined);
  if (limited !== -1) return `updates[${String(limited)}].quota.limit`;
  const guaranteed = updates.findIndex((update) => isBelow(update.role, role) && update.quota !== undefined);
  return guaranteed === -1 ? 'updates' : `updates[${String(guaranteed)}].quota.guarantee`;
}
