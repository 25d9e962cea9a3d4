import type { AgentId, OfferId } from '@parley/common/kernel';
import type { CheckerMaker } from './checker';

/** Every offer is made once and ends at most once; the offers that are open are those that were made and have not ended. */
export const offersReturnOnce: CheckerMaker = ({ cluster }) => {
  const made = new Map<OfferId, AgentId>();
  const ended = new Set<OfferId>();
  return {
    name: 'offers-return-once',
    happened: ({ of, event }) => {
      if (of !== 'master') return undefined;
      if (event.event === 'offer-made') {
        if (made.has(event.offerId)) return `offer ${event.offerId} was made twice`;
        made.set(event.offerId, event.agentId);
      }
      if (event.event !== 'offer-ended') return undefined;
      if (!made.has(event.offerId)) return `offer ${event.offerId} ended, but was never made`;
      if (ended.has(event.offerId)) return `offer ${event.offerId} ended twice, now as ${event.how}`;
      ended.add(event.offerId);
      return undefined;
    },
    look: () => {
      const open = cluster.leader?.master?.core.term.cluster.offers;
      for (const offerId of open?.keys() ?? []) {
        if (ended.has(offerId)) return `offer ${offerId} is open although it ended`;
      }
      return undefined;
    },
  };
};
