import type { FrameworkView } from '@parley/common/contract';
import type { AgentId, FrameworkId, OfferId, TaskId, WallMs } from '@parley/common/kernel';
import { weightOf } from '@parley/common/roles';
import type { RoleWeights } from '@parley/common/roles';
import type { Agent } from './agents/agent';
import type { Framework } from './frameworks/framework';
import type { OpenOffer } from './offers/offer';
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
  readonly weights: RoleWeights;
}

/** A cluster of nothing. */
export function emptyCluster(weights: RoleWeights): Cluster {
  return {
    agents: new Map(),
    recovered: new Set(),
    frameworks: new Map(),
    bySubscribeId: new Map(),
    finished: new Map(),
    completed: new Map(),
    offers: new Map(),
    weights,
  };
}

/** Roles that anybody has said anything about, with their weights: configured, stored, or subscribed to; in order of their names. */
export function rolesOf(cluster: Cluster): readonly { readonly role: string; readonly weight: number }[] {
  const roles = new Set(cluster.weights.keys());
  for (const framework of cluster.frameworks.values()) {
    for (const role of framework.info.roles) roles.add(role);
  }
  return [...roles].sort((a, b) => (a < b ? -1 : 1)).map((role) => ({ role, weight: weightOf(cluster.weights, role) }));
}
