import type { AllocatorDown, Proposal } from '@parley/common/contract';
import { offerIdOf } from '@parley/common/kernel';
import type { AgentId, FrameworkId } from '@parley/common/kernel';
import { NO_RESOURCES, addResources } from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';
import type { EngineSession } from './engine-session';

const EPOCH = { clusterId: 'c1', incarnation: 1, revision: 1 };
/** As the master batches at most. */
const ITEMS_PER_BATCH = 100;
/** About eleven days: for ever, as far as a bench is concerned. */
export const FOR_EVER_MS = 1_000_000_000;

/** The number in the id of an agent or a framework. */
export function numberOf(id: AgentId | FrameworkId): number {
  return Number(id.slice(id.lastIndexOf('-') + 1));
}

/** The master's side of a session: answers proposals, and says what frameworks make of the offers. */
export class BenchMaster {
  readonly #session: EngineSession;
  readonly #usedOf: (agent: number, framework: number) => Resources;

  /** `usedOf` tells what tasks hold beside the offers. */
  constructor(session: EngineSession, usedOf: (agent: number, framework: number) => Resources = () => NO_RESOURCES) {
    this.#session = session;
    this.#usedOf = usedOf;
  }

  /** Every proposal becomes an offer, which its framework declines for ever. */
  declineForEver(proposals: readonly Proposal[]): void {
    this.#tellOf(proposals, (proposal) => {
      const { frameworkId, role, agentId, resources: refused } = proposal;
      const allocated = this.#usedOf(numberOf(agentId), numberOf(frameworkId));
      const at = { frameworkId, role, agentId };
      return [
        { item: 'allocation', allocation: { ...at, allocated, offered: NO_RESOURCES } },
        { item: 'filter', filter: { ...at, refused, remainingMs: FOR_EVER_MS } },
      ];
    });
  }

  /** Every proposal becomes an offer, and stays one. */
  offer(proposals: readonly Proposal[]): void {
    this.#tellOf(proposals, ({ frameworkId, role, agentId, resources: offered }) => {
      const allocated = this.#usedOf(numberOf(agentId), numberOf(frameworkId));
      return [{ item: 'allocation', allocation: { frameworkId, role, agentId, allocated, offered } }];
    });
  }

  /** Every proposal becomes an offer, all of which its framework uses. */
  launch(proposals: readonly Proposal[]): void {
    this.#tellOf(proposals, ({ frameworkId, role, agentId, resources: offered }) => {
      const allocated = addResources(this.#usedOf(numberOf(agentId), numberOf(frameworkId)), offered);
      return [{ item: 'allocation', allocation: { frameworkId, role, agentId, allocated, offered: NO_RESOURCES } }];
    });
  }

  /** Says things in batches of the size that a master sends. */
  tell(items: readonly AllocatorDown[]): void {
    for (let from = 0; from < items.length; from += ITEMS_PER_BATCH)
      this.#session.tell(items.slice(from, from + ITEMS_PER_BATCH));
  }

  #tellOf(proposals: readonly Proposal[], news: (proposal: Proposal) => readonly AllocatorDown[]): void {
    let items: AllocatorDown[] = [];
    for (const proposal of proposals) {
      const { proposalId } = proposal;
      // The answer comes after the allocation that contains the offer, as masters do it.
      items.push(...news(proposal), { item: 'offered', proposalId, offerId: offerIdOf(EPOCH, proposalId) });
      if (items.length < ITEMS_PER_BATCH) continue;
      this.#session.tell(items);
      items = [];
    }
    this.#session.tell([...items, { item: 'credits', credits: Math.max(1, proposals.length) }]);
  }
}
