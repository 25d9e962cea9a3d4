import type { Offer } from '@parley/common/contract';
import type { CallId, OfferId } from '@parley/common/kernel';

/** The offers that a client was given and that it has neither used nor lost: what has to be rescinded when the leader is lost. */
export class OfferRoster {
  /** Bounded by `offersMax`, together with {@link #used}. */
  readonly #held = new Set<OfferId>();
  /** Offers that a call uses whose result is not known. */
  readonly #used = new Map<OfferId, CallId>();
  /** The same by call; bounded by the session's open calls. */
  readonly #usedBy = new Map<CallId, readonly OfferId[]>();
  readonly #offersMax: number;

  constructor(offersMax: number) {
    this.#offersMax = offersMax;
  }

  get size(): number {
    return this.#held.size;
  }

  /** Notes offers as delivered as far as there is room, and returns those that may be passed on and those that must be declined. */
  deliver(offers: readonly Offer[]): { readonly kept: readonly Offer[]; readonly beyond: readonly Offer[] } {
    const room = Math.max(this.#offersMax - this.#held.size - this.#used.size, 0);
    const kept = offers.length <= room ? offers : offers.slice(0, room);
    for (const offer of kept) this.#held.add(offer.offerId);
    return { kept, beyond: offers.slice(kept.length) };
  }

  /** These were rescinded, or used by a call whose result nobody will hear. */
  drop(offerIds: readonly OfferId[]): void {
    for (const offerId of offerIds) {
      this.#held.delete(offerId);
      this.#used.delete(offerId);
    }
  }

  /** A call that accepts or declines these is on its way. */
  use(callId: CallId, offerIds: readonly OfferId[]): void {
    const used = offerIds.filter((offerId) => this.#held.delete(offerId));
    for (const offerId of used) this.#used.set(offerId, callId);
    if (used.length > 0) this.#usedBy.set(callId, used);
  }

  /** The master answered a call. What it used is gone for good, unless the call was `void`: then it is open as before. */
  callEnded(callId: CallId, outcome: 'used' | 'void'): void {
    for (const offerId of this.#usedBy.get(callId) ?? []) {
      if (this.#used.get(offerId) !== callId) continue;
      this.#used.delete(offerId);
      if (outcome === 'void') this.#held.add(offerId);
    }
    this.#usedBy.delete(callId);
  }

  /** Takes all offers away and returns the ids of those that no call uses, in the order of delivery. */
  dropAll(): readonly OfferId[] {
    const held = [...this.#held];
    this.#held.clear();
    this.#used.clear();
    this.#usedBy.clear();
    return held;
  }
}
