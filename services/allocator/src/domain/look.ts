import { hasAny } from '@parley/common/quantities';
import type { NoOfferReason } from '@parley/common/contract';

import type { AgentEntry } from './agent-entry';
import type { Amounts } from './amounts';
import type { Claim } from './claim';
import { ReasonCounts } from './judge';
import { Lead } from './lead';
import type { Mirror } from './mirror';
import { fillByPieces, leftOver } from './packing';
import { hasGuaranteed } from './quota-cut';
import type { SlotSet } from './slot-set';

/** Somebody is to be offered something of an agent. */
export interface Decision {
  readonly agent: AgentEntry;
  readonly claim: Claim;
  readonly amounts: Amounts;
  /** Whether it is everything that is free there. */
  readonly isWhole: boolean;
}

/** So few claims are compared with each other at once; of more, the order of the heaps is followed at first. */
const FEW = 8;

/** So many claims are looked at in the order of the heaps before all are gone through, word by word, that do not refuse the agent. */
const WALK_MAX = 24;

/** Among so many agents at most, that have something free, is the one chosen that `best-fit` and `spread` ask for. */
export const PACKING_AGENTS_MAX = 64;

/** Finds out who is to be offered an agent: those first whose guarantees are not met, then whom the policy puts first (mesos-semantics §3.4, §3.5). */
export class Look {
  readonly reasons = new ReasonCounts();
  /** How much was done so far, in units of very roughly a quarter of a microsecond. */
  effort = 0;
  readonly #mirror: Mirror;
  readonly #lead: Lead;
  /** What the look at hand is about. */
  #agent: AgentEntry | undefined;
  #blocked: SlotSet | undefined;
  #onlyGuaranteed = false;
  #walked = 0;
  #sawQuota = false;
  /** How many claims want offers and do not refuse the agent, counted as far as {@link FEW} and one more. */
  #candidates = 0;
  /** The claim that the judge's portion is for. */
  #judged: Claim | undefined;

  constructor(mirror: Mirror) {
    this.#mirror = mirror;
    this.#lead = new Lead(mirror);
  }

  /** Who is to be offered what of the agent now; undefined: nobody can be offered anything. */
  next(agent: AgentEntry): Decision | undefined {
    this.effort += 2;
    this.#mirror.ledger.settleDemands();
    const obstacle = this.#obstacle(agent);
    const claim = obstacle === undefined ? this.#choose(agent) : undefined;
    if (claim === undefined) {
      this.reasons.count(obstacle ?? (this.#sawQuota ? 'quota-limit' : 'refused'));
      return undefined;
    }
    return this.#packed(agent, claim);
  }

  /** Why nobody at all can be offered the agent, as far as that is quickly seen. */
  #obstacle(agent: AgentEntry): NoOfferReason | undefined {
    this.#sawQuota = false;
    const { minimum, competition, refusals } = this.#mirror;
    if (agent.standing !== 'offerable') return agent.standing;
    const scalarsDecide = agent.isPlain && minimum.needsScalars;
    if (scalarsDecide ? !hasAny(agent.free) : !agent.hasFree) return 'nothing-free';
    this.#blocked = refusals.blockedOn(agent);
    this.effort += competition.wanting.words.length >> 5;
    this.#candidates = competition.wanting.countWithout(this.#blocked, FEW + 1);
    return this.#candidates === 0 ? 'refused' : undefined;
  }

  #choose(agent: AgentEntry): Claim | undefined {
    this.#agent = agent;
    const { agents } = this.#mirror;
    const claim = this.#firstGuaranteed() ?? this.#first();
    if (this.#sawQuota) agents.heldBack.add(agent);
    else if (agents.heldBack.size > 0) agents.heldBack.delete(agent);
    return claim;
  }

  /** The first claim, in the policy's order, that can be offered something against a guarantee that is not met. */
  #firstGuaranteed(): Claim | undefined {
    const { competition, names } = this.#mirror;
    const { roles, guaranteed } = competition;
    if (!roles.hasGuarantees || !hasAny(roles.requiredHeadroom)) return undefined;
    this.#onlyGuaranteed = true;
    const found =
      this.#firstByWalk() ?? this.#firstByScan(guaranteed.open, (claim) => guaranteed.check(claim, names.size));
    this.#onlyGuaranteed = false;
    return found;
  }

