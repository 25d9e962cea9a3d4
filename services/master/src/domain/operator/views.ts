import type { AgentView, FrameworkView, OfferView, StateEntry, TaskView } from '@parley/common/contract';
import type { MonotonicMs } from '@parley/common/kernel';
import { viewedState } from '../agents/agent';
import type { Agent } from '../agents/agent';
import { rolesOf } from '../cluster';
import type { Cluster } from '../cluster';
import { failoverTimeoutOf, viewedFrameworkState } from '../frameworks/framework';
import type { Framework } from '../frameworks/framework';
import { unavailabilityOf } from '../maintenance/planned-window';
import type { OpenOffer } from '../offers/offer';
import { viewRole } from '../roles/role-settings';
import type { MasterSettings } from '../settings';
import type { CompletedTask } from '../tasks/task';

/** An agent as operators see it. */
export function viewAgent(agent: Agent): AgentView {
  return {
    agentId: agent.agentId,
    hostname: agent.info.hostname,
    state: viewedState(agent.lifecycle),
    total: agent.total,
    used: agent.used,
    offered: agent.offered,
    attributes: agent.info.attributes,
    domain: agent.info.domain,
    deactivated: agent.deactivated,
    listed: agent.listed,
    unavailability: unavailabilityOf(agent),
  };
}

/** A framework as operators see it. */
export function viewFramework(framework: Framework, settings: MasterSettings): FrameworkView {
  return {
    frameworkId: framework.frameworkId,
    name: framework.info.name,
    roles: framework.info.roles,
    suppressedRoles: [...framework.suppressed],
    state: viewedFrameworkState(framework.lifecycle),
    failoverTimeoutMs: failoverTimeoutOf(framework.info, settings),
  };
}

/** A task as operators see it, whether it goes on or is over. */
export function viewTask(task: CompletedTask): TaskView {
  const { frameworkId, taskId, name, agentId, role, launchId, state, resources } = task;
  return { frameworkId, taskId, name, agentId, role, launchId, state, resources };
}

/** An open offer as operators see it. */
export function viewOffer(offer: OpenOffer, now: MonotonicMs): OfferView {
  const { offerId, frameworkId, agentId, role, resources } = offer;
  return { offerId, frameworkId, agentId, role, resources, ageMs: Math.round(now - offer.madeAt) };
}

/** Everything there is to see, one entry after another over live state: the reader may stop and go on at any time. `now` is read anew for each offer. */
export function* viewCluster(
  cluster: Cluster,
  settings: MasterSettings,
  now: () => MonotonicMs,
): Generator<StateEntry, void> {
  for (const role of rolesOf(cluster)) yield { entry: 'role', role: viewRole(cluster, role) };
  for (const agent of cluster.agents.values()) yield { entry: 'agent', agent: viewAgent(agent) };
  for (const { view, completed } of cluster.completed.values()) {
    yield { entry: 'framework', framework: view };
    for (const task of completed.values()) yield { entry: 'task', task: viewTask(task) };
  }
  for (const framework of cluster.frameworks.values()) yield* viewWithTasks(framework, settings);
  for (const offer of cluster.offers.values()) yield { entry: 'offer', offer: viewOffer(offer, now()) };
}

function* viewWithTasks(framework: Framework, settings: MasterSettings): Generator<StateEntry, void> {
  yield { entry: 'framework', framework: viewFramework(framework, settings) };
  for (const task of framework.completed.values()) {
    // A task id that runs again shows its present use, not its last.
    if (!framework.tasks.has(task.taskId)) yield { entry: 'task', task: viewTask(task) };
  }
  for (const task of framework.tasks.values()) yield { entry: 'task', task: viewTask(task) };
}
