import type { AgentInfo, FrameworkInfo, MaintenanceWindow, Packing, Quota } from '@parley/common/contract';
import type { AgentId, FrameworkId, WallMs } from '@parley/common/kernel';

/** What the registry knows of an agent. Tasks and offers are never stored: they are rebuilt from agents and frameworks. */
export interface AgentRecord {
  readonly info: AgentInfo;
  readonly state: 'admitted' | 'unreachable' | 'gone';
  /** When the state was entered, for display and for the age of unreachable agents. */
  readonly since: WallMs;
  /** Whether an operator wants nothing of it to be offered. */
  readonly deactivated: boolean;
}

/** What the registry knows of a framework that may come back. */
export interface FrameworkRecord {
  readonly info: FrameworkInfo;
  /** The client's id of its first SUBSCRIBE, so that a lost answer creates no second framework. */
  readonly subscribeId: string;
  /** Set once it has been gone for a while: the instant at which it is torn down unless it returned. */
  readonly expiresAt: WallMs | undefined;
}

/** What operators said about a role; what they never spoke of is as it is configured, or the default. */
export interface RoleRecord {
  /** Undefined: the configured weight, or the default. */
  readonly weight: number | undefined;
  readonly quota: Quota;
  /** Undefined: the default. */
  readonly packing: Packing | undefined;
}

/** One change of the registry; several make one write, which happens whole or not at all. */
export type RegistryChange =
  | { readonly change: 'put-agent'; readonly agentId: AgentId; readonly record: AgentRecord }
  | { readonly change: 'remove-agent'; readonly agentId: AgentId }
  | { readonly change: 'put-framework'; readonly frameworkId: FrameworkId; readonly record: FrameworkRecord }
  /** Removes the framework and remembers its id as finished. */
  | { readonly change: 'finish-framework'; readonly frameworkId: FrameworkId; readonly at: WallMs }
  /** Forgets a finished framework's id, so that tombstones stay bounded. */
  | { readonly change: 'forget-framework'; readonly frameworkId: FrameworkId }
  | { readonly change: 'put-role'; readonly role: string; readonly record: RoleRecord }
  | { readonly change: 'remove-role'; readonly role: string }
  /** Undefined: every agent is offered. */
  | { readonly change: 'put-whitelist'; readonly hostnames: readonly string[] | undefined }
  /** Replaces the whole schedule. */
  | { readonly change: 'put-maintenance'; readonly windows: readonly MaintenanceWindow[] };

/** Everything the registry holds, as a new leader reads it. */
export interface RegistrySnapshot {
  readonly agents: ReadonlyMap<AgentId, AgentRecord>;
  readonly frameworks: ReadonlyMap<FrameworkId, FrameworkRecord>;
  readonly finished: ReadonlyMap<FrameworkId, WallMs>;
  readonly roles: ReadonlyMap<string, RoleRecord>;
  /** Only agents on these hosts are offered; undefined: all. */
  readonly whitelist: readonly string[] | undefined;
  readonly maintenance: readonly MaintenanceWindow[];
}

/** A registry that holds nothing. */
export const EMPTY_REGISTRY: RegistrySnapshot = {
  agents: new Map(),
  frameworks: new Map(),
  finished: new Map(),
  roles: new Map(),
  whitelist: undefined,
  maintenance: [],
};
