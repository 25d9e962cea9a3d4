import { after } from '@parley/common/kernel';
import type { MonotonicMs } from '@parley/common/kernel';
import type { Term } from './term';

/** Nothing is proposed before this share of the agents is back … */
const BACK_SHARE = 0.8;
/** … or so much time has passed since the election. */
const HOLD_MS = 600_000;

/**
 * Holds proposals back after an election while roles have quota: what most agents run is not known yet, and whoever holds more than its
 * limit, or less than its guarantee, cannot be told from the others (mesos-semantics §3.13).
 */
export class RecoveryHold {
  readonly #expected: number;
  /** When it ends whoever is missing. */
  readonly endsAt: MonotonicMs;

  /** To be made when the registry's agents are known and none of them has come. */
  constructor(term: Term) {
    this.#expected = term.cluster.recovered.size;
    this.endsAt = after(term.at.now, HOLD_MS);
  }

  /** How many agents more have to come before proposals are welcome; 0 when nothing is held back. */
  missing({ cluster, at }: Term): number {
    if (!cluster.roleTree.hasQuota || at.now >= this.endsAt) return 0;
    const back = this.#expected - cluster.recovered.size;
    return Math.max(0, Math.floor(this.#expected * BACK_SHARE) - back);
  }
}
