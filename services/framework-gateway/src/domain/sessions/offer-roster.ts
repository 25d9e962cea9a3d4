import type { Offer } from '@parley/common/contract';
import type { OfferId } from '@parley/common/kernel';

/** The offers that a client was given and that it has neither used nor lost: what has to be rescinded when the leader is lost. */
export class OfferRoster {
  /** Bounded by `offersMax`. */
  readonly #held = new Set<OfferId>();
  readonly #offersMax: number;

  constructor(offersMax: number) {
    this.#offersMax = offersMax;
  }

  get size(): number {
    return this.#held.size;
  }

  /** Notes offers as delivered as far as there is room, and returns those that may be passed on and those that must be declined. */
  deliver(offers: readonly Offer[]): { readonly kept: readonly Offer[]; readonly beyond: readonly Offer[] } {
    const room = this.#offersMax - this.#held.size;
    const kept = offers.length <= room ? offers : offers.slice(0, room);
    for (const offer of kept) this.#held.add(offer.offerId);
    return { kept, beyond: offers.slice(kept.length) };
  }

  /** These were accepted, declined or rescinded. */
  drop(offerIds: readonly OfferId[]): void {
    for (const offerId of offerIds) this.#held.delete(offerId);
  }

  /** Takes all offers away and returns their ids in the order of delivery. */
  dropAll(): readonly OfferId[] {
    const held = [...this.#held];
    this.#held.clear();
    return held;
  }
}
