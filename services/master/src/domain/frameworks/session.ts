import type { Offer, ReconcileTask, SessionStamp } from '@parley/common/contract';
import type { CallId, FrameworkId, OfferId, StreamId } from '@parley/common/kernel';
import type { TaskStatus } from '@parley/common/tasks';

/** Items of one kind that wait to be sent as one event: every event of a slice that can be a list is one. */
export type Tail =
  | { readonly kind: 'offers'; readonly offers: Offer[] }
  | { readonly kind: 'rescind'; readonly offerIds: OfferId[] }
  | { readonly kind: 'statuses'; readonly statuses: TaskStatus[]; bytes: number };

/** What a framework wants to be told of. */
export interface Reconciliation {
  /** Calls that are answered by one end marker each. */
  readonly callIds: CallId[];
  /** None: all tasks. */
  readonly tasks: readonly ReconcileTask[];
}

/** One client's stream, as the gateway that holds it numbers it. */
export interface Session {
  /** The gateway's link. */
  readonly gateway: StreamId;
  readonly number: number;
  readonly frameworkId: FrameworkId;
  readonly stamp: SessionStamp;
  /** At most one slice's items; flushed when another kind follows, when it is long, and when the slice ends. */
  tail: Tail | undefined;
  /** Not begun yet, in order. Bounded by {@link LIMITS.reconciliationsMax} and {@link LIMITS.reconciledTasksMax}. */
  readonly reconciliations: Reconciliation[];
  /** Whether one is under way. */
  reconciling: boolean;
}
