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
      waiting = new Map([...goWithout(cluster)].map((each) => [each, before.get(each) ?? now]));
      for (const [who, since] of waiting) {
        if (now - since > PATIENCE_MS) return `${who}, for ${String(now - since)} ms`;
      }
      return undefined;
    },
    atRest: () => (starving.size === 0 ? undefined : `${[...starving].join(' and ')} starve at rest`),
  };
};

/** Who would take what, and is not offered it. */
function* goWithout(cluster: SimulatedCluster): Iterable<string> {
  const term = cluster.leader?.master?.core.term;
  // Quota may leave things free on purpose.
  if (term === undefined || cluster.allocator.allocator?.isReady() !== true || term.cluster.roleTree.hasQuota) return;
  for (const agent of term.cluster.agents.values()) {
    const isInUse = agent.mirrored && agent.link !== undefined && agent.lifecycle.state === 'active';
    if (!isInUse || agent.deactivated || !agent.listed || agent.window !== undefined) continue;
    const free = plainFree(agent);
    if ((free.get('cpus') ?? 0) < LEAST.cpus && (free.get('mem') ?? 0) < LEAST.mem) continue;
    for (const framework of term.cluster.frameworks.values()) {
      if (framework.lifecycle.state !== 'connected' || framework.session === undefined) continue;
      for (const role of framework.info.roles) {
        if (framework.suppressed.has(role) || !waitsFor(framework, role, free)) continue;
        if (isRefused(term, framework, { role, agent })) continue;
        yield `${framework.frameworkId} would take in ${role} what is free on ${agent.agentId}`;
      }
    }
  }
}

function plainFree(agent: Agent): ReadonlyMap<string, number> {
  const held = ({ scalars }: Resources, key: string): number => scalars.get(key) ?? 0;
  const plain = [...agent.total.scalars].filter(([key]) => isPlainKey(key));
  return new Map(plain.map(([key, milli]) => [key, milli - held(agent.used, key) - held(agent.offered, key)]));
}

function waitsFor(framework: Framework, role: string, free: ReadonlyMap<string, number>): boolean {
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
