import { bucketOf } from '@parley/master/testing';
import type { OfferId } from '@parley/common/kernel';
import { containsResources, formatResources } from '@parley/common/resources';
import type { SimulatedCluster } from '../../worlds/simulated/simulated-cluster';
import type { CheckerMaker } from './checker';

type Term = NonNullable<NonNullable<SimulatedCluster['leader']>['master']>['core']['term'];

/** Nothing is offered that the framework refused and still refuses, that it suppressed, or of an agent that is out of use. */
export const refusalsKept: CheckerMaker = ({ cluster }) => ({
  name: 'refusals-kept',
  happened: ({ of, event }) => {
    if (of !== 'master' || event.event !== 'offer-made') return undefined;
    const term = cluster.leader?.master?.core.term;
    return term === undefined ? undefined : unwanted(term, event.offerId);
  },
});

function unwanted({ at, cluster }: Term, offerId: OfferId): string | undefined {
  const offer = cluster.offers.get(offerId);
  const framework = offer === undefined ? undefined : cluster.frameworks.get(offer.frameworkId);
  if (offer === undefined || framework === undefined) return undefined;
  const { role, agentId, resources } = offer;
  if (framework.suppressed.has(role)) return `${offerId} is for ${role}, which its framework suppressed`;
  const refused = bucketOf(framework, role, agentId)?.filters.find(
    (filter) => filter.until > at.now && containsResources(filter.refused, resources),
  );
  return refused === undefined
    ? undefined
    : `${offerId} offers ${formatResources(resources)}, of which ${formatResources(refused.refused)} is refused`;
}
