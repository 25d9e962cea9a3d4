import type { SessionStamp, SubscribeCall } from '@parley/common/contract';
import type { Epoch, FrameworkId, StreamId } from '@parley/common/kernel';
import type { InverseRoster } from './inverse-roster';
import type { OfferRoster } from './offer-roster';
import type { OpenCalls } from './open-calls';
import type { FrameworkStanding } from './standing';

/** What the gateway remembers of a framework from its SUBSCRIBE on. */
export interface Membership {
  readonly subscribe: SubscribeCall;
  readonly standing: FrameworkStanding;
  readonly offers: OfferRoster;
  readonly inverseOffers: InverseRoster;
  readonly calls: OpenCalls;
}

/** What the master knows a session by. */
export interface SessionIdentity {
  readonly frameworkId: FrameworkId;
  readonly stamp: SessionStamp;
  /** The term in which the session was last confirmed. */
  readonly epoch: Epoch;
}

/** Where one client stream is in its life.
 *
 *   opened ─SUBSCRIBE→ subscribing ─confirmed→ subscribed ─link lost→ resubscribing
 *                          │                       ▲                       │
 *                          │                       └───────confirmed───────┘
 *                          └──────── client gone ──────→ leaving ──told the master──→ forgotten
 *
 *   A session that is opened or subscribed is forgotten at once when its client goes; one whose (re)subscription is under way stays as `leaving` until the
 *   master can be told under the stamp that counts. `subscribing` and `resubscribing` outlive the link: they are asked again on the next one.
 */
export type SessionState =
  | { readonly state: 'opened' }
  | { readonly state: 'subscribing'; readonly membership: Membership }
  | { readonly state: 'subscribed'; readonly membership: Membership; readonly identity: SessionIdentity }
  | { readonly state: 'resubscribing'; readonly membership: Membership; readonly identity: SessionIdentity }
  /** `identity` is undefined when the first subscription was not answered yet. */
  | { readonly state: 'leaving'; readonly clean: boolean; readonly identity: SessionIdentity | undefined };

/** One client stream and what it stands for. The state is replaced as a whole. */
export interface Session {
  /** Never reused within a gateway. */
  readonly session: number;
  readonly stream: StreamId;
  current: SessionState;
}
