import type { CallOutcome, InverseOffer, Offer } from '@parley/common/contract';
import type { AgentId, Epoch, FrameworkId, OfferId, TaskId } from '@parley/common/kernel';
import type { TaskState, TaskStatus } from '@parley/common/tasks';
import type { TaskEnd } from './wanted-task';

/**
 * Why a scheduler ended for good:
 * - `asked`: the author stopped it
 * - `session-replaced`: another scheduler with the same framework id subscribed; reconnecting would evict it in turn
 * - `framework-removed`: the framework was torn down, or was away for longer than its failover timeout
 * - `invalid`: the cluster refuses what the framework says of itself
 */
export type StopReason = 'asked' | 'session-replaced' | 'framework-removed' | 'invalid';

/** Everything a scheduler has to tell its author, in the order in which it became true. */
export type News =
  | { readonly news: 'subscribed'; readonly frameworkId: FrameworkId; readonly gateway: string }
  /** The scheduler reconnects by itself after `pauseMs` milliseconds. */
  | { readonly news: 'disconnected'; readonly because: string; readonly pauseMs: number }
  | { readonly news: 'leader-changed'; readonly epoch: Epoch }
  | { readonly news: 'offers'; readonly offers: readonly Offer[] }
  | { readonly news: 'rescinded'; readonly offerIds: readonly OfferId[] }
  /** Agents that will not be available: the author may answer whether its tasks leave them in time. */
  | { readonly news: 'inverse-offers'; readonly inverseOffers: readonly InverseOffer[] }
  | { readonly news: 'inverse-rescinded'; readonly inverseOfferIds: readonly OfferId[] }
  /** Acknowledged after the author's handler returned, unless acknowledging is explicit. */
  | { readonly news: 'update'; readonly status: TaskStatus }
  | {
      readonly news: 'task-launched';
      readonly key: string;
      readonly taskId: TaskId;
      readonly agentId: AgentId;
      readonly hostname: string;
    }
  | {
      readonly news: 'task-changed';
      readonly key: string;
      readonly taskId: TaskId;
      readonly state: TaskState;
      readonly hostname: string;
    }
  /** An attempt came to nothing and another one will be made. */
  | {
      readonly news: 'task-relaunching';
      readonly key: string;
      readonly taskId: TaskId;
      readonly state: TaskState;
      readonly message: string;
    }
  | { readonly news: 'task-ended'; readonly end: TaskEnd }
  | { readonly news: 'agent-lost'; readonly agentId: AgentId }
  /** The answer to a call that the author made. */
  | { readonly news: 'call-ended'; readonly ask: number; readonly outcome: CallOutcome }
  | { readonly news: 'stopped'; readonly reason: StopReason; readonly message: string; readonly remedy: string };
