import { NO_OFFER_REASONS } from '@parley/common/contract';
import type { NoOfferReason } from '@parley/common/contract';

const INDEX: ReadonlyMap<NoOfferReason, number> = new Map(NO_OFFER_REASONS.map((reason, index) => [reason, index]));

/** How often each of {@link NO_OFFER_REASONS} was found while decisions were made, in that order. */
export class ReasonCounts {
  readonly counts: number[] = NO_OFFER_REASONS.map(() => 0);

  count(reason: NoOfferReason): void {
    const index = INDEX.get(reason) ?? 0;
    this.counts[index] = (this.counts[index] ?? 0) + 1;
  }
}
