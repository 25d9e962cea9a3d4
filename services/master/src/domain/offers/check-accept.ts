import { compareEpochs, epochOfId } from '@parley/common/kernel';
import type { Epoch, OfferId } from '@parley/common/kernel';
import type { Agent } from '../agents/agent';
import { isOfferable } from '../agents/agent';
import type { Cluster } from '../cluster';
import type { Framework } from '../frameworks/framework';
import type { Rejection } from '../rejections';
import type { OpenOffer } from './offer';

/** Whether offers can be used together, checked in the order of mesos-semantics §5.2; the first failure decides. */
export type AcceptVerdict =
  | { readonly verdict: 'usable'; readonly offers: readonly OpenOffer[]; readonly agent: Agent; readonly role: string }
  /** An older leader made some of them: whether it used them is not known here. */
  | { readonly verdict: 'other-term'; readonly own: readonly OpenOffer[] }
  /** `own` are those of the named offers that are open and this framework's; they are taken back. */
  | { readonly verdict: 'unusable'; readonly own: readonly OpenOffer[]; readonly rejection: Rejection };

/** Checks the offers of an ACCEPT. */
export function checkAccept(
  world: { readonly cluster: Cluster; readonly epoch: Epoch },
  framework: Framework,
  offerIds: readonly OfferId[],
): AcceptVerdict {
  const { cluster, epoch } = world;
  const own = ownOffers(cluster, framework, offerIds);
  if (offerIds.some((offerId) => isOfOlderTerm(offerId, epoch))) return { verdict: 'other-term', own };
  const rejection = identityFault(own, offerIds);
  if (rejection !== undefined) return { verdict: 'unusable', own, rejection };
  const [first] = own;
  if (first === undefined) return { verdict: 'unusable', own, rejection: { kind: 'offers-missing' } };
  if (own.some((offer) => offer.role !== first.role))
    return { verdict: 'unusable', own, rejection: { kind: 'offers-mixed-roles' } };
  if (own.some((offer) => offer.agentId !== first.agentId))
    return { verdict: 'unusable', own, rejection: { kind: 'offers-mixed-agents' } };
  const agent = cluster.agents.get(first.agentId);
  if (agent === undefined || !isOfferable(agent))
    return { verdict: 'unusable', own, rejection: { kind: 'agent-away', agentId: first.agentId } };
  return { verdict: 'usable', offers: own, agent, role: first.role };
}

/** The open offers of this framework among the named ones, each once, in the order named. */
export function ownOffers(cluster: Cluster, framework: Framework, offerIds: readonly OfferId[]): readonly OpenOffer[] {
  const own: OpenOffer[] = [];
  for (const offerId of new Set(offerIds)) {
    const offer = cluster.offers.get(offerId);
    if (offer?.frameworkId === framework.frameworkId) own.push(offer);
  }
  return own;
}

/** Whether an offer was made by an earlier leader. */
export function isOfOlderTerm(offerId: OfferId, epoch: Epoch): boolean {
  const made = epochOfId(offerId);
  return made !== undefined && compareEpochs({ clusterId: '', ...made }, epoch) < 0;
}

function identityFault(own: readonly OpenOffer[], offerIds: readonly OfferId[]): Rejection | undefined {
  const distinct = new Set(offerIds);
  if (distinct.size === 0) return { kind: 'offers-missing' };
  if (distinct.size < offerIds.length) return { kind: 'offer-repeated' };
  if (own.length === distinct.size) return undefined;
  // Another framework's offer and one that is gone are told alike: nobody learns of what is not theirs.
  for (const offer of own) distinct.delete(offer.offerId);
  return { kind: 'offer-gone', offerIds: [...distinct] };
}
