import { after } from '@parley/common/kernel';
import type { AgentId, MonotonicMs } from '@parley/common/kernel';
import type { Term } from './term';

/** Nothing is proposed before this share of the agents is back … */
const BACK_SHARE = 0.8;
/** … or so much time has passed since the election. */
const HOLD_MS = 600_000;
/** Agents that came back are looked for among all that are expected no more often than this, however often somebody asks. */
const COUNT_EVERY_MS = 1_000;

/**
 * Holds proposals back after an election while roles have quota: what most agents run is not known yet, and whoever holds more than its
 * limit, or less than its guarantee, cannot be told from the others (mesos-semantics §3.13).
 */
export class RecoveryHold {
  readonly #expected: number;
  /** Agents of the registry that were not back when they were counted last; those that are new to the cluster do not count. */
  readonly #away: Set<AgentId>;
  #countedAt: MonotonicMs | undefined;
  /** When it ends whoever is missing. */
  readonly endsAt: MonotonicMs;

  /** To be made when the registry's agents are known and none of them has come. */
  constructor(term: Term) {
    this.#away = new Set(term.cluster.recovered);
    this.#expected = this.#away.size;
    this.endsAt = after(term.at.now, HOLD_MS);
  }

  /** How many agents more have to come before proposals are welcome; 0 when nothing is held back. */
  missing({ cluster, at }: Term): number {
    if (!cluster.roleTree.hasQuota || at.now >= this.endsAt) return 0;
    const enough = Math.floor(this.#expected * BACK_SHARE);
    // No more are away than wait to register, which costs nothing to know.
    const atLeastBack = this.#expected - cluster.recovered.size;
    if (atLeastBack >= enough) return 0;
    if (this.#countedAt === undefined || at.now - this.#countedAt >= COUNT_EVERY_MS) {
      this.#countedAt = at.now;
      for (const agentId of this.#away) if (!cluster.recovered.has(agentId)) this.#away.delete(agentId);
    }
    return Math.max(0, enough - Math.max(atLeastBack, this.#expected - this.#away.size));
  }
}
