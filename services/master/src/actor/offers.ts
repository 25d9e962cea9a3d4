import type { Proposal } from '@parley/common/contract';
import { after, childTraceparent, unreachable } from '@parley/common/kernel';
import type { AgentId, FrameworkId, OfferId } from '@parley/common/kernel';
import type { Resources } from '@parley/common/resources';
import type { Agent } from '../domain/agents/agent';
import { holdOffer, releaseOffer } from '../domain/allocation';
import { bucketOf } from '../domain/frameworks/framework';
import type { Framework } from '../domain/frameworks/framework';
import { unavailabilityOf } from '../domain/maintenance/planned-window';
import { checkProposal } from '../domain/offers/check-proposal';
import { addFilter, expireFilters, refusalMs } from '../domain/offers/filters';
import type { FilterBucket } from '../domain/offers/filters';
import type { OfferEnd, OpenOffer } from '../domain/offers/offer';
import { tellFilters } from './flush-mirror';
import { tellOffer, tellRescind } from './speak';
import type { Term } from './term';
import { touchHolding } from './touch';

/** Turns a proposal into an offer, or refuses it; answered exactly once either way. */
export function takeProposal(term: Term, proposal: Proposal): 'offered' | 'refused' {
  const verdict = checkProposal(term, proposal, term.at.now);
  const { proposalId } = proposal;
  switch (verdict.verdict) {
    case 'refuse': {
      const { reason, retryAfterMs } = verdict;
      term.mirror.answers.push({ item: 'refused', proposalId, reason, retryAfterMs });
      term.observe({ event: 'proposal-refused', reason });
      return 'refused';
    }
    case 'offer':
      term.mirror.answers.push({ item: 'offered', proposalId, offerId: makeOffer(term, proposal, verdict) });
      return 'offered';
    default:
      return unreachable(verdict, 'proposal verdict');
  }
}

function makeOffer(
  term: Term,
  proposal: Proposal,
  between: { readonly agent: Agent; readonly framework: Framework },
): OfferId {
  const { agent, framework } = between;
  const { frameworkId, role, agentId, resources } = proposal;
  const offerId = term.nextOfferId();
  const traceparent = childTraceparent(proposal.traceparent, offerId);
  const offer: OpenOffer = { offerId, frameworkId, role, agentId, resources, madeAt: term.at.now, traceparent };
  term.cluster.offers.set(offerId, offer);
  framework.offers.add(offer);
  touchHolding(term, agent, holdOffer(agent, offer));
  term.timers.offers.set(offerId, after(term.at.now, term.settings.offerTimeoutMs));
  const { hostname, attributes, domain } = agent.info;
  if (framework.session !== undefined) {
    tellOffer(term, framework.session, {
      offerId,
      frameworkId,
      agentId,
      hostname,
      role,
      resources,
      attributes,
      domain,
      unavailability: unavailabilityOf(agent),
      traceparent,
    });
  }
  term.observe({ event: 'offer-made', offerId, frameworkId, agentId, traceparent, parent: proposal.traceparent });
  return offerId;
}

/** Ends an offer: the one place where its resources return. False when it had ended already. */
export function closeOffer(term: Term, offer: OpenOffer, how: OfferEnd): boolean {
  if (!term.cluster.offers.delete(offer.offerId)) return false;
  term.timers.offers.cancel(offer.offerId);
  term.cluster.frameworks.get(offer.frameworkId)?.offers.delete(offer);
  const agent = term.cluster.agents.get(offer.agentId);
  if (agent !== undefined) touchHolding(term, agent, releaseOffer(agent, offer));
  term.observe({ event: 'offer-ended', offerId: offer.offerId, frameworkId: offer.frameworkId, how });
  return true;
}

/** Takes an offer back and says so. */
export function rescindOffer(term: Term, offer: OpenOffer, how: OfferEnd): void {
  if (!closeOffer(term, offer, how)) return;
  const session = term.cluster.frameworks.get(offer.frameworkId)?.session;
  if (session !== undefined) tellRescind(term, session, offer.offerId);
}

/** Takes back all open offers of an agent. */
export function rescindOffersOf(term: Term, agent: Agent): void {
  for (const offer of [...agent.offers]) rescindOffer(term, offer, 'rescinded');
}

/** Forgets all open offers of a framework whose session ended: there is nobody to tell. */
export function discardOffersOf(term: Term, framework: Framework): void {
  for (const offer of [...framework.offers]) closeOffer(term, offer, 'discarded');
}

