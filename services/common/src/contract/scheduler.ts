import type { AgentId, CallId, Epoch, FrameworkId, OfferId, Problem, TaskId } from '../kernel';
import type { TaskInfo, TaskStatus } from '../tasks';
import type { Filters, FrameworkInfo, InverseOffer, Offer, RoleDemand } from './cluster';

/** First call of every client stream: registers a framework, or takes over one that exists (the newest stream wins). */
export interface SubscribeCall {
  readonly call: 'subscribe';
  readonly info: FrameworkInfo;
  /** Roles of {@link FrameworkInfo.roles} that want no offers for now. */
  readonly suppressedRoles: readonly string[];
  /** What it waits for; roles that are not listed are not stated. */
  readonly demands: readonly RoleDemand[];
  /** Chosen by the client, so that a lost answer creates no second framework; never empty. */
  readonly subscribeId: string;
}

/** A task as its framework described it: invalid tasks are answered one by one, so what is wrong travels beside the task. */
export interface DescribedTask {
  /** With problems, what could be read of it: ids are as they were sent, resources and data that are no such thing are empty. */
  readonly task: TaskInfo;
  /** Faults of form that decoding found, with paths such as `resources[2]`; empty when there are none. */
  readonly problems: readonly Problem[];
}

/** One operation of an ACCEPT, carried out in order, each on what the one before left. */
export interface LaunchOperation {
  readonly operation: 'launch';
  readonly tasks: readonly DescribedTask[];
}

/** A task that a framework asks about. */
export interface ReconcileTask {
  readonly taskId: TaskId;
  readonly agentId: AgentId | undefined;
}

/** One status update that a framework has taken notice of. */
export interface Acknowledgement {
  readonly agentId: AgentId;
  readonly taskId: TaskId;
  readonly uuid: string;
}

/** What a subscribed framework can ask. Calls of one framework take effect in the order sent. */
export type SessionCall =
  | {
      readonly call: 'accept';
      readonly callId: CallId;
      readonly offerIds: readonly OfferId[];
      readonly operations: readonly LaunchOperation[];
      readonly filters: Filters;
    }
  | {
      readonly call: 'decline';
      readonly callId: CallId;
      readonly offerIds: readonly OfferId[];
      readonly filters: Filters;
    }
  | { readonly call: 'suppress'; readonly callId: CallId; readonly roles: readonly string[] }
  | { readonly call: 'revive'; readonly callId: CallId; readonly roles: readonly string[] }
  /** States what the framework waits for, for each role that is listed; other roles stay as they were. */
  | { readonly call: 'request'; readonly callId: CallId; readonly demands: readonly RoleDemand[] }
  /** Answers to inverse offers: whether the framework means to leave in time. */
  | {
      readonly call: 'accept-inverse' | 'decline-inverse';
      readonly callId: CallId;
      readonly inverseOfferIds: readonly OfferId[];
      readonly filters: Filters;
    }
  | {
      readonly call: 'kill';
      readonly callId: CallId;
      readonly taskId: TaskId;
      readonly agentId: AgentId | undefined;
      readonly graceMs: number | undefined;
    }
  | { readonly call: 'reconcile'; readonly callId: CallId; readonly tasks: readonly ReconcileTask[] }
  | { readonly call: 'acknowledge'; readonly callId: CallId; readonly acknowledgements: readonly Acknowledgement[] }
  | {
      readonly call: 'update-framework';
      readonly callId: CallId;
      readonly info: FrameworkInfo;
      readonly suppressedRoles: readonly string[];
    }
  | { readonly call: 'teardown'; readonly callId: CallId };

/** Everything a client may send on its stream. `callId` may be empty where the client wants no answer. */
export type SchedulerCall = SubscribeCall | SessionCall | { readonly call: 'heartbeat' };

/** How a call ended. `ok` for a launch or a kill: the agent has it durably. `deferred`: a kill remembered for an agent that is away. */
export type CallOutcome =
  | { readonly outcome: 'ok' }
  | { readonly outcome: 'deferred' }
  | {
      readonly outcome: 'problem';
      readonly reason: string;
      readonly message: string;
      readonly remedy: string;
      readonly problems: readonly Problem[];
    }
  | { readonly outcome: 'outcome-unknown'; readonly message: string };

/** Why a stream ends for good. `session-replaced`, `framework-removed` and `invalid` must not be retried unchanged. */
export interface StreamError {
  readonly reason:
    'session-replaced' | 'framework-removed' | 'invalid' | 'malformed' | 'too-slow' | 'overloaded' | 'shutting-down';
  readonly message: string;
  readonly remedy: string;
}

/** Everything a client may hear on its stream. */
export type SchedulerEvent =
  | { readonly event: 'subscribed'; readonly frameworkId: FrameworkId; readonly heartbeatMs: number }
  | { readonly event: 'offers'; readonly offers: readonly Offer[] }
  | { readonly event: 'rescind'; readonly offerIds: readonly OfferId[] }
  | { readonly event: 'inverse-offers'; readonly inverseOffers: readonly InverseOffer[] }
  | { readonly event: 'rescind-inverse'; readonly inverseOfferIds: readonly OfferId[] }
  | { readonly event: 'status-updates'; readonly statuses: readonly TaskStatus[] }
  | { readonly event: 'call-result'; readonly callId: CallId; readonly result: CallOutcome }
  /** Ends the answers to one reconcile call (empty call id: the reconciliation a new leader pushes); `pending` are answered unasked when their agent is known. */
  | { readonly event: 'reconcile-end'; readonly callId: CallId; readonly pending: readonly TaskId[] }
  | { readonly event: 'agent-lost'; readonly agentId: AgentId }
  | { readonly event: 'leader-changed'; readonly epoch: Epoch }
  | { readonly event: 'heartbeat' }
  | { readonly event: 'error'; readonly error: StreamError };
