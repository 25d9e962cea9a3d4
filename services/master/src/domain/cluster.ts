import type { FrameworkView } from '@parley/common/contract';
import type { AgentId, FrameworkId, OfferId, TaskId, WallMs } from '@parley/common/kernel';
import { ResourceNames } from '@parley/common/quantities';
import { RoleTree } from '@parley/common/roles';
import type { RoleWeights } from '@parley/common/roles';
import type { Agent } from './agents/agent';
import type { Framework } from './frameworks/framework';
import type { AskedToLeave } from './maintenance/asked-to-leave';
import { NO_SCHEDULE } from './maintenance/planned-window';
import type { Schedule } from './maintenance/planned-window';
import type { OpenOffer } from './offers/offer';
import type { RoleRecord } from './registry';
import type { CompletedTask } from './tasks/task';

/** A framework that is gone for good, as views and file queries still know it. */
export interface CompletedFramework {
  readonly view: FrameworkView;
  readonly completed: ReadonlyMap<TaskId, CompletedTask>;
}

/** Everything the master knows. Its maps change in place; the actor alone changes them. */
export interface Cluster {
  /** Bounded by {@link LIMITS.agentsMax}. */
  readonly agents: Map<AgentId, Agent>;
  /** Agents of the registry that have not been heard of in this term. */
  readonly recovered: Set<AgentId>;
  /** Bounded by {@link LIMITS.frameworksMax}. */
  readonly frameworks: Map<FrameworkId, Framework>;
  readonly bySubscribeId: Map<string, FrameworkId>;
  /** Ids that are finished, oldest first. Bounded by {@link LIMITS.tombstonesMax}. */
  readonly finished: Map<FrameworkId, WallMs>;
  /** The last that finished in this term. Bounded by {@link LIMITS.completedFrameworksMax}. */
  readonly completed: Map<FrameworkId, CompletedFramework>;
  readonly offers: Map<OfferId, OpenOffer>;
  /** By configuration; what operators said about a role takes precedence. */
  readonly weights: RoleWeights;
  /** What operators said, as the registry has it. Bounded by {@link LIMITS.rolesMax}. */
  readonly roles: Map<string, RoleRecord>;
  /** The one arithmetic of what roles consume, and the numbers it has for the names of resources. */
  readonly roleTree: RoleTree;
  readonly names: ResourceNames;
  /** Everything that is neither reserved nor revocable nor shared on the agents whose tasks are known; changes in place. */
  readonly capacity: number[];
  /** Only agents on these hosts are offered; undefined: all. Bounded by {@link LIMITS.hostnamesMax}. */
  whitelist: ReadonlySet<string> | undefined;
  schedule: Schedule;
  /** The agents whose hosts the schedule names. */
  readonly planned: Set<Agent>;
  /** Inverse offers that are open: at most one for each agent of the schedule and framework that runs something there. */
  readonly inverseOffers: Map<OfferId, AskedToLeave>;
}

/** A cluster of nothing. */
export function emptyCluster(weights: RoleWeights): Cluster {
  const names = new ResourceNames();
  const roleTree = new RoleTree(names);
  for (const [role, weight] of weights) roleTree.setWeight(role, weight);
  return {
    agents: new Map(),
    recovered: new Set(),
    frameworks: new Map(),
    bySubscribeId: new Map(),
    finished: new Map(),
    completed: new Map(),
    offers: new Map(),
    weights,
    roles: new Map(),
    roleTree,
    names,
    capacity: [],
    whitelist: undefined,
    schedule: NO_SCHEDULE,
    planned: new Set(),
    inverseOffers: new Map(),
  };
}

/** Roles that anybody has said anything about, or that hold anything: configured, stored, subscribed to, in use or reserved for; in order of their names. */
export function rolesOf(cluster: Cluster): readonly string[] {
  const roles = new Set([...cluster.weights.keys(), ...cluster.roles.keys()]);
  for (const framework of cluster.frameworks.values()) {
    for (const role of framework.info.roles) roles.add(role);
  }
  for (const { name } of cluster.roleTree.all()) roles.add(name);
  return [...roles].sort((a, b) => (a < b ? -1 : 1));
}

/** Whether the agent is in step with what was said about its host, and with the time. */
export function isPlaced({ whitelist, schedule }: Pick<Cluster, 'whitelist' | 'schedule'>, agent: Agent): boolean {
  const { hostname } = agent.info;
  const window = schedule.byHostname.get(hostname);
  if (agent.window !== window || agent.windowPhase !== window?.phase) return false;
  return agent.listed === (whitelist?.has(hostname) ?? true);
}

/** Applies to an agent what was said about its host. */
export function placeAgent(cluster: Pick<Cluster, 'whitelist' | 'schedule' | 'planned'>, agent: Agent): void {
  const { hostname } = agent.info;
  agent.listed = cluster.whitelist?.has(hostname) ?? true;
  agent.window = cluster.schedule.byHostname.get(hostname);
  agent.windowPhase = agent.window?.phase;
  if (agent.window === undefined) cluster.planned.delete(agent);
  else cluster.planned.add(agent);
}
