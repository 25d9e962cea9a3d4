import { addTo, dominantShare } from '@parley/common/quantities';
import type { Quantities } from '@parley/common/quantities';

import type { AgentEntry } from './agent-entry';
import type { Claim } from './claim';
import type { Rivalry } from './competition';
import type { Competitor } from './competitor';
import type { Mirror } from './mirror';
import type { Standing } from './policies/policy';
import type { Portion } from './portion';
import { hasGuaranteed, hasGuaranteedBeyond } from './quota-cut';

/** So many claims are looked at to find out who else could be served; whoever comes after them counts as one who could, unseen. */
const LOOKS_MAX = 64;

/** A competitor as it would stand with a larger share. Whom it ties with then goes first. */
class Prospect implements Standing {
  name = '';
  role = '';
  weight = 1;
  share = 0;
  turn = 0;
  readonly allocations = Infinity;

  of({ name, role, weight, turn }: Competitor, share: number): this {
    this.name = name;
    this.role = role;
    this.weight = weight;
    this.turn = turn;
    this.share = share;
    return this;
  }
}

/** How far the claim that comes first is ahead of the others that could be served on an agent: how much it can be given before it is somebody else's turn. */
export class Lead {
  readonly #mirror: Mirror;
  readonly #prospect = new Prospect();
  /** What a competitor would hold. */
  readonly #held: number[] = [];
  #agent: AgentEntry | undefined;
  #claim: Claim | undefined;
  #rivalries: readonly Rivalry[] = [];
  /** Those of them whose guarantees are not met, who come before all others. */
  #guaranteed: readonly Rivalry[] = [];
  #cost = 0;

  constructor(mirror: Mirror) {
    this.#mirror = mirror;
  }

  /** Finds out who else could be served on the agent, with the judge, and returns what that cost, in the judge's units. */
  measure(agent: AgentEntry, claim: Claim): number {
    const { competition, judge, refusals } = this.#mirror;
    this.#agent = agent;
    this.#claim = claim;
    this.#rivalries = [];
    this.#guaranteed = [];
    const blocked = refusals.blockedOn(agent);
    if (competition.wanting.countWithout(blocked, 2) < 2) return 0;
    this.#cost = 0;
    const isServable = (other: Claim): boolean => {
      if (blocked?.has(other.slot) === true) return false;
      const reason = judge.judge(agent, other);
      this.#cost += judge.cost;
      return reason === undefined;
    };
    const isGuaranteed = ({ node }: Claim): boolean => hasGuaranteed(node, agent.free);
    this.#rivalries = this.#rivalriesOf(claim, isServable);
    if (this.isContested && competition.roles.hasGuarantees && isGuaranteed(claim)) {
      this.#guaranteed = this.#rivalriesOf(claim, (other) => isGuaranteed(other) && isServable(other));
    }
    return this.#cost;
  }

  /** Whether there is anybody else. */
  get isContested(): boolean {
    return this.#rivalries.length > 0;
  }

  /** Whether the claim still comes first when it has been given the portion. */
  holds({ plain, weighed }: Portion): boolean {
    const agent = this.#agent;
    const claim = this.#claim;
    if (agent === undefined || claim === undefined) return false;
    if (hasGuaranteedBeyond(claim.node, agent.free, plain)) return this.#isAhead(this.#guaranteed, weighed);
    return this.#guaranteed.length === 0 && this.#isAhead(this.#rivalries, weighed);
  }

  #rivalriesOf(claim: Claim, isServable: (other: Claim) => boolean): readonly Rivalry[] {
    let looks = 0;
    const rivalries = this.#mirror.competition.rivalriesOf(claim, (other) => {
      looks += 1;
      return looks > LOOKS_MAX || isServable(other);
    });
    this.#cost += looks;
    return rivalries;
  }

  #isAhead(rivalries: readonly Rivalry[], given: Quantities): boolean {
    for (const { mine, other, compare } of rivalries) {
      if (compare(this.#prospect.of(mine, this.#shareOf(mine, given)), other) >= 0) return false;
    }
    return true;
  }

  #shareOf(mine: Competitor, given: Quantities): number {
    const held = this.#held;
    held.length = mine.held.length;
    for (let number = 0; number < held.length; number += 1) held[number] = mine.held[number] ?? 0;
    addTo(held, given);
    return dominantShare(held, this.#mirror.competition.total, mine.weight);
  }
}
