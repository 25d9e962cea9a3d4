import type { AgentInfo, FrameworkInfo } from '@parley/common/contract';
import type { AgentId, FrameworkId, WallMs } from '@parley/common/kernel';

/** What the registry knows of an agent. Tasks and offers are never stored: they are rebuilt from agents and frameworks. */
export interface AgentRecord {
  readonly info: AgentInfo;
  readonly state: 'admitted' | 'unreachable' | 'gone';
  /** When the state was entered, for display and for the age of unreachable agents. */
  readonly since: WallMs;
}

/** What the registry knows of a framework that may come back. */
export interface FrameworkRecord {
  readonly info: FrameworkInfo;
  /** The client's id of its first SUBSCRIBE, so that a lost answer creates no second framework. */
  readonly subscribeId: string;
  /** Set once it has been gone for a while: the instant at which it is torn down unless it returned. */
  readonly expiresAt: WallMs | undefined;
}

/** What the registry knows of a role. */
export interface RoleRecord {
  readonly weight: number;
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
  | { readonly change: 'remove-role'; readonly role: string };

/** Everything the registry holds, as a new leader reads it. */
export interface RegistrySnapshot {
  readonly agents: ReadonlyMap<AgentId, AgentRecord>;
  readonly frameworks: ReadonlyMap<FrameworkId, FrameworkRecord>;
  readonly finished: ReadonlyMap<FrameworkId, WallMs>;
  readonly roles: ReadonlyMap<string, RoleRecord>;
}

/** A registry that holds nothing. */
export const EMPTY_REGISTRY: RegistrySnapshot = {
  agents: new Map(),
  frameworks: new Map(),
  finished: new Map(),
  roles: new Map(),
};
