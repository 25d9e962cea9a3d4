import { NO_OFFER_REASONS } from '@parley/common/contract';
import type { NoOfferReason } from '@parley/common/contract';

/**
 * How often each of {@link NO_OFFER_REASONS} was found while decisions were made. The same is mostly found many times in a row, so that to
 * count one costs a comparison, and the row is added up when it ends.
 */
export class ReasonCounts {
  readonly #counts = new Map<NoOfferReason, number>(NO_OFFER_REASONS.map((reason) => [reason, 0]));
  /** What was found last, as often in a row. */
  #last: NoOfferReason = NO_OFFER_REASONS[0];
  #row = 0;

  /** In the order of {@link NO_OFFER_REASONS}. */
  get counts(): readonly number[] {
    this.#addRow();
    return [...this.#counts.values()];
  }

  count(reason: NoOfferReason): void {
    if (reason !== this.#last) {
      this.#addRow();
      this.#last = reason;
    }
    this.#row += 1;
  }

  #addRow(): void {
    this.#counts.set(this.#last, (this.#counts.get(this.#last) ?? 0) + this.#row);
    this.#row = 0;
  }
}
