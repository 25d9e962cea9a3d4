import type { AllocatorRole, Packing, RoleUpdate, RoleView } from '@parley/common/contract';
import { NO_QUOTA, isNoQuota, weightOf } from '@parley/common/roles';
import type { Cluster } from '../cluster';
import type { RoleRecord } from '../registry';

/** What a role has of which operators said nothing. */
const NOTHING_SAID: RoleRecord = { weight: undefined, quota: NO_QUOTA, packing: undefined };

/** Whole agents are offered unless an operator says otherwise: what users of Mesos expect. */
const DEFAULT_PACKING: Packing = 'whole-agent';

/** What operators said about a role. */
export function roleRecordOf(cluster: Cluster, role: string): RoleRecord {
  return cluster.roles.get(role) ?? NOTHING_SAID;
}

/** What is kept of a role once an order about it took effect. What is as configured, or the default, is not kept, so that it follows the configuration. */
export function recordAfter(cluster: Cluster, { role, weight, quota, packing }: RoleUpdate): RoleRecord {
  const known = roleRecordOf(cluster, role);
  return {
    weight: weight === undefined ? known.weight : unlessDefault(weight, weightOf(cluster.weights, role)),
    quota: quota ?? known.quota,
    packing: packing === undefined ? known.packing : unlessDefault(packing, DEFAULT_PACKING),
  };
}

function unlessDefault<Value>(value: Value, standard: Value): Value | undefined {
  return value === standard ? undefined : value;
}

/** Whether a record says nothing that would not hold without it. */
export function saysNothing({ weight, quota, packing }: RoleRecord): boolean {
  return weight === undefined && packing === undefined && isNoQuota(quota);
}

/** A role's weight: the operators' word, else the configuration's, else the default. */
export function roleWeight(cluster: Cluster, role: string): number {
  return cluster.roles.get(role)?.weight ?? weightOf(cluster.weights, role);
}

/** A role as the allocator mirrors it. */
export function allocatorRole(cluster: Cluster, role: string): AllocatorRole {
  const { quota, packing } = roleRecordOf(cluster, role);
  return { role, weight: roleWeight(cluster, role), quota, packing: packing ?? DEFAULT_PACKING };
}

/** A role as operators see it. */
export function viewRole(cluster: Cluster, role: string): RoleView {
  const node = cluster.roleTree.get(role);
  const consumed = node === undefined ? new Map<string, number>() : cluster.names.scalarsOf(node.consumed);
  return { ...allocatorRole(cluster, role), consumed };
}
