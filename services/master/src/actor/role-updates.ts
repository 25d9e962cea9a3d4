import type { RoleUpdate } from '@parley/common/contract';
import { addTo, hasAny, takeFrom } from '@parley/common/quantities';
import { plainOf } from '@parley/common/resources';
import { isBelow, levelsOf, weightOf } from '@parley/common/roles';
import { rolesOf } from '../domain/cluster';
import { OK } from '../domain/frameworks/call-log';
import { LIMITS } from '../domain/limits';
import type { OpenOffer } from '../domain/offers/offer';
import type { RegistryChange, RoleRecord } from '../domain/registry';
import { callProblem } from '../domain/rejections';
import type { Rejection } from '../domain/rejections';
import { infeasibleQuotas } from '../domain/roles/feasible-quota';
import { DEFAULT_PACKING, roleRecordOf, roleWeight, saysNothing } from '../domain/roles/role-settings';
import { validateRoleUpdates } from '../domain/roles/validate-role-updates';
import { answer } from './answers';
import { rescindOffer } from './offers';
import type { RolesOrder } from './role-orders';
import type { Term } from './term';

/** Takes an order about roles. Orders follow one another: each is judged once the one before has taken effect. */
export function orderRoles(term: Term, order: RolesOrder): void {
  if (term.roleOrders.add(order)) beginNext(term);
  else answer(term, order.asker, callProblem({ kind: 'role-orders-full', most: LIMITS.roleOrdersMax }));
}

/** The registry has an order: weights, quotas and packings count from here on; offers that stand against them are taken back. Running tasks stay. */
export function rolesWritten(term: Term, { updates, asker }: RolesOrder): void {
  for (const update of updates) applyRole(term, update.role, recordAfter(term, update));
  for (const { role, quota } of updates) {
    if (quota !== undefined) rescindBeyondLimit(term, role);
  }
  for (const { role, quota } of updates) {
    if (quota !== undefined && quota.guarantee.size > 0) rescindForGuarantee(term, role);
  }
  term.observe({ event: 'roles-updated', roles: updates.length });
  answer(term, asker, OK);
  term.roleOrders.done();
  beginNext(term);
}

/** Sets what operators said about a role, and tells the allocator and whoever watches. */
export function applyRole(term: Term, role: string, record: RoleRecord): void {
  const { cluster } = term;
  if (saysNothing(record)) cluster.roles.delete(role);
  else cluster.roles.set(role, record);
  cluster.roleTree.setQuota(role, record.quota);
  cluster.roleTree.setWeight(role, roleWeight(cluster, role));
  term.mirror.role(role);
  term.changes.role(role);
}

/** All roles, as a session of the allocator begins with them. */
export function noteAllRoles(term: Term): void {
  for (const role of rolesOf(term.cluster)) term.mirror.role(role);
}

function beginNext(term: Term): void {
  for (let order = term.roleOrders.take(); order !== undefined; order = term.roleOrders.take()) {
    const rejection = rejectionOf(term, order);
    if (rejection === undefined) {
      term.write(
        { purpose: 'update-roles', order },
        order.updates.map((update) => changeOf(term, update)),
      );
      return;
    }
    answer(term, order.asker, callProblem(rejection));
    term.roleOrders.done();
  }
}

function rejectionOf({ cluster }: Term, { updates, force }: RolesOrder): Rejection | undefined {
  const problems = validateRoleUpdates(cluster, updates);
  if (problems.length > 0) return { kind: 'roles-invalid', problems };
  const unforced = force ? [] : infeasibleQuotas(cluster, updates);
  return unforced.length > 0 ? { kind: 'quota-infeasible', problems: unforced } : undefined;
}

function changeOf(term: Term, update: RoleUpdate): RegistryChange {
  const { role } = update;
  const record = recordAfter(term, update);
  return saysNothing(record) ? { change: 'remove-role', role } : { change: 'put-role', role, record };
}

/** What is as configured, or the default, is not kept, so that it follows the configuration. */
function recordAfter({ cluster }: Term, { role, weight, quota, packing }: RoleUpdate): RoleRecord {
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

/** Takes back offers of a role and those below it until what it consumes is within its limit, as far as offers can bring that about. The oldest come first. */
function rescindBeyondLimit(term: Term, limited: string): void {
  const { roleTree } = term.cluster;
  const excess = (): readonly number[] => {
    const { consumed = [], limit = [] } = roleTree.get(limited) ?? {};
    return consumed.map((milli, number) => milli - (limit[number] ?? Infinity));
  };
  rescindWhile(term, excess, ({ role }) => role === limited || isBelow(role, limited));
}

/** Takes back offers of other roles until what is free could meet all guarantees that are not met. Whether it is of use is judged by quantity alone, as
 *  guarantees are; offers within a guarantee of their own are left, since taking them back only makes that guarantee wanting. */
function rescindForGuarantee(term: Term, guaranteed: string): void {
  const { roleTree, capacity } = term.cluster;
  const missing = (): readonly number[] => {
    const needed: number[] = [];
    addTo(needed, roleTree.requiredHeadroom);
    takeFrom(needed, capacity);
    addTo(needed, roleTree.root.held);
    return needed;
  };
  const [own] = levelsOf(guaranteed);
  rescindWhile(term, missing, ({ role }) => levelsOf(role)[0] !== own && !isWithinGuarantee(term, role));
}

/** Whether the role, or one above it, consumes no more than it is guaranteed. */
function isWithinGuarantee({ cluster }: Term, role: string): boolean {
  for (let node = cluster.roleTree.get(role); node !== undefined; node = node.parent) {
    const { guaranteed, guarantee, consumed } = node;
    if (guaranteed && guarantee.every((milli, number) => milli === 0 || (consumed[number] ?? 0) <= milli)) return true;
  }
  return false;
}

/** Takes back one offer after another that has something of what there is too little of, or too much. No filter follows: nobody refused anything. */
function rescindWhile(term: Term, wanting: () => readonly number[], eligible: (offer: OpenOffer) => boolean): void {
  const { names } = term.cluster;
  let wanted = wanting();
  for (const offer of [...term.cluster.offers.values()]) {
    if (!hasAny(wanted)) return;
    const has = names.quantitiesOf(plainOf(offer.resources));
    if (!eligible(offer) || !has.some((milli, number) => milli > 0 && (wanted[number] ?? 0) > 0)) continue;
    rescindOffer(term, offer, 'rescinded');
    wanted = wanting();
  }
}
