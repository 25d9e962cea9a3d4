import { bucketOf } from '@parley/master/testing';
import { containsResources, formatResources } from '@parley/common/resources';
import type { CheckerMaker } from './checker';

/** Nothing is offered that the framework refused and still refuses, that it suppressed, or of an agent that is out of use. */
export const refusalsKept: CheckerMaker = ({ cluster }) => ({
  name: 'refusals-kept',
  happened: ({ of, event }) => {
    if (of !== 'master' || event.event !== 'offer-made') return undefined;
    const term = cluster.leader?.master?.core.term;
    const offer = term?.cluster.offers.get(event.offerId);
    const framework = offer === undefined ? undefined : term?.cluster.frameworks.get(offer.frameworkId);
    if (term === undefined || offer === undefined || framework === undefined) return undefined;
    const { role, agentId, resources } = offer;
    if (framework.suppressed.has(role)) return `${event.offerId} is for ${role}, which its framework suppressed`;
    const refused = bucketOf(framework, role, agentId)?.filters.find(
      (filter) => filter.until > term.at.now && containsResources(filter.refused, resources),
    );
    return refused === undefined
      ? undefined
      : `${event.offerId} offers ${formatResources(resources)}, of which ${formatResources(refused.refused)} is refused`;
  },
});