/** Rescinds the offers that ran out; whoever let them lie is not asked again for a while. */
export function expireOffers(term: Term): void {
  for (
    let offerId = term.timers.offers.takeDue(term.at.now);
    offerId !== undefined;
    offerId = term.timers.offers.takeDue(term.at.now)
  ) {
    const offer = term.cluster.offers.get(offerId);
    if (offer === undefined) continue;
    const framework = term.cluster.frameworks.get(offer.frameworkId);
    if (framework !== undefined) refuse(term, framework, { ...offer, askedMs: undefined });
    rescindOffer(term, offer, 'expired');
  }
}

/** What a framework refuses, and for how long: `askedMs` undefined means the default with its back-off, 0 not at all. */
export interface Refusal {
  readonly role: string;
  readonly agentId: AgentId;
  readonly resources: Resources;
  readonly askedMs: number | undefined;
  /** Whether the time is the master's choice although it is given here. */
  readonly byDefault?: boolean;
}

/** Remembers a refusal. */
export function refuse(term: Term, framework: Framework, refusal: Refusal): void {
  const { now } = term.at;
  const bucket = bucketOf(framework, refusal.role, refusal.agentId) ?? emptyBucket(term, framework, refusal);
  const lastsMs = refusalMs(bucket, refusal.askedMs, term.settings);
  if (lastsMs === 0) return;
  framework.filters.add(bucket);
  const until = after(now, lastsMs);
  const byDefault = refusal.byDefault ?? refusal.askedMs === undefined;
  addFilter(bucket, { refused: refusal.resources, until, byDefault });
  bucket.forgetAt = after(until, term.settings.refuseMaxMs);
  scheduleExpiry(term, framework, bucket);
  const { frameworkId } = framework;
  const { role, agentId } = bucket;
  term.mirror.filterItem({
    item: 'filter',
    filter: { frameworkId, role, agentId, refused: refusal.resources, remainingMs: lastsMs },
  });
}

/** A framework that uses what it is offered is not backing off any more. */
export function resetBackOff(framework: Framework, role: string, agentId: AgentId): void {
  const bucket = bucketOf(framework, role, agentId);
  if (bucket !== undefined) bucket.refusals = 0;
}

/** Ends all refusals of a framework in a role, with their back-off. Where there are none nobody is told, however often a framework revives. */
export function clearFilters(term: Term, framework: Framework, role: string): void {
  const { size } = framework.filters;
  for (const bucket of framework.filters.takeRole(role)) term.timers.filters.cancel(bucket);
  if (framework.filters.size === size) return;
  term.mirror.filterItem({ item: 'filters-cleared', frameworkId: framework.frameworkId, role, agentId: undefined });
}

/** Ends the back-off of a framework in a role, with all refusals for which it named no time; those it asked for stay. */
export function endDefaultRefusals(term: Term, framework: Framework, role: string): void {
  const touched: FilterBucket[] = [];
  let kept = 0;
  for (const bucket of framework.filters.ofRole(role)) {
    bucket.refusals = 0;
    const asked = bucket.filters.filter(({ byDefault }) => !byDefault);
    kept += asked.length;
    if (asked.length < bucket.filters.length) touched.push(bucket);
    bucket.filters = asked;
    if (asked.length > 0) continue;
    framework.filters.delete(bucket);
    term.timers.filters.cancel(bucket);
  }
  if (touched.length > 0) tellCleared(term, kept === 0 ? [] : touched, { frameworkId: framework.frameworkId, role });
}

/** Says that filters ended: on the agents of these buckets, whose others are told again, or on every agent. */
function tellCleared(
  term: Term,
  buckets: readonly FilterBucket[],
  of: { readonly frameworkId: FrameworkId; readonly role: string },
): void {
  if (buckets.length === 0) term.mirror.filterItem({ item: 'filters-cleared', ...of, agentId: undefined });
  for (const bucket of buckets) {
    term.mirror.filterItem({ item: 'filters-cleared', ...of, agentId: bucket.agentId });
    tellFilters(bucket, term.at.now, (item) => {
      term.mirror.filterItem(item);
    });
  }
}

/** Drops the filters that ran out. */
export function expireDueFilters(term: Term): void {
  for (
    let bucket = term.timers.filters.takeDue(term.at.now);
    bucket !== undefined;
    bucket = term.timers.filters.takeDue(term.at.now)
  ) {
    const framework = term.cluster.frameworks.get(bucket.frameworkId);
    if (framework !== undefined) scheduleExpiry(term, framework, bucket);
  }
}

function scheduleExpiry(term: Term, framework: Framework, bucket: FilterBucket): void {
  const again = expireFilters(bucket, term.at.now);
  if (again === undefined) framework.filters.delete(bucket);
  else term.timers.filters.set(bucket, again);
}

function emptyBucket(term: Term, { frameworkId }: Framework, { role, agentId }: Refusal): FilterBucket {
  return { frameworkId, role, agentId, filters: [], refusals: 0, forgetAt: term.at.now };
}
