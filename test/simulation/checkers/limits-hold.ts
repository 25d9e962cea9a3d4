import { isPlainKey, kindOf } from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';
import type { CheckerMaker, Evidence } from './checker';

type Cluster = NonNullable<NonNullable<Evidence['cluster']['leader']>['master']>['core']['term']['cluster'];

/**
 * No offer is made, and no launch accepted, that takes of anything of which its role or one above it has more than its limit then. Consumption is added up
 * anew from the books of the leader: what frameworks of the subtree hold or were offered, and what is reserved for its roles. A role may be beyond its limit
 * in what is not taken: limits are lowered under running tasks.
 */
export const limitsHold: CheckerMaker = ({ cluster }) => ({
  name: 'limits-hold',
  happened: ({ of, event }) => {
    if (of !== 'master' || (event.event !== 'offer-made' && event.event !== 'task-launched')) return undefined;
    const books = cluster.leader?.master?.core.term.cluster;
    if (books === undefined) return undefined;
    const taken =
      event.event === 'offer-made'
        ? books.offers.get(event.offerId)
        : books.frameworks.get(event.frameworkId)?.tasks.get(event.taskId);
    return taken === undefined ? undefined : breach(books, taken, event.event);
  },
});

/** What somebody was given, in which role. */
interface Taken {
  readonly role: string;
  readonly resources: Resources;
}

function breach(books: Cluster, { role, resources }: Taken, what: string): string | undefined {
  for (let level: string | undefined = role; level !== undefined; level = levelAbove(level)) {
    for (const [name, limit] of books.roles.get(level)?.quota.limit ?? []) {
      if (plainOfName(resources, name) === 0) continue;
      const consumed = consumption(books, level, name);
      if (consumed > limit) {
        return `${what} for ${role}: ${level} consumes ${String(consumed)} thousandths of ${name}, its limit is ${String(limit)}`;
      }
    }
  }
  return undefined;
}

function levelAbove(role: string): string | undefined {
  const end = role.lastIndexOf('/');
  return end === -1 ? undefined : role.slice(0, end);
}

function consumption(books: Cluster, role: string, name: string): number {
  const isWithin = (other: string): boolean => other === role || other.startsWith(`${role}/`);
  let consumed = 0;
  for (const agent of books.agents.values()) {
    // What an agent that is out of sight holds does not count until it is back.
    if (!agent.mirrored) continue;
    for (const holding of agent.holdings.values()) {
      if (isWithin(holding.role)) consumed += plainOfName(holding.allocated, name) + plainOfName(holding.offered, name);
    }
    consumed += reservedOf(agent.total, name, isWithin);
  }
  return consumed;
}

function plainOfName(held: Resources, name: string): number {
  let sum = 0;
  for (const [key, milli] of held.scalars) if (key === name && isPlainKey(key)) sum += milli;
  return sum;
}

function reservedOf(total: Resources, name: string, isWithin: (role: string) => boolean): number {
  let sum = 0;
  for (const [key, milli] of total.scalars) {
    const kind = kindOf(key);
    const owner = kind.reservations.at(-1);
    if (kind.name === name && owner !== undefined && isWithin(owner)) sum += milli;
  }
  return sum;
}
