import { EXPLAIN_EXAMPLES_MAX, NO_OFFER_REASONS } from '@parley/common/contract';
import type { NoOfferReason, ReasonCount } from '@parley/common/contract';
import type { AgentId, MonotonicMs } from '@parley/common/kernel';

import { SlotSet } from '../slot-set';

/** Longer details are cut: masters take no more than 1,024 characters. */
const DETAIL_LENGTH_MAX = 1_000;

/** One reason while its agents are counted. */
interface Count {
  agents: number;
  readonly examples: AgentId[];
  readonly detail: string;
}

/** Counts the agents of one explanation by the first reason that applies to them. */
export class ReasonTally {
  /** Agents to which no reason applies. */
  offerable = 0;
  /** Agents that are refused, by slot. */
  readonly refused = new SlotSet();
  readonly #counts = new Map<NoOfferReason, Count>();

  /** Counts an agent; `detail` is asked for with the first agent of each reason only. */
  count(
    reason: NoOfferReason,
    agent: { readonly agentId: AgentId; readonly slot: number },
    detail: () => string,
  ): void {
    if (reason === 'refused') this.refused.add(agent.slot);
    const count = this.#counts.get(reason);
    if (count === undefined) {
      this.#counts.set(reason, { agents: 1, examples: [agent.agentId], detail: shortened(detail()) });
      return;
    }
    count.agents += 1;
    if (count.examples.length < EXPLAIN_EXAMPLES_MAX) count.examples.push(agent.agentId);
  }

  /** What was counted, in the order of the reasons; `firstEnd`: when the first of the refusals ends. */
  reasons(now: MonotonicMs, firstEnd: MonotonicMs | undefined): readonly ReasonCount[] {
    return NO_OFFER_REASONS.flatMap((reason) => {
      const count = this.#counts.get(reason);
      const untilMs = reason === 'refused' && firstEnd !== undefined ? Math.max(firstEnd - now, 0) : undefined;
      return count === undefined ? [] : [{ reason, ...count, untilMs }];
    });
  }
}

function shortened(detail: string): string {
  return detail.length <= DETAIL_LENGTH_MAX ? detail : `${detail.slice(0, DETAIL_LENGTH_MAX - 1)}…`;
}
