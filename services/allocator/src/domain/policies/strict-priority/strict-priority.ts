import { compareByShare } from '../drf/drf';
import type { Policy, Standing } from '../policy';

/** Priorities by role: the higher is served first. A role that is not listed has {@link DEFAULT_PRIORITY}. */
export type RolePriorities = ReadonlyMap<string, number>;

/** The priority of roles that nobody has said anything about. */
export const DEFAULT_PRIORITY = 0;

/**
 * Roles of a higher priority take everything they want before their siblings are offered anything; roles of one priority, and the
 * frameworks of a role, share fairly. Priorities count among siblings: what a nested role gets, it gets within its parent's turn.
 */
export function strictPriority(priorities: RolePriorities): Policy {
  const priorityOf = ({ role }: Standing): number => priorities.get(role) ?? DEFAULT_PRIORITY;
  return {
    name: 'strict-priority',
    compareRoles: (a, b) => priorityOf(b) - priorityOf(a) || compareByShare(a, b),
    compareFrameworks: compareByShare,
    nextTurn: () => 0,
  };
}
