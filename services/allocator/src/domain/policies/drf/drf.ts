import type { Policy, Standing } from '../policy';

/**
 * Weighted dominant-resource fairness (mesos-semantics §3.6): the lowest weighted share comes first; among equals who was served less
 * often; then the name, by code units.
 */
export function compareByShare(a: Standing, b: Standing): number {
  if (a.share !== b.share) return a.share - b.share;
  if (a.allocations !== b.allocations) return a.allocations - b.allocations;
  return a.name < b.name ? -1 : Number(a.name > b.name);
}

/** Fair shares over the roles, and within a role over its frameworks. */
export function drf(): Policy {
  return { name: 'drf', compareRoles: compareByShare, compareFrameworks: compareByShare, nextTurn: () => 0 };
}
