import type { RoleUpdate } from '@parley/common/contract';
import { addTo, hasAny, takeFrom } from '@parley/common/quantities';
import { plainOf } from '@parley/common/resources';
import { ancestorsOf, levelsOf } from '@parley/common/roles';
import { OK } from '../domain/frameworks/call-log';
import { LIMITS } from '../domain/limits';
import type { OpenOffer } from '../domain/offers/offer';
import type { RegistryChange, RoleRecord } from '../domain/registry';
import { callProblem } from '../domain/rejections';
import type { Rejection } from '../domain/rejections';
import { infeasibleQuotas } from '../domain/roles/feasible-quota';
import { recordAfter, roleWeight, saysNothing } from '../domain/roles/role-settings';
import { validateRoleUpdates } from '../domain/roles/validate-role-updates';
import { answer } from './answers';
import type { Job } from './jobs';
import { rescindOffer } from './offers';
import type { RolesOrder } from './role-orders';
import type { Term } from './term';

/** Offers that are looked at in one step. */
const OFFERS_PER_STEP = 8;
/** What an offer that is taken back counts for in a slice, so that about 500 go into one. */
const RESCINDED_BYTES = 2_048;

/** Takes an order about roles. Orders follow one another: each is judged once the one before has taken effect. */
export function orderRoles(term: Term, order: RolesOrder): void {
  if (term.roleOrders.add(order)) beginNext(term);
  else answer(term, order.asker, callProblem({ kind: 'role-orders-full', most: LIMITS.roleOrdersMax }));
}

/** The registry has an order: weights, quotas and packings count from here on, for proposals too; offers that stand against them are taken back in slices, and the
 *  answer follows the last. Running tasks stay. */
export function rolesWritten(term: Term, order: RolesOrder): void {
  const { updates } = order;
  for (const update of updates) applyRole(term, update.role, recordAfter(term.cluster, update));
  term.observe({ event: 'roles-updated', roles: updates.length });
  const changed = updates.flatMap(({ role, quota }) => (quota === undefined ? [] : [{ role, quota }]));
  const limited = changed.filter(({ role }) => isBeyondLimit(term, role)).map(({ role }) => role);
  const guaranteed = changed.filter(({ quota }) => quota.guarantee.size > 0).map(({ role }) => role);
  if (limited.length > 0 || guaranteed.length > 0) term.jobs.add(rescindThenEnd(term, order, { limited, guaranteed }));
  else endOrder(term, order);
}

interface Broken {
  /** Roles that consume more than their limit. */
  readonly limited: readonly string[];
  /** Roles to which something was promised. */
  readonly guaranteed: readonly string[];
}

function* rescindThenEnd(term: Term, order: RolesOrder, { limited, guaranteed }: Broken): Job {
  if (limited.length > 0) yield* rescindBeyondLimits(term, new Set(limited));
  if (guaranteed.length > 0) yield* rescindForGuarantees(term, guaranteed);
  endOrder(term, order);
}

function endOrder(term: Term, { asker }: RolesOrder): void {
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
  const record = recordAfter(term.cluster, update);
  return saysNothing(record) ? { change: 'remove-role', role } : { change: 'put-role', role, record };
}

function isBeyondLimit(term: Term, role: string): boolean {
  return hasAny(excessOf(term, role));
}

/** What a role consumes beyond its limit; below nothing what is left of it. */
function excessOf({ cluster }: Term, role: string): readonly number[] {
  const { consumed = [], limit = [] } = cluster.roleTree.get(role) ?? {};
  return consumed.map((milli, number) => milli - (limit[number] ?? Infinity));
}

/** Takes back offers of roles and those below them until what they consume is within their limits, as far as offers can bring that about. The oldest come first. */
function rescindBeyondLimits(term: Term, limited: ReadonlySet<string>): Job {
  return rescindWhile(term, ({ role }) =>
    [role, ...ancestorsOf(role)].flatMap((level) => (limited.has(level) ? [excessOf(term, level)] : [])),
  );
}

/** Takes back offers of other roles until what is free could meet all guarantees that are not met. Whether it is of use is judged by quantity alone, as
 *  guarantees are; offers within a guarantee of their own are left, since taking them back only makes that guarantee wanting. */
function rescindForGuarantees(term: Term, guaranteed: readonly string[]): Job {
  const { roleTree, capacity } = term.cluster;
  const tops = new Set(guaranteed.map((role) => levelsOf(role)[0]));
  return rescindWhile(term, ({ role }) => {
    const missing: number[] = [];
    addTo(missing, roleTree.requiredHeadroom);
    takeFrom(missing, capacity);
    addTo(missing, roleTree.root.held);
    const helpsAnother = tops.size > 1 || !tops.has(levelsOf(role)[0]);
    return hasAny(missing) && helpsAnother && !isWithinGuarantee(term, role) ? [missing] : [];
  });
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
function* rescindWhile(term: Term, wanted: (offer: OpenOffer) => readonly (readonly number[])[]): Job {
  const { names, offers } = term.cluster;
  let looked = 0;
  for (const offer of [...offers.values()]) {
    looked += 1;
    if (looked % OFFERS_PER_STEP === 0) yield 0;
    if (!offers.has(offer.offerId)) continue;
    const wanting = wanted(offer).filter(hasAny);
    if (wanting.length === 0) continue;
    const has = names.quantitiesOf(plainOf(offer.resources));
    if (!has.some((milli, number) => milli > 0 && wanting.some((some) => (some[number] ?? 0) > 0))) continue;
    rescindOffer(term, offer, 'rescinded');
    yield RESCINDED_BYTES;
  }
}
