import type { Proposal, RefusalReason } from '@parley/common/contract';
import type { MonotonicMs } from '@parley/common/kernel';
import { containsResources, isEmptyResources } from '@parley/common/resources';
import { isOfferable } from '../agents/agent';
import type { Agent } from '../agents/agent';
import { freeOf } from '../allocation';
import type { Cluster } from '../cluster';
import { bucketOf, isOfferedTo } from '../frameworks/framework';
import type { Framework } from '../frameworks/framework';
import { LIMITS } from '../limits';
import type { MasterSettings } from '../settings';
import { blockingFilter } from './filters';

/** What the master makes of a proposal: who and what it is about, or why it is refused and when to ask again. */
export type ProposalVerdict =
  | { readonly verdict: 'offer'; readonly agent: Agent; readonly framework: Framework }
  | { readonly verdict: 'refuse'; readonly reason: RefusalReason; readonly retryAfterMs: number };

/** A refused proposal that nothing can be said about is welcome again after this long. */
const RETRY_MS = 1_000;

/** Checks a proposal against the master's own truth: no allocator, however wrong, can make it promise a resource twice or ignore a refusal. */
export function checkProposal(
  world: { readonly cluster: Cluster; readonly settings: MasterSettings },
  proposal: Proposal,
  now: MonotonicMs,
): ProposalVerdict {
  const { agentId, frameworkId, role, resources } = proposal;
  const agent = world.cluster.agents.get(agentId);
  const framework = world.cluster.frameworks.get(frameworkId);
  if (isEmptyResources(resources)) return refuse('empty');
  if (agent?.mirrored !== true) return refuse('agent-unknown');
  if (!isOfferable(agent)) return refuse('agent-inactive');
  if (framework === undefined) return refuse('framework-unknown');
  if (!isOfferedTo(framework)) return refuse('framework-inactive');
  if (!framework.info.roles.includes(role)) return refuse('role-not-subscribed');
  if (framework.suppressed.has(role)) return refuse('role-suppressed');
  if (!isAvailable(agent, resources)) return refuse('not-available');
  const filter = blockingFilter(bucketOf(framework, role, agentId), resources, now);
  if (filter !== undefined) return refuse('filtered', filter.until - now);
  if (!reachesMinimum(world.settings, resources)) return refuse('below-minimum');
  return { verdict: 'offer', agent, framework };
}

/** Nothing is promised twice: what tasks use and open offers hold is not free. */
function isAvailable(agent: Agent, resources: Proposal['resources']): boolean {
  return containsResources(freeOf(agent), resources) && agent.offers.size < LIMITS.offersPerAgentMax;
}

function refuse(reason: RefusalReason, retryAfterMs: number = RETRY_MS): ProposalVerdict {
  return { verdict: 'refuse', reason, retryAfterMs: Math.max(1, Math.ceil(retryAfterMs)) };
}

/** Any of the groups is enough (mesos-semantics §3.9); no group means that anything goes. */
function reachesMinimum({ minAllocatable }: MasterSettings, resources: Proposal['resources']): boolean {
  return minAllocatable.length === 0 || minAllocatable.some((group) => containsResources(resources, group));
}
