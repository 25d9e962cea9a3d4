import type { Offer, SessionStamp } from '@parley/common/contract';
import type { FrameworkId, OfferId, StreamId } from '@parley/common/kernel';
import type { TaskStatus } from '@parley/common/tasks';

/** Items of one kind that wait to be sent as one event: every event of a slice that can be a list is one. */
export type Tail =
  | { readonly kind: 'offers'; readonly offers: Offer[] }
  | { readonly kind: 'rescind'; readonly offerIds: OfferId[] }
  | { readonly kind: 'statuses'; readonly statuses: TaskStatus[]; bytes: number };

/** One client's stream, as the gateway that holds it numbers it. */
export interface Session {
  /** The gateway's link. */
  readonly gateway: StreamId;
  readonly number: number;
  readonly frameworkId: FrameworkId;
  readonly stamp: SessionStamp;
  /** At most one slice's items; flushed when another kind follows, when it is long, and when the slice ends. */
  tail: Tail | undefined;
}
