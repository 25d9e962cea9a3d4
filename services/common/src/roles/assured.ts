import type { Quota } from '../contract';
import { parentOf } from './role-name';

/** Quantities of scalars by name. */
export type Assured = ReadonlyMap<string, number>;

/** What is assured to roles: by a guarantee of their own or by those of the roles below them in sum, whichever is more. */
export interface AssuredRoles {
  /** To each top-level role, with all below it. */
  readonly tops: ReadonlyMap<string, Assured>;
  /** To the roles directly below each role, in sum; roles that have none are left out. */
  readonly below: ReadonlyMap<string, Assured>;
}

/** Adds up what quotas assure, from the most nested roles up. Costs as much as there are roles, with those above them. */
export function assuredRoles(quotas: ReadonlyMap<string, Quota>): AssuredRoles {
  const below = new Map<string, Map<string, number>>();
  const tops = new Map<string, Assured>();
  for (const level of deepestFirst(quotas.keys())) {
    for (const role of level) {
      const assured = larger(quotas.get(role)?.guarantee, below.get(role));
      if (assured === undefined) continue;
      const parent = parentOf(role);
      if (parent === undefined) {
        tops.set(role, assured);
        continue;
      }
      const sums = below.get(parent) ?? new Map<string, number>();
      for (const [name, milli] of assured) sums.set(name, (sums.get(name) ?? 0) + milli);
      below.set(parent, sums);
    }
  }
  return { tops, below };
}

/** All roles and those above them, level by level. */
function deepestFirst(roles: Iterable<string>): readonly (readonly string[])[] {
  const known = new Set<string>();
  const levels: string[][] = [];
  for (const role of roles) {
    for (let name: string | undefined = role; name !== undefined && !known.has(name); name = parentOf(name)) {
      known.add(name);
      const depth = depthOf(name);
      while (levels.length <= depth) levels.push([]);
      levels[depth]?.push(name);
    }
  }
  return levels.reverse();
}

function depthOf(role: string): number {
  let depth = 0;
  for (let at = role.indexOf('/'); at !== -1; at = role.indexOf('/', at + 1)) depth += 1;
  return depth;
}

function larger(a: Assured | undefined, b: Assured | undefined): Assured | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const largest = new Map(a);
  for (const [name, milli] of b) largest.set(name, Math.max(milli, largest.get(name) ?? 0));
  return largest;
}
