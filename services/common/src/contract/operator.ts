import type { AgentId, Epoch, FrameworkId, LaunchId, OfferId, Problem, TaskId, WallMs } from '../kernel';
import type { Resources } from '../resources';
import type { TaskState } from '../tasks';
import type { Explanation, ExplainScope, FrameworkShare, RoleShare } from './explain';
import type { Packing, Quota } from './allocator';
import type { Attribute, FaultDomain, Unavailability } from './cluster';

/** One entry of a sandbox folder. */
export interface FileEntry {
  /** Path below the sandbox, without leading slash. */
  readonly path: string;
  readonly sizeBytes: number;
  readonly directory: boolean;
  readonly modifiedAt: WallMs;
}

/** A question about the files of one task's sandbox. Paths stay inside the sandbox. */
export type FileQuery =
  | { readonly query: 'list-files'; readonly frameworkId: FrameworkId; readonly taskId: TaskId; readonly path: string }
  | {
      readonly query: 'read-file';
      readonly frameworkId: FrameworkId;
      readonly taskId: TaskId;
      readonly path: string;
      readonly offset: number;
      readonly lengthMax: number;
    };

/** At most this many bytes are read at once (mesos-semantics §1.8: 64 KiB); a read at or past the end gives none, with the size. */
export const FILE_READ_BYTES_MAX = 64 * 1024;
/** At most this many entries are listed; the answer says when there were more. */
export const FILE_LIST_MAX = 1_000;

/** The agent's answer. */
export type FileAnswer =
  | { readonly answer: 'files'; readonly entries: readonly FileEntry[]; readonly truncated: boolean }
  | { readonly answer: 'data'; readonly data: Uint8Array; readonly sizeBytes: number }
  | { readonly answer: 'file-problem'; readonly kind: FileProblemKind; readonly message: string };

/** Why files could not be shown. */
export type FileProblemKind = 'not-found' | 'not-a-file' | 'outside-sandbox' | 'agent-away' | 'unreadable';

/** An agent as operators see it. */
export interface AgentView {
  readonly agentId: AgentId;
  readonly hostname: string;
  readonly state:
    'admitting' | 'active' | 'disconnected' | 'marking-unreachable' | 'unreachable' | 'recovered' | 'gone';
  readonly total: Resources;
  readonly used: Resources;
  readonly offered: Resources;
  readonly attributes: readonly Attribute[];
  readonly domain: FaultDomain | undefined;
  /** Whether an operator wants nothing of it to be offered. */
  readonly deactivated: boolean;
  /** Whether its host is on the whitelist, or there is none. */
  readonly listed: boolean;
  readonly unavailability: Unavailability | undefined;
}

/** A framework as operators see it. */
export interface FrameworkView {
  readonly frameworkId: FrameworkId;
  readonly name: string;
  readonly roles: readonly string[];
  readonly suppressedRoles: readonly string[];
  readonly state: 'registering' | 'connected' | 'disconnected' | 'recovered' | 'completed';
  readonly failoverTimeoutMs: number;
}

/** A task as operators see it. */
export interface TaskView {
  readonly frameworkId: FrameworkId;
  readonly taskId: TaskId;
  readonly name: string;
  readonly agentId: AgentId;
  readonly role: string;
  readonly launchId: LaunchId;
  readonly state: TaskState;
  readonly resources: Resources;
}

/** An open offer as operators see it. */
export interface OfferView {
  readonly offerId: OfferId;
  readonly frameworkId: FrameworkId;
  readonly agentId: AgentId;
  readonly role: string;
  readonly resources: Resources;
  readonly ageMs: number;
}

/** A role as operators see it. */
export interface RoleView {
  readonly role: string;
  readonly weight: number;
  readonly quota: Quota;
  readonly packing: Packing;
  /** What counts against its limits: what it and the roles below it hold or were offered, and everything reserved for them. */
  readonly consumed: ReadonlyMap<string, number>;
}

/** One order of an operator about a role; what is undefined stays as it is. */
export interface RoleUpdate {
  readonly role: string;
  readonly weight: number | undefined;
  readonly quota: Quota | undefined;
  readonly packing: Packing | undefined;
}

/** A planned time during which machines are not available. */
export interface MaintenanceWindow {
  readonly hostnames: readonly string[];
  readonly unavailability: Unavailability;
}

