import type { AgentId, FrameworkId, MonotonicMs, OfferId, Traceparent } from '@parley/common/kernel';
import type { Resources } from '@parley/common/resources';

/** An offer that is neither used nor taken back. */
export interface OpenOffer {
  readonly offerId: OfferId;
  readonly frameworkId: FrameworkId;
  readonly role: string;
  readonly agentId: AgentId;
  readonly resources: Resources;
  readonly madeAt: MonotonicMs;
  readonly traceparent: Traceparent;
}

/** How an offer ended: used, refused, left unanswered, taken back with notice, or forgotten with the session that held it. */
export type OfferEnd = 'accepted' | 'declined' | 'expired' | 'rescinded' | 'discarded';
