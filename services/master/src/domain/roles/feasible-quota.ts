import type { Quota, RoleUpdate } from '@parley/common/contract';
import type { Problem } from '@parley/common/kernel';
import { takeFrom } from '@parley/common/quantities';
import { formatMilli, plainOf } from '@parley/common/resources';
import { ancestorsOf, NO_QUOTA, parentOf } from '@parley/common/roles';
import type { Cluster } from '../cluster';
import { roleRecordOf } from './role-settings';
import { quotasAfter } from './validate-role-updates';

/** What of an order can only be had by force: limits below what is in use or reserved, which no offer that is taken back can make good; and guarantees beyond what the cluster has now. An order that does not
 *  make such a thing worse is not refused for it. */
export function infeasibleQuotas(cluster: Cluster, updates: readonly RoleUpdate[]): readonly Problem[] {
  const kept = consumedWithoutOffers(cluster, doubtfulRoles(cluster, updates));
  return [
    ...updates.flatMap((update, index) => limitProblems(cluster, update, { kept, index })),
    ...guaranteeProblems(cluster, updates),
  ];
}

/** The roles that consume more than their new limit, offers included: only for those it matters what offers hold. */
function doubtfulRoles({ names, roleTree }: Cluster, updates: readonly RoleUpdate[]): readonly string[] {
  return updates.flatMap(({ role, quota }) => {
    const consumed = roleTree.get(role)?.consumed;
    if (quota === undefined || consumed === undefined) return [];
    const exceeds = [...quota.limit].some(([name, limit]) => {
      const number = names.knownNumberOf(name);
      return number !== undefined && (consumed[number] ?? 0) > limit;
    });
    return exceeds ? [role] : [];
  });
}

function limitProblems(
  cluster: Cluster,
  { role, quota }: RoleUpdate,
  { kept, index }: { readonly kept: ReadonlyMap<string, readonly number[]>; readonly index: number },
): readonly Problem[] {
  const without = kept.get(role);
  if (quota === undefined || without === undefined) return [];
  const old = roleRecordOf(cluster, role).quota.limit;
  return [...quota.limit].flatMap(([name, limit]) => {
    const number = cluster.names.knownNumberOf(name);
    const now = number === undefined ? 0 : (without[number] ?? 0);
    if (limit >= now || limit >= (old.get(name) ?? Infinity)) return [];
    const message = `must be at least what is in use by ${role} or reserved for it, which is ${formatMilli(now)}`;
    return [{ field: `updates[${String(index)}].quota.limit.${name}`, message }];
  });
}

/** What each of some roles, with all below it, would still consume if all its offers were taken back. Goes over the offers once, however many roles are asked about. */
function consumedWithoutOffers(
  { roleTree, names, offers }: Cluster,
  roles: readonly string[],
): ReadonlyMap<string, readonly number[]> {
  const kept = new Map<string, number[]>(roles.map((role) => [role, [...(roleTree.get(role)?.consumed ?? [])]]));
  if (kept.size === 0) return kept;
  const above = new Map<string, readonly number[][]>();
  for (const { role, resources } of offers.values()) {
    const known = above.get(role);
    const takers =
      known ??
      [role, ...ancestorsOf(role)].flatMap((level) => {
        const left = kept.get(level);
        return left === undefined ? [] : [left];
      });
    if (known === undefined) above.set(role, takers);
    if (takers.length === 0) continue;
    const held = names.quantitiesOf(plainOf(resources));
    for (const left of takers) takeFrom(left, held);
  }
  return kept;
}

function guaranteeProblems(cluster: Cluster, updates: readonly RoleUpdate[]): readonly Problem[] {
  if (updates.every(({ quota }) => quota === undefined || quota.guarantee.size === 0)) return [];
  const before = unreservedNeeds(cluster, quotasAfter(cluster, []));
  const needs = unreservedNeeds(cluster, quotasAfter(cluster, updates));
  return [...needs].flatMap(([name, needed]) => {
    const number = cluster.names.knownNumberOf(name);
    const has = number === undefined ? 0 : (cluster.capacity[number] ?? 0);
    if (needed <= has || needed <= (before.get(name) ?? 0)) return [];
    const message = `all guarantees together would need ${formatMilli(needed)} ${name} beyond what is reserved, the cluster has ${formatMilli(has)}`;
    return updates.flatMap(({ quota }, index) =>
      (quota?.guarantee.get(name) ?? 0) > 0
        ? [{ field: `updates[${String(index)}].quota.guarantee.${name}`, message }]
        : [],
    );
  });
}

/** What the guarantees of all top-level roles need beyond what is reserved for them, by name. */
function unreservedNeeds(cluster: Cluster, quotas: ReadonlyMap<string, Quota>): ReadonlyMap<string, number> {
  const needs = new Map<string, number>();
  for (const [role, assured] of assuredByTop(quotas)) {
    const reserved = cluster.roleTree.get(role)?.reserved ?? [];
    for (const [name, milli] of assured) {
      const number = cluster.names.knownNumberOf(name);
      const rest = milli - (number === undefined ? 0 : (reserved[number] ?? 0));
      if (rest > 0) needs.set(name, (needs.get(name) ?? 0) + rest);
    }
  }
  return needs;
}

/** What is assured to each top-level role: its own guarantee or the sum of those below, whichever is more. */
function assuredByTop(quotas: ReadonlyMap<string, Quota>): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const below = new Map<string, Map<string, number>>();
  const tops = new Map<string, ReadonlyMap<string, number>>();
  for (const role of deepestFirst(quotas.keys())) {
    const assured = new Map(below.get(role));
    for (const [name, milli] of (quotas.get(role) ?? NO_QUOTA).guarantee)
      assured.set(name, Math.max(milli, assured.get(name) ?? 0));
    const parent = parentOf(role);
    if (parent === undefined) tops.set(role, assured);
    else {
      const sums = below.get(parent) ?? new Map<string, number>();
      for (const [name, milli] of assured) sums.set(name, (sums.get(name) ?? 0) + milli);
      below.set(parent, sums);
    }
  }
  return tops;
}

/** All roles and those above them; whoever is below another comes first, since a longer path sorts behind its beginning. */
function deepestFirst(roles: Iterable<string>): readonly string[] {
  const all = new Set<string>();
  for (const role of roles) {
    for (let name: string | undefined = role; name !== undefined; name = parentOf(name)) all.add(name);
  }
  return [...all].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}
