import type { Quantities, ResourceNames } from '@parley/common/quantities';
import { chargeable, isOfferableTo, isPlainKey, kindOf, NO_RESOURCES, scalarsByName } from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';

import { isNoRest } from './amounts';
import type { Claim } from './claim';

/** The part of a rest that a claim may be offered. */
export interface OfferableRest {
  readonly rest: Resources;
  /** Its scalars by name, without what is shared. */
  readonly weighed: Quantities;
  /** Why something of it is left out: reserved for others, or of a kind that the framework does not deal with. */
  readonly withheld: 'reserved' | 'capability' | undefined;
}

/**
 * The part of what is free beside plain scalars that the claim may be offered: nothing that is reserved for others, and what is revocable
 * or shared only to frameworks that can deal with it (mesos-semantics §3.4, §3.12).
 */
export function offerableRest(free: Resources, claim: Claim, names: ResourceNames): OfferableRest {
  let withheld: OfferableRest['withheld'];
  const isOffered = (key: string): boolean => {
    if (isPlainKey(key)) return true;
    const kind = kindOf(key);
    const isForRole = isOfferableTo(kind, claim.role);
    const isDealtWith = (!kind.revocable || claim.takesRevocable) && (kind.shared === '' || claim.takesShared);
    if (!isForRole) withheld ??= 'reserved';
    else if (!isDealtWith) withheld = 'capability';
    return isForRole && isDealtWith;
  };
  const rest = {
    scalars: kept(free.scalars, isOffered, NO_RESOURCES.scalars),
    ranges: kept(free.ranges, isOffered, NO_RESOURCES.ranges),
    sets: kept(free.sets, isOffered, NO_RESOURCES.sets),
  };
  const weighed = names.quantitiesOfScalars(scalarsByName(chargeable(rest)));
  return { rest: isNoRest(rest) ? NO_RESOURCES : rest, weighed, withheld };
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
