import type { NoOfferReason } from '@parley/common/contract';
import type { Quantities, ResourceNames } from '@parley/common/quantities';
import { formatMilli } from '@parley/common/resources';

import type { AgentEntry } from '../agent-entry';
import type { Claim } from '../claim';
import type { Competition } from '../competition';

/** What a detail is about: the first agent that a reason was found for. */
export interface DetailSubject {
  readonly claim: Claim;
  readonly agent: AgentEntry;
  /** With `lower-share-first`: who comes first, when something is free. */
  readonly ahead?: Claim;
  /** With `lower-share-first`: who is being offered what would be free. */
  readonly holder?: Claim | undefined;
}

/** Further words for people about a reason; empty where the reason says it all. */
export function detailOf(
  source: { readonly competition: Competition; readonly names: ResourceNames },
  reason: NoOfferReason,
  { claim, agent, ahead, holder }: DetailSubject,
): string {
  switch (reason) {
    case 'quota-limit':
      return limitDetail(source.competition, claim, agent);
    case 'headroom':
      return `still missing for guarantees: ${quantitiesText(source.competition.roles.requiredHeadroom, source.names)}`;
    case 'below-minimum':
      return minimumDetail(claim, quantitiesText(agent.free, source.names));
    case 'region':
      return `the agent is in region ${agent.description?.domain?.region ?? ''}`;
    case 'lower-share-first':
      return aheadDetail(claim, ahead, holder);
    default:
      return '';
  }
}

function minimumDetail({ demand, minimum }: Claim, free: string): string {
  const least = `less than ${minimum === undefined ? 'the cluster' : 'the framework'} asks of an offer`;
  return demand === undefined
    ? `free is ${free}, ${least}`
    : `free is ${free}: no piece of the stated demand fits, or it is ${least}`;
}

function limitDetail({ roles }: Competition, claim: Claim, agent: AgentEntry): string {
  const breach = roles.limitBreach(claim.role, agent.free);
  if (breach === undefined) return '';
  const { role, name, limitMilli, wouldBeMilli } = breach;
  return `role ${role} may have ${formatMilli(limitMilli)} of ${name} and would have ${formatMilli(wouldBeMilli)}`;
}

function aheadDetail(claim: Claim, ahead: Claim | undefined, holder: Claim | undefined): string {
  const other = ahead ?? holder;
  if (other === undefined) return '';
  const how = ahead === undefined ? 'has an open offer of it' : 'comes first';
  return `${other.frameworkId} in role ${other.role} ${how}, with ${sharesText(other)}; this one has ${sharesText(claim)}`;
}

/** Shares with three decimals, which is what people compare. */
function sharesText(claim: Claim): string {
  return `a share of ${claim.share.toFixed(3)} (its role ${claim.home.share.toFixed(3)})`;
}

function quantitiesText(quantities: Quantities, names: ResourceNames): string {
  const parts: string[] = [];
  for (const [number, milli] of quantities.entries()) {
    if (milli > 0) parts.push(`${names.nameOf(number)}:${formatMilli(milli)}`);
  }
  return parts.length === 0 ? 'nothing' : parts.join(';');
}
