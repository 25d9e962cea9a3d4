import type { Quantities, ResourceNames } from '@parley/common/quantities';
import {
  chargeable,
  isEmptyResources,
  isOfferableTo,
  isPlainKey,
  kindOf,
  NO_RESOURCES,
  scalarsByName,
} from '@parley/common/resources';
import type { ResourceKind, Resources } from '@parley/common/resources';

import type { Claim } from './claim';

/** The part of a rest that a claim may be offered. */
export interface OfferableRest {
  readonly rest: Resources;
  /** Its scalars by name, without what is shared. */
  readonly weighed: Quantities;
  /** Why something of it is left out: reserved for others, or of a kind that the framework does not deal with. */
  readonly withheld: 'reserved' | 'capability' | undefined;
}

/** So many kinds are told apart at the same time; of resources with more, the part of each claim is worked out anew. */
const KINDS_MAX = 24;

/** What is not plain in what is free on one agent, by kind, and the parts of it that were worked out already. */
interface FreeKinds {
  readonly free: Resources;
  readonly kinds: readonly ResourceKind[];
  /** By which of the kinds are reserved for others and which are not dealt with. Bounded by the sets of kinds that claims can tell apart. */
  readonly parts: Map<number, OfferableRest>;
}

/**
 * The parts of what is free beside plain scalars that claims may be offered: nothing that is reserved for others, and what is revocable
 * or shared only to frameworks that can deal with it (mesos-semantics §3.4, §3.12). Remembers the parts of the agent that was asked about
 * last, since all claims for which the same kinds are withheld may be offered the same.
 */
export class OfferableRests {
  /** How many parts were worked out so far: what costs, beside looking at the names of roles. */
  made = 0;
  readonly #names: ResourceNames;
  #last: FreeKinds = { free: NO_RESOURCES, kinds: [], parts: new Map() };

  constructor(names: ResourceNames) {
    this.#names = names;
  }

  /** The part for the claim of `free`, which never changes in place. */
  of(free: Resources, claim: Claim): OfferableRest {
    if (this.#last.free !== free) this.#last = { free, kinds: kindsIn(free), parts: new Map() };
    const { kinds, parts } = this.#last;
    if (kinds.length > KINDS_MAX) return this.#madeFor(free, claim);
    const withheld = withheldOf(kinds, claim);
    const known = parts.get(withheld);
    if (known !== undefined) return known;
    const part = this.#madeFor(free, claim);
    parts.set(withheld, part);
    return part;
  }

  #madeFor(free: Resources, claim: Claim): OfferableRest {
    this.made += 1;
    return offerableRest(free, claim, this.#names);
  }
}

function kindsIn({ scalars, ranges, sets }: Resources): readonly ResourceKind[] {
  const kinds = new Set<ResourceKind>();
  for (const map of [scalars, ranges, sets]) for (const key of map.keys()) if (!isPlainKey(key)) kinds.add(kindOf(key));
  return [...kinds];
}

/** Two bits for each kind: whether it is reserved for others, and whether it is not dealt with. */
function withheldOf(kinds: readonly ResourceKind[], claim: Claim): number {
  let withheld = 0;
  for (const kind of kinds)
    withheld = withheld * 4 + (isForRole(kind, claim) ? 0 : 2) + (isDealtWith(kind, claim) ? 0 : 1);
  return withheld;
}

function isForRole(kind: ResourceKind, claim: Claim): boolean {
  return kind.reservations.length === 0 || isOfferableTo(kind, claim.role);
}

function isDealtWith(kind: ResourceKind, claim: Claim): boolean {
  return (!kind.revocable || claim.takesRevocable) && (kind.shared === '' || claim.takesShared);
}

function offerableRest(free: Resources, claim: Claim, names: ResourceNames): OfferableRest {
  let withheld: OfferableRest['withheld'];
  const isOffered = (key: string): boolean => {
    if (isPlainKey(key)) return true;
    const kind = kindOf(key);
    if (!isForRole(kind, claim)) withheld ??= 'reserved';
    else if (!isDealtWith(kind, claim)) withheld = 'capability';
    else return true;
    return false;
  };
  const rest = {
    scalars: kept(free.scalars, isOffered, NO_RESOURCES.scalars),
    ranges: kept(free.ranges, isOffered, NO_RESOURCES.ranges),
    sets: kept(free.sets, isOffered, NO_RESOURCES.sets),
  };
  const weighed = names.quantitiesOfScalars(scalarsByName(chargeable(rest)));
  return { rest: isEmptyResources(rest) ? NO_RESOURCES : rest, weighed, withheld };
}

function kept<Value>(
  from: ReadonlyMap<string, Value>,
  isKept: (key: string) => boolean,
  none: ReadonlyMap<string, Value>,
): ReadonlyMap<string, Value> {
  if (from.size === 0) return none;
  const left = new Map([...from].filter(([key]) => isKept(key)));
  return left.size === 0 ? none : left.size === from.size ? from : left;
}
