import type { AgentInfo, AgentView, ReportedTask } from '@parley/common/contract';
import type { AgentId, LaunchId, LinkNumber, StreamId, TaskId, FrameworkId, WallMs } from '@parley/common/kernel';
import { unreachable } from '@parley/common/kernel';
import { NO_RESOURCES } from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';
import type { Holding } from '../allocation';
import type { PendingAnswer } from '../frameworks/call-log';
import type { AskedToLeave } from '../maintenance/asked-to-leave';
import type { PlannedWindow } from '../maintenance/planned-window';
import type { OpenOffer } from '../offers/offer';
import { noPings } from '../pings';
import type { PingCount } from '../pings';
import type { Task } from '../tasks/task';
import type { AgentLifecycle } from './agent-lifecycle';

/** The link over which an agent is reached. */
export interface PeerLink {
  readonly stream: StreamId;
  readonly number: LinkNumber;
}

/** What an agent said when it registered; held while the registry is being written. */
export interface Registration {
  readonly info: AgentInfo;
  readonly bootId: string;
  readonly tasks: readonly ReportedTask[];
}

/** A kill that the agent does not have durably yet. */
export interface RememberedKill {
  readonly frameworkId: FrameworkId;
  readonly taskId: TaskId;
  readonly launchId: LaunchId;
  graceMs: number | undefined;
  /** One entry for each order on the present link that the agent has not confirmed, oldest first: the call that waits for it, if one does.
   *  Bounded by {@link LIMITS.killsPerTaskMax}. */
  unconfirmed: (PendingAnswer | undefined)[];
}

/** An agent as the master knows it. */
export interface Agent {
  readonly agentId: AgentId;
  info: AgentInfo;
  bootId: string;
  lifecycle: AgentLifecycle;
  total: Resources;
  /** Held by tasks, and by launches of frameworks that are no more. */
  used: Resources;
  /** Whether some of the launches were reported to hold the same ports or items: then what one gives back may be held by another. */
  overlapping: boolean;
  /** Held by open offers. */
  offered: Resources;
  /** The newest link; undefined while the agent is away. */
  link: PeerLink | undefined;
  /** Highest link number ever seen in this term: an older one has no effect any more. */
  linkHighest: LinkNumber | undefined;
  /** Waits for the registry. */
  held: Registration | undefined;
  pings: PingCount;
  readonly tasks: Map<LaunchId, Task>;
  /** Launches of frameworks that are no more, until the agent reports their end. */
  readonly orphans: Map<LaunchId, Resources>;
  /** Bounded by {@link LIMITS.offersPerAgentMax}. */
  readonly offers: Set<OpenOffer>;
  readonly holdings: Map<string, Holding>;
  /** Bounded by {@link LIMITS.killsPerAgentMax}. */
  readonly kills: Map<LaunchId, RememberedKill>;
  /** File queries under way, by number. Bounded by {@link LIMITS.fileQueriesPerAgentMax}. */
  readonly fileQueries: Set<number>;
  /** Whether the allocator is told of it. */
  mirrored: boolean;
  /** What of it the cluster's capacity and its reservations were last counted by; undefined while it does not count. */
  counted: Resources | undefined;
  /** Whether an operator wants nothing of it to be offered, as the registry has it … */
  deactivated: boolean;
  /** … and by the newest order, which may be on its way there. */
  deactivationOrdered: boolean;
  /** Whether the whitelist, if there is one, has its host. */
  listed: boolean;
  /** The maintenance window of its host. */
  window: PlannedWindow | undefined;
  /** How far that window was when the agent was last brought in step with it. */
  windowPhase: PlannedWindow['phase'] | undefined;
  /** Frameworks that were asked to leave it. Bounded by those that run something on it. */
  readonly asked: Map<FrameworkId, AskedToLeave>;
}

/** An agent of which nothing but the registry's word is known. */
export function newAgent(info: AgentInfo, lifecycle: AgentLifecycle): Agent {
  return {
    agentId: info.agentId,
    info,
    bootId: '',
    lifecycle,
    total: info.resources,
    used: NO_RESOURCES,
    overlapping: false,
    offered: NO_RESOURCES,
    link: undefined,
    linkHighest: undefined,
    held: undefined,
    pings: noPings(),
    tasks: new Map(),
    orphans: new Map(),
    offers: new Set(),
    holdings: new Map(),
    kills: new Map(),
    fileQueries: new Set(),
    mirrored: false,
    counted: undefined,
    deactivated: false,
    deactivationOrdered: false,
    listed: true,
    window: undefined,
    windowPhase: undefined,
    asked: new Map(),
  };
}

/** Whether the agent can be told to do something now: it is registered, and its link stands. Whether it may be offered is `standingOf`'s word. */
export function isOfferable(agent: Agent): boolean {
  return agent.lifecycle.state === 'active' && agent.link !== undefined;
}

/** Whether the master knows all that runs on the agent, so that a task it lacks does not exist there. */
export function isKnownWhole(agent: Agent): boolean {
  const { lifecycle } = agent;
  switch (lifecycle.state) {
    case 'active':
    case 'disconnected':
    case 'marking-unreachable':
      return true;
    case 'recovered':
    case 'admitting':
    case 'readmitting':
    case 'unreachable':
    case 'gone':
      return false;
    default:
      return unreachable(lifecycle, 'agent lifecycle');
  }
}

/** The state as operators see it. */
export function viewedState(lifecycle: AgentLifecycle): AgentView['state'] {
  return lifecycle.state === 'readmitting' ? 'admitting' : lifecycle.state;
}

/** Since when an agent has been unreachable, for the order in which the oldest are forgotten. */
export function unreachableSince(agent: Agent): WallMs | undefined {
  return agent.lifecycle.state === 'unreachable' ? agent.lifecycle.since : undefined;
}
