import type { Quota, RoleUpdate } from '@parley/common/contract';
import type { Problem } from '@parley/common/kernel';
import { takeFrom } from '@parley/common/quantities';
import { formatMilli, plainOf } from '@parley/common/resources';
import { ancestorsOf, assuredRoles } from '@parley/common/roles';
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
  const has = (name: string): number => {
    const number = cluster.names.knownNumberOf(name);
    return number === undefined ? 0 : (cluster.capacity[number] ?? 0);
  };
  const needs = unreservedNeeds(cluster, quotasAfter(cluster, updates));
  const tooMuch = [...needs].filter(([name, needed]) => needed > has(name));
  if (tooMuch.length === 0) return [];
  const before = unreservedNeeds(cluster, quotasAfter(cluster, []));
  return tooMuch.flatMap(([name, needed]) => {
    if (needed <= (before.get(name) ?? 0)) return [];
    const message = `all guarantees together would need ${formatMilli(needed)} ${name} beyond what is reserved, the cluster has ${formatMilli(has(name))}`;
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
  for (const [role, assured] of assuredRoles(quotas).tops) {
    const reserved = cluster.roleTree.get(role)?.reserved ?? [];
    for (const [name, milli] of assured) {
      const number = cluster.names.knownNumberOf(name);
      const rest = milli - (number === undefined ? 0 : (reserved[number] ?? 0));
      if (rest > 0) needs.set(name, (needs.get(name) ?? 0) + rest);
    }
  }
  return needs;
}
