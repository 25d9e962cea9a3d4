import type { Resources } from '@parley/common/resources';
import { isPlainKey } from '@parley/common/resources';
import type { SimulatedCluster } from '../../worlds/simulated/simulated-cluster';
import type { CheckerMaker } from './checker';

type Term = NonNullable<NonNullable<SimulatedCluster['leader']>['master']>['core']['term'];
type Framework = Term['cluster']['frameworks'] extends Map<unknown, infer Each> ? Each : never;
type Agent = Term['cluster']['agents'] extends Map<unknown, infer Each> ? Each : never;

/** How long something may be free, in quiet, that somebody would take. */
const PATIENCE_MS = 15_000;
/** Between two looks. */
const LOOK_MS = 500;
/** Less than this of both is not offered to anybody. */
const LEAST = { cpus: 10, mem: 32_000 };

/**
 * Once all is quiet, nothing stays free that a framework would take: who is connected, has not suppressed the role, waits for something, and refuses nothing of
 * the agent, is offered what is free there, or somebody else is. And at rest no role starves, as far as the allocator itself sees.
 */
export const nobodyStarves: CheckerMaker = ({ cluster, quietSince }) => {
  /** Since when each framework goes without what it would take. Bounded by frameworks, roles and agents. */
  let waiting = new Map<string, number>();
  const starving = new Set<string>();
  let nextLook = 0;
  return {
    name: 'nobody-starves',
    happened: ({ of, event }) => {
      if (of !== 'allocator') return undefined;
      if (event.event === 'session-begun') starving.clear();
      if (event.event === 'starvation-changed' && event.change === 'begun') starving.add(event.role);
      if (event.event === 'starvation-changed' && event.change === 'ended') starving.delete(event.role);
      return undefined;
    },
    everyStep: () => {
      const { now } = cluster.timeline;
      if (quietSince() === undefined || now < nextLook) return undefined;
      nextLook = now + LOOK_MS;
      const before = waiting;
      waiting = new Map(goWithout(cluster).map((each) => [each, before.get(each) ?? now]));
      for (const [who, since] of waiting) {
        if (now - since > PATIENCE_MS) return `${who}, for ${String(now - since)} ms`;
      }
      return undefined;
    },
    atRest: () => (starving.size === 0 ? undefined : `${[...starving].join(' and ')} starve at rest`),
  };
};

/** Who would take what, and is not offered it. */
function goWithout(cluster: SimulatedCluster): readonly string[] {
  const term = cluster.leader?.master?.core.term;
  // Quota may leave things free on purpose.
  if (term === undefined || cluster.allocator.allocator?.isReady() !== true || term.cluster.roleTree.hasQuota)
    return [];
  const frameworks = [...term.cluster.frameworks.values()].filter(
    ({ lifecycle, session }) => lifecycle.state === 'connected' && session !== undefined,
  );
  return [...term.cluster.agents.values()].filter(isInUse).flatMap((agent) => {
    const free = plainFree(agent);
    if ((free.get('cpus') ?? 0) < LEAST.cpus && (free.get('mem') ?? 0) < LEAST.mem) return [];
    return frameworks.flatMap((framework) =>
      framework.info.roles
        .filter((role) => waitsFor(framework, role, free) && !isRefused(term, framework, { role, agent }))
        .map((role) => `${framework.frameworkId} would take in ${role} what is free on ${agent.agentId}`),
    );
  });
}

function isInUse({ mirrored, link, lifecycle, deactivated, listed, window }: Agent): boolean {
  const isThere = mirrored && link !== undefined && lifecycle.state === 'active';
  return isThere && !deactivated && listed && window === undefined;
}

function plainFree(agent: Agent): ReadonlyMap<string, number> {
  const held = ({ scalars }: Resources, key: string): number => scalars.get(key) ?? 0;
  const plain = [...agent.total.scalars].filter(([key]) => isPlainKey(key));
  return new Map(plain.map(([key, milli]) => [key, milli - held(agent.used, key) - held(agent.offered, key)]));
}

function waitsFor(framework: Framework, role: string, free: ReadonlyMap<string, number>): boolean {
  if (framework.suppressed.has(role)) return false;
  const shapes = framework.demands.get(role);
  if (shapes === undefined) return true;
  // With an offer in hand it may have all that it waits for.
  if ([...framework.offers].some((offer) => offer.role === role)) return false;
  return shapes.some(({ resources }) => [...resources.scalars].every(([key, milli]) => (free.get(key) ?? 0) >= milli));
}

function isRefused(term: Term, framework: Framework, at: { readonly role: string; readonly agent: Agent }): boolean {
  for (const { role, agentId, filters } of framework.filters.values()) {
    if (role !== at.role || agentId !== at.agent.agentId) continue;
    if (filters.some(({ until }) => until > term.at.now)) return true;
  }
  return false;
}