  /** The first claim, in the policy's order, that can be offered something. */
  #first(): Claim | undefined {
    if (this.#candidates <= FEW) return this.#firstByScan(this.#mirror.competition.wanting);
    const found = this.#firstByWalk();
    return this.#walked > WALK_MAX ? this.#firstByScan(this.#mirror.competition.wanting) : found;
  }

  /** Looks at the first few claims in the order of the heaps. */
  #firstByWalk(): Claim | undefined {
    this.#walked = 0;
    const found = this.#mirror.competition.first(this.#acceptWalking);
    this.effort += this.#walked;
    return this.#walked > WALK_MAX ? undefined : found;
  }

  /** Accepts whatever ends the walk: a claim that can be offered something, or one too many that was looked at. */
  readonly #acceptWalking = (claim: Claim): boolean => {
    this.#walked += 1;
    return this.#walked > WALK_MAX || (this.#blocked?.has(claim.slot) !== true && this.#accepts(claim));
  };

  /** Goes through all claims of a set that want offers and do not refuse the agent. */
  #firstByScan(claims: SlotSet, check: (claim: Claim) => boolean = () => true): Claim | undefined {
    const { competition } = this.#mirror;
    let best: Claim | undefined;
    claims.eachWithout(this.#blocked, (slot) => {
      const claim = competition.claimAt(slot);
      this.effort += 1;
      if (claim?.wants !== true || (best !== undefined && competition.compare(best, claim) < 0)) return true;
      if (check(claim) && this.#accepts(claim)) best = claim;
      return true;
    });
    return best;
  }

  #accepts(claim: Claim): boolean {
    const agent = this.#agent;
    if (agent === undefined || (this.#onlyGuaranteed && !hasGuaranteed(claim.node, agent.free))) return false;
    const reason = this.#mirror.judge.judge(agent, claim);
    this.#judged = claim;
    if (reason !== undefined && this.#mirror.judge.isHeldBack) this.#sawQuota = true;
    return reason === undefined;
  }

  /** Chooses among agents where the role asks for it, and makes the decision. */
  #packed(agent: AgentEntry, claim: Claim): Decision | undefined {
    const { judge } = this.#mirror;
    const chosen = isFitting(claim) ? this.#fitting(agent, claim) : agent;
    if (isSplit(claim)) return this.#filled(chosen, claim);
    const isJudged = chosen === agent && this.#judged === claim;
    if (!isJudged && judge.judge(chosen, claim) !== undefined) return undefined;
    return { agent: chosen, claim, amounts: judge.portion.toAmounts(), isWhole: judge.portion.isWhole };
  }

  /** Decides on as many pieces of the demand as are the claim's turn. */
  #filled(agent: AgentEntry, claim: Claim): Decision | undefined {
    const { judge } = this.#mirror;
    const { portion } = judge;
    this.effort += this.#lead.measure(agent, claim);
    if (judge.judge(agent, claim) !== undefined) return undefined;
    if (this.#lead.isContested) {
      fillByPieces(portion, claim, {
        leads: () => {
          this.effort += 1;
          return this.#lead.holds(portion);
        },
        isOfferable: () => judge.isOfferable(agent, claim),
      });
    }
    return { agent, claim, amounts: portion.toAmounts(), isWhole: portion.isWhole };
  }

  /** Of the agents with something free, the one where the least is left over, or the most. */
  #fitting(first: AgentEntry, claim: Claim): AgentEntry {
    const { agents, judge } = this.#mirror;
    const sign = claim.home.packing === 'best-fit' ? 1 : -1;
    let best = first;
    let bestLeft = Infinity;
    this.#judged = undefined;
    for (const agent of agents.someWithFree(first, PACKING_AGENTS_MAX)) {
      this.effort += 2;
      if (judge.judge(agent, claim) !== undefined) continue;
      const left = sign * leftOver(agent.free, judge.portion, agent.total.plain);
      if (left < bestLeft || (left === bestLeft && agent.agentId < best.agentId)) {
        best = agent;
        bestLeft = left;
      }
    }
    return best;
  }
}

/** Whether the claim is offered pieces of its demand. */
function isSplit({ demand, home }: Claim): boolean {
  return demand !== undefined && home.packing !== 'whole-agent';
}

/** Whether the claim's role asks for a choice among agents. */
function isFitting({ demand, home }: Claim): boolean {
  return demand !== undefined && (home.packing === 'best-fit' || home.packing === 'spread');
}
