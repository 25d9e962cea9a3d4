import type { NoOfferReason } from '@parley/common/contract';
import { addTo, covers, hasAny } from '@parley/common/quantities';
import type { Quantities } from '@parley/common/quantities';
import { NO_RESOURCES } from '@parley/common/resources';

import type { AgentEntry, Taking } from '../agent-entry';
import type { Claim } from '../claim';
import type { Mirror } from '../mirror';
import type { Place } from '../refusals';

/** What of an agent is being offered, by open offers or proposals, as one claim sees it. */
export interface OpenOffers {
  /** Whether something is being offered to the claim itself. */
  readonly own: boolean;
  /** What others are being offered, by the numbers of names. */
  readonly toOthers: Quantities;
  /** One of those others; undefined when there is none. */
  readonly holder: Claim | undefined;
}

/** Looks through what is held and proposed on an agent. */
export function openOffersOn(agent: AgentEntry, claim: Claim): OpenOffers {
  const toOthers: number[] = [];
  let own = false;
  let holder: Claim | undefined;
  const look = (taking: Taking): void => {
    if (!hasAny(taking.offered)) return;
    if (taking.claim === claim) own = true;
    else {
      addTo(toOthers, taking.offered);
      holder ??= taking.claim;
    }
  };
  agent.holdings.forEach(look);
  for (const taking of agent.proposed()) look(taking);
  return { own, toOthers, holder };
}

/**
 * Why nothing of an agent is left for a claim: tasks hold it all, or others are being offered what would be free. In that case the first
 * reason is told that would stand in the way of the claim even so, and if there is none, that others came first.
 */
export function reasonBehind(mirror: Mirror, at: Place, { toOthers, holder }: OpenOffers): NoOfferReason {
  if (holder === undefined) return 'nothing-free';
  const { claim, agent } = at;
  const left = mirror.competition.roles.limitLeft(claim.role);
  if (!toOthers.some((milli, number) => milli > 0 && (left[number] ?? Infinity) > 0)) return 'quota-limit';
  const minimum = claim.minimum ?? mirror.minimum;
  if (!minimum.isReached(toOthers, agent.total.rest) || !couldFit(at, toOthers)) return 'below-minimum';
  return mirror.refusals.isRefused(at, toOthers, NO_RESOURCES) ? 'refused' : 'lower-share-first';
}

/** Whether any piece of a stated demand would fit if the others gave back what they are being offered. */
function couldFit({ agent, claim }: Place, toOthers: Quantities): boolean {
  if (claim.demand === undefined) return true;
  const room: number[] = [...agent.free];
  addTo(room, toOthers);
  return claim.demand.shapes.some(({ weighed }) => covers(room, weighed));
}
