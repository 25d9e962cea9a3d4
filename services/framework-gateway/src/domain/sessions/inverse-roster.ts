import type { InverseOffer } from '@parley/common/contract';
import type { OfferId } from '@parley/common/kernel';

/** The inverse offers that a client was given and did not answer: what has to be rescinded when the leader is lost. */
export class InverseRoster {
  /** Bounded by `offersMax`; one that is not noted is passed on all the same, and answers to it find nobody once its leader is lost. */
  readonly #open = new Set<OfferId>();
  readonly #offersMax: number;

  constructor(offersMax: number) {
    this.#offersMax = offersMax;
  }

  get size(): number {
    return this.#open.size;
  }

  deliver(inverseOffers: readonly InverseOffer[]): void {
    for (const { inverseOfferId } of inverseOffers) {
      if (this.#open.size < this.#offersMax) this.#open.add(inverseOfferId);
    }
  }

  /** These were rescinded or answered. */
  drop(inverseOfferIds: readonly OfferId[]): void {
    for (const inverseOfferId of inverseOfferIds) this.#open.delete(inverseOfferId);
  }

  /** Takes all away, in the order of delivery. */
  dropAll(): readonly OfferId[] {
    const open = [...this.#open];
    this.#open.clear();
    return open;
  }
}
