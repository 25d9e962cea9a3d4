import type { LimitBreach } from '@parley/common/roles';
import type { Quantities } from '@parley/common/quantities';
import { addResources, chargeable, plainOf, sharedOf, subtractResources, sumResources } from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';
import type { Cluster } from '../cluster';
import type { OpenOffer } from './offer';

/** Everything that offers of one agent hold together. What is shared is there once, however many of them name it. */
export function poolOf(offers: readonly OpenOffer[]): Resources {
  const held = sumResources(offers.map(({ resources }) => chargeable(resources)));
  const scalars = new Map<string, number>();
  for (const { resources } of offers) {
    for (const [key, milli] of sharedOf(resources).scalars) scalars.set(key, milli);
  }
  const others = offers.map(({ resources }) => ({ ...sharedOf(resources), scalars: new Map<string, number>() }));
  return addResources(held, { ...sumResources(others), scalars });
}

/** What is left of a pool when a task has taken its part: what is shared stays for the next task. */
export function takeFromPool(pool: Resources, taken: Resources): Resources {
  return subtractResources(pool, chargeable(taken));
}

/**
 * The limit that would be exceeded, on any level, if tasks took what they `want` of a pool that was offered to a role; undefined when
 * none would. Limits may have been lowered since the offer was made. What is reserved, revocable or shared is not limited by its use.
 */
export function limitBreachOf(
  { roleTree, names }: Cluster,
  pool: { readonly role: string; readonly offered: Resources; readonly wanted: readonly Resources[] },
): LimitBreach | undefined {
  if (!roleTree.hasLimits) return undefined;
  const { role } = pool;
  const offered = names.quantitiesOf(plainOf(pool.offered));
  const wanted = new Map<string, number>();
  for (const { scalars } of pool.wanted.map(plainOf)) {
    for (const [name, milli] of scalars) wanted.set(name, (wanted.get(name) ?? 0) + milli);
  }
  // What was offered is counted as consumed already; tasks that want more than that are refused one by one.
  const extra = offered.map((milli, number) => Math.min(milli, wanted.get(names.nameOf(number)) ?? 0));
  return without(roleTree, { role, offered }, () => roleTree.limitBreach(role, extra));
}

/** Asks something as if the offered quantities were not held. */
function without<Answer>(
  roleTree: Cluster['roleTree'],
  held: { readonly role: string; readonly offered: Quantities },
  ask: () => Answer,
): Answer {
  roleTree.discharge(held.role, held.offered);
  const answer = ask();
  roleTree.charge(held.role, held.offered);
  return answer;
}