/** How a framework answered the request to leave an agent. */
export interface MaintenanceAnswer {
  readonly agentId: AgentId;
  readonly frameworkId: FrameworkId;
  readonly answer: 'asked' | 'accepted' | 'declined';
}

/** One change of the cluster; `removed` entries name what is no longer there. */
export type StateEntry =
  | { readonly entry: 'agent'; readonly agent: AgentView }
  | { readonly entry: 'framework'; readonly framework: FrameworkView }
  | { readonly entry: 'task'; readonly task: TaskView }
  | { readonly entry: 'offer'; readonly offer: OfferView }
  | { readonly entry: 'role'; readonly role: RoleView }
  | { readonly entry: 'agent-removed'; readonly agentId: AgentId }
  | { readonly entry: 'framework-removed'; readonly frameworkId: FrameworkId }
  | { readonly entry: 'task-removed'; readonly frameworkId: FrameworkId; readonly taskId: TaskId };

/** What operators ask of the leader, through a gateway. */
export type OperatorQuery =
  | { readonly query: 'get-state' }
  /** `resumeAfter`: the version last seen, to go on without a new snapshot; 0 begins with one. Offers are not watched. */
  | { readonly query: 'watch'; readonly resumeAfter: number }
  | {
      readonly query: 'kill';
      readonly frameworkId: FrameworkId;
      readonly taskId: TaskId;
      readonly graceMs: number | undefined;
    }
  | { readonly query: 'teardown'; readonly frameworkId: FrameworkId }
  /** All of them or none. `force`: also limits below what is in use or reserved, and guarantees beyond what the cluster has; open offers do not count, they are taken
   *  back. */
  | { readonly query: 'update-roles'; readonly updates: readonly RoleUpdate[]; readonly force: boolean }
  /** Only agents on these hosts are offered; undefined: all. */
  | { readonly query: 'update-whitelist'; readonly hostnames: readonly string[] | undefined }
  | { readonly query: 'get-whitelist' }
  | { readonly query: 'deactivate-agent' | 'reactivate-agent'; readonly agentId: AgentId }
  /** Replaces the whole schedule. */
  | { readonly query: 'update-maintenance'; readonly windows: readonly MaintenanceWindow[] }
  | { readonly query: 'get-maintenance' }
  | ({ readonly query: 'explain-offers' } & ExplainScope)
  | { readonly query: 'get-shares' }
  | FileQuery;

/** The leader's answers; a query ends with `done` or `refused`, or with its one file answer. */
export type OperatorAnswer =
  | { readonly answer: 'state-begin'; readonly epoch: Epoch; readonly version: number }
  | { readonly answer: 'state'; readonly entries: readonly StateEntry[] }
  /** Ends a snapshot: `count` entries were sent, true at `version`. */
  | { readonly answer: 'state-end'; readonly version: number; readonly count: number }
  | { readonly answer: 'changes'; readonly version: number; readonly entries: readonly StateEntry[] }
  /** `notes`: what whoever ordered should know, as sentences without a period; absent when there is nothing to say. */
  | { readonly answer: 'done'; readonly deferred: boolean; readonly notes?: readonly string[] }
  | { readonly answer: 'whitelist'; readonly hostnames: readonly string[] | undefined }
  | {
      readonly answer: 'maintenance';
      readonly windows: readonly MaintenanceWindow[];
      readonly answers: readonly MaintenanceAnswer[];
    }
  /**
   * A part of an explanation; `last` ends it. `notes`: conditions of the whole cluster, such as an allocator that cannot be reached.
   * `incomplete`, in a last part: more was asked about than was told; a note says why.
   */
  | {
      readonly answer: 'explained';
      readonly explanations: readonly Explanation[];
      readonly notes: readonly string[];
      readonly last: boolean;
      readonly incomplete?: true;
    }
  | {
      readonly answer: 'shares';
      readonly roles: readonly RoleShare[];
      readonly frameworks: readonly FrameworkShare[];
      readonly notes: readonly string[];
      readonly last: boolean;
      readonly incomplete?: true;
    }
  | {
      readonly answer: 'refused';
      readonly reason: string;
      readonly message: string;
      readonly remedy: string;
      readonly problems: readonly Problem[];
    }
  | FileAnswer;
