import type { RefusalReason } from '@parley/common/contract';
import type { AgentId, Epoch, FrameworkId, LaunchId, OfferId, TaskId, Traceparent } from '@parley/common/kernel';
import type { TaskState } from '@parley/common/tasks';
import type { OperationsEvent } from './operator/operations-events';
import type { OfferEnd } from './offers/offer';

/** Peers on internal links. */
export type PeerKind = 'agent' | 'gateway' | 'allocator';

/** Everything that happens in a master and that somebody outside may want to know. Telemetry is made of these, and of nothing else. */
export type MasterEvent =
  | { readonly event: 'term-began'; readonly epoch: Epoch; readonly agents: number; readonly frameworks: number }
  | { readonly event: 'handed-over' }
  | { readonly event: 'agent-admitted'; readonly agentId: AgentId; readonly hostname: string }
  | { readonly event: 'agent-registered'; readonly agentId: AgentId; readonly hostname: string; readonly tasks: number }
  | { readonly event: 'agent-disconnected'; readonly agentId: AgentId; readonly because: string }
  | { readonly event: 'agent-unreachable'; readonly agentId: AgentId; readonly tasks: number }
  | { readonly event: 'agent-readmitted'; readonly agentId: AgentId }
  | { readonly event: 'agent-refused'; readonly agentId: AgentId; readonly because: string }
  | { readonly event: 'removal-held'; readonly agentId: AgentId; readonly because: 'paused' | 'rate' }
  | { readonly event: 'framework-registered'; readonly frameworkId: FrameworkId; readonly name: string }
  | { readonly event: 'framework-subscribed'; readonly frameworkId: FrameworkId }
  | { readonly event: 'session-replaced'; readonly frameworkId: FrameworkId }
  | { readonly event: 'framework-disconnected'; readonly frameworkId: FrameworkId; readonly because: string }
  | {
      readonly event: 'framework-finished';
      readonly frameworkId: FrameworkId;
      readonly because: string;
      readonly tasks: number;
    }
  | { readonly event: 'subscribe-refused'; readonly reason: string; readonly message: string }
  | { readonly event: 'call-answered'; readonly call: string; readonly outcome: string }
  | {
      readonly event: 'offer-made';
      readonly offerId: OfferId;
      readonly frameworkId: FrameworkId;
      readonly agentId: AgentId;
      readonly traceparent: Traceparent;
      readonly parent: Traceparent;
    }
  | {
      readonly event: 'offer-ended';
      readonly offerId: OfferId;
      readonly frameworkId: FrameworkId;
      readonly how: OfferEnd;
    }
  | { readonly event: 'proposal-refused'; readonly reason: RefusalReason }
  | {
      readonly event: 'task-launched';
      readonly frameworkId: FrameworkId;
      readonly taskId: TaskId;
      readonly launchId: LaunchId;
      readonly agentId: AgentId;
      readonly traceparent: Traceparent;
      readonly parent: Traceparent;
    }
  | {
      readonly event: 'task-rejected';
      readonly frameworkId: FrameworkId;
      readonly taskId: TaskId;
      readonly state: 'error' | 'dropped';
      readonly message: string;
    }
  | {
      readonly event: 'task-changed';
      readonly frameworkId: FrameworkId;
      readonly taskId: TaskId;
      readonly launchId: LaunchId;
      readonly state: TaskState;
      readonly traceparent: Traceparent;
    }
  /** The framework is about to hear for the first time that the task runs; `parent` is the trace context of its start on the agent. */
  | {
      readonly event: 'task-running';
      readonly frameworkId: FrameworkId;
      readonly taskId: TaskId;
      readonly launchId: LaunchId;
      readonly parent: Traceparent;
    }
  | {
      readonly event: 'task-replaced';
      readonly frameworkId: FrameworkId;
      readonly taskId: TaskId;
      readonly launchId: LaunchId;
    }
  | { readonly event: 'batch-dropped'; readonly peer: PeerKind; readonly because: 'epoch' | 'link' }
  | { readonly event: 'link-ended'; readonly peer: PeerKind; readonly because: string }
  | { readonly event: 'allocator-ready'; readonly name: string; readonly policy: string }
  /** `cut`: the master ended the session for what the allocator did. `again`: there was no session since the last time. */
  | {
      readonly event: 'allocator-lost';
      readonly because: string;
      readonly how: 'lost' | 'cut';
      readonly again: boolean;
    }
  /** After an election, roles have quota and so many agents have to come back before anything is offered. */
  | { readonly event: 'offers-held-back'; readonly missing: number }
  /** The allocator's mirror of so many agents was not what it had been told; they are told anew. */
  | { readonly event: 'mirror-differed'; readonly agents: number; readonly first: AgentId }
  | { readonly event: 'limit-reached'; readonly limit: string }
  | OperationsEvent;
