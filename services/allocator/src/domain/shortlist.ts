import type { Claim, OwnFrameworks } from './claim';
import { RoleEntrant } from './claim';
import type { Competitor } from './competitor';
import { IndexedHeap, OUTSIDE } from './indexed-heap';
import type { HeapMember } from './indexed-heap';
import type { Policy } from './policies/policy';

/** A role, or its own frameworks, in its place on one list. */
class Seat implements HeapMember {
  heapIndex = OUTSIDE;
  /** How often it was entered; of a role: how many of those directly below it are on the list. */
  count = 0;
  /** Of a role: those directly below it that are on the list. */
  below: IndexedHeap<Seat> | undefined;

  constructor(
    readonly of: RoleEntrant | OwnFrameworks,
    /** Whom it is {@link below}; undefined for the root alone. */
    readonly above: Seat | undefined,
  ) {}
}

/**
 * Some of the roles that compete, in the policy's order: beside the tree of all of them a smaller one, so that the first of a few among many
 * is found without going past the others. Who is on it must want offers. Bounded by the roles; costs nothing while nobody is on it.
 */
export class Shortlist {
  readonly #seats = new Map<Competitor, Seat>();
  readonly #root: Seat;
  readonly #compare: (a: Seat, b: Seat) => number;

  constructor(root: RoleEntrant, { compareRoles }: Policy) {
    this.#compare = (a, b) => compareRoles(a.of, b.of);
    this.#root = new Seat(root, undefined);
  }

  has(own: OwnFrameworks): boolean {
    return this.#seats.has(own);
  }

  /** Puts a role's own frameworks on the list, until they have left as often as they entered. */
  enter(own: OwnFrameworks): void {
    this.#seated(own).count += 1;
  }

  /** Ends one {@link enter}. */
  leave(own: OwnFrameworks): void {
    const seat = this.#seats.get(own);
    if (seat === undefined) return;
    seat.count -= 1;
    this.#unseat(seat);
  }

  /** Restores the order after what the competitor is compared by has changed. */
  moved(competitor: RoleEntrant | OwnFrameworks): void {
    if (this.#seats.size === 0) return;
    const seat = this.#seats.get(competitor);
    seat?.above?.below?.moved(seat);
  }

  /** Restores the order after everything has changed. */
  rebuild(): void {
    for (const seat of this.#seats.values()) seat.below?.rebuild();
    this.#root.below?.rebuild();
  }

  /** The first claim that `accept` takes, of the roles on the list that `admits` takes; neither may change the list. */
  first(accept: (claim: Claim) => boolean, admits: (own: OwnFrameworks) => boolean): Claim | undefined {
    return firstBelow(this.#root, accept, admits);
  }

  #seated(competitor: RoleEntrant | OwnFrameworks): Seat {
    const known = this.#seats.get(competitor);
    if (known !== undefined) return known;
    const parent = parentOf(competitor);
    const above = parent?.parent === undefined ? this.#root : this.#seated(parent);
    const seat = new Seat(competitor, above);
    this.#seats.set(competitor, seat);
    above.count += 1;
    above.below ??= new IndexedHeap<Seat>(this.#compare);
    above.below.push(seat);
    return seat;
  }

  #unseat(from: Seat): void {
    for (let seat = from; seat.count === 0 && seat.above !== undefined; seat = seat.above) {
      seat.above.below?.remove(seat);
      seat.above.count -= 1;
      this.#seats.delete(seat.of);
    }
  }
}

/** Whom it competes below; of the frameworks of a role that is the role itself. */
function parentOf(competitor: RoleEntrant | OwnFrameworks): RoleEntrant | undefined {
  return competitor instanceof RoleEntrant ? competitor.parent : competitor.of;
}

function firstBelow(
  { below }: Seat,
  accept: (claim: Claim) => boolean,
  admits: (own: OwnFrameworks) => boolean,
): Claim | undefined {
  let found: Claim | undefined;
  below?.find((seat) => {
    const { of } = seat;
    if (of instanceof RoleEntrant) found = firstBelow(seat, accept, admits);
    else if (admits(of)) found = of.wanting.find(accept);
    return found !== undefined;
  });
  return found;
}
