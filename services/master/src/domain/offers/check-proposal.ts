import type { FrameworkCapability, Proposal, RefusalReason } from '@parley/common/contract';
import type { MonotonicMs } from '@parley/common/kernel';
import {
  containsResources,
  hasKind,
  isEmptyResources,
  isOfferableTo,
  isPlain,
  plainOf,
  sharedOf,
} from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';
import type { Agent } from '../agents/agent';
import { standingOf } from '../agents/standing';
import { freeOf } from '../allocation';
import type { Cluster } from '../cluster';
import { bucketOf, isOfferedTo } from '../frameworks/framework';
import type { Framework } from '../frameworks/framework';
import { admitsAgent, reachesMinimum } from '../frameworks/offer-rules';
import { LIMITS } from '../limits';
import type { MasterSettings } from '../settings';
import { blockingFilter } from './filters';

/** What the master makes of a proposal: who and what it is about, or why it is refused and when to ask again. */
export type ProposalVerdict =
  | { readonly verdict: 'offer'; readonly agent: Agent; readonly framework: Framework }
  | { readonly verdict: 'refuse'; readonly reason: RefusalReason; readonly retryAfterMs: number };

/** What the master holds a proposal against. */
export interface ProposalWorld {
  readonly cluster: Cluster;
  readonly settings: MasterSettings;
}

/** A refused proposal that nothing can be said about is welcome again after this long. */
const RETRY_MS = 1_000;
/** One that only a change of the agent or of the framework can make acceptable; the allocator hears of such a change at once. */
const RETRY_MISFIT_MS = 10_000;

interface Match {
  readonly agent: Agent;
  readonly framework: Framework;
  readonly role: string;
  readonly resources: Resources;
}

/** Checks a proposal against the master's own truth: no allocator, however wrong, can make it promise a resource twice, exceed a limit or ignore a refusal. */
export function checkProposal(world: ProposalWorld, proposal: Proposal, now: MonotonicMs): ProposalVerdict {
  const { agentId, frameworkId, role, resources } = proposal;
  if (isEmptyResources(resources)) return refuse('empty');
  const agent = world.cluster.agents.get(agentId);
  if (agent?.mirrored !== true) return refuse('agent-unknown');
  if (standingOf(agent) !== 'offerable') return refuse('agent-inactive');
  const framework = world.cluster.frameworks.get(frameworkId);
  if (framework === undefined) return refuse('framework-unknown');
  const match: Match = { agent, framework, role, resources };
  const unwilling = unwillingness(match);
  if (unwilling !== undefined) return refuse(unwilling);
  const misfit = misfitOf(world.settings, match);
  if (misfit !== undefined) return refuse(misfit, RETRY_MISFIT_MS);
  if (!isAvailable(agent, resources)) return refuse('not-available');
  if (breaksLimit(world.cluster, match)) return refuse('quota-limit');
  const filter = blockingFilter(bucketOf(framework, role, agentId), resources, now);
  if (filter !== undefined) return refuse('filtered', filter.until - now);
  if (!reachesMinimum({ info: framework.info, role, resources }, world.settings)) return refuse('below-minimum');
  return { verdict: 'offer', agent, framework };
}

/** Why the framework takes nothing for the role at present. */
function unwillingness({ framework, role }: Match): RefusalReason | undefined {
  if (!isOfferedTo(framework)) return 'framework-inactive';
  if (!framework.info.roles.includes(role)) return 'role-not-subscribed';
  return framework.suppressed.has(role) ? 'role-suppressed' : undefined;
}

/** Why this agent, or these resources of it, are not for this framework in this role, however much of them is free. */
function misfitOf(settings: MasterSettings, match: Match): RefusalReason | undefined {
  const { agent, framework, role, resources } = match;
  const { info } = framework;
  const { domain } = agent.info;
  const isElsewhere = settings.region !== '' && domain !== undefined && domain.region !== settings.region;
  if (isElsewhere && !info.capabilities.includes('region-aware')) return 'region';
  if (needsCapability(match)) return 'capability';
  if (!admitsAgent(info, role, agent.info)) return 'constraint';
  const isForeign = !isPlain(resources) && hasKind(resources, (kind) => !isOfferableTo(kind, role));
  return isForeign ? 'reserved' : undefined;
}

/** Whether something special is among it that the framework cannot deal with; agents with GPUs are for those that use them, whatever is offered of them. */
function needsCapability({ agent, framework, resources }: Match): boolean {
  const lacks = (capability: FrameworkCapability): boolean => !framework.info.capabilities.includes(capability);
  if (lacks('gpu-resources') && hasKind(agent.total, (kind) => kind.name === 'gpus')) return true;
  if (isPlain(resources)) return false;
  if (lacks('revocable-resources') && hasKind(resources, (kind) => kind.revocable)) return true;
  return lacks('shared-resources') && hasKind(resources, (kind) => kind.shared !== '');
}

/** Nothing is promised twice: what tasks use and open offers hold is not free. What is shared is there for everybody, but only in whole. */
function isAvailable(agent: Agent, resources: Resources): boolean {
  if (!containsResources(freeOf(agent), resources) || agent.offers.size >= LIMITS.offersPerAgentMax) return false;
  for (const [key, milli] of sharedOf(resources).scalars) {
    if (agent.total.scalars.get(key) !== milli) return false;
  }
  return true;
}

/** Whether a limit would be exceeded on any level. To be asked about resources that exist, since their names get numbers that stay. */
function breaksLimit({ roleTree, names }: Cluster, { role, resources }: Match): boolean {
  return roleTree.hasLimits && roleTree.limitBreach(role, names.quantitiesOf(plainOf(resources))) !== undefined;
}

function refuse(reason: RefusalReason, retryAfterMs: number = RETRY_MS): ProposalVerdict {
  return { verdict: 'refuse', reason, retryAfterMs: Math.max(1, Math.ceil(retryAfterMs)) };
}
