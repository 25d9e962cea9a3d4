import { hasAny } from '@parley/common/quantities';
import type { Quantities } from '@parley/common/quantities';
import type { NoOfferReason } from '@parley/common/contract';

import type { AgentEntry } from './agent-entry';
import { isNoRest } from './amounts';
import type { Amounts } from './amounts';
import type { Claim, OwnFrameworks } from './claim';
import type { FreeRest } from './hopeful-claims';
import { Lead } from './lead';
import type { Mirror } from './mirror';
import { fillByPieces, leftOver } from './packing';
import type { ReasonCounts } from './reason-counts';
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
const PACKING_AGENTS_MAX = 64;

/** Finds out who is to be offered an agent: those first whose guarantees are not met, then whom the policy puts first (mesos-semantics §3.4, §3.5). */
export class Look {
  readonly reasons: ReasonCounts;
  /** How much was done so far, in units that take from a tenth (a quick machine alone) to a quarter of a microsecond (a busy one), as measured. */
  effort = 0;
  readonly #mirror: Mirror;
  readonly #lead: Lead;
  /** What the look at hand is about. */
  #agent: AgentEntry | undefined;
  #blocked: SlotSet | undefined;
  /** Who may be served: all that want offers, without those that limits leave nothing to. */
  #claims: SlotSet;
  /** With some left out: what the agent has free, by which the others are in order. */
  #hopefulOn: FreeRest | undefined;
  #walked = 0;
  #sawQuota = false;
  /** How many claims want offers and do not refuse the agent, counted as far as {@link FEW} and one more. */
  #candidates = 0;
  /** The claim that the judge's portion is for. */
  #judged: Claim | undefined;

  constructor(mirror: Mirror) {
    this.#mirror = mirror;
    this.#claims = mirror.competition.wanting;
    this.reasons = mirror.competition.reasons;
    this.#lead = new Lead(mirror);
  }

  /** Who is to be offered what of the agent now; undefined: nobody can be offered anything. */
  next(agent: AgentEntry): Decision | undefined {
    this.effort += 2;
    this.#mirror.ledger.settleDemands();
    const obstacle = this.#obstacle(agent);
    const claim = obstacle === undefined ? this.#choose(agent) : undefined;
    if (obstacle !== undefined) this.reasons.count(obstacle);
    return claim === undefined ? undefined : this.#packed(agent, claim);
  }

  /** Why nobody at all can be offered the agent, as far as that is quickly seen. */
  #obstacle(agent: AgentEntry): NoOfferReason | undefined {
    this.#sawQuota = false;
    const { minimum, competition, refusals } = this.#mirror;
    if (agent.standing !== 'offerable') return agent.standing;
    const scalarsDecide = agent.isPlain && minimum.needsScalars;
    if (scalarsDecide ? !hasAny(agent.free) : !agent.hasFree) return 'nothing-free';
    this.#blocked = refusals.blockedOn(agent);
    this.#claims = this.#claimsFor(agent);
    this.effort += (competition.wanting.words.length >> 5) + agent.refusalGroups.length;
    this.#candidates = this.#claims.countWithout(this.#blocked, FEW + 1);
    if (this.#claims.size < competition.wanting.size) this.#sawQuota = true;
    if (this.#candidates > 0) return undefined;
    this.#noteHeldBack(agent);
    return competition.wanting.countWithout(this.#blocked, 1) === 0 ? 'refused' : 'quota-limit';
  }

  /** The claims that want offers, as far as limits leave them anything on such an agent. */
  #claimsFor(agent: AgentEntry): SlotSet {
    const { roles, hopeful, wanting } = this.#mirror.competition;
    this.#hopefulOn = undefined;
    if (!roles.hasLimits || !agent.isPlain) return wanting;
    const rest = isNoRest(agent.freeRest) ? 'scalars-only' : 'with-rest';
    const claims = hopeful.on(rest);
    if (claims.size < wanting.size) this.#hopefulOn = rest;
    return claims;
  }

  #choose(agent: AgentEntry): Claim | undefined {
    this.#agent = agent;
    const claim = this.#firstGuaranteed(agent) ?? this.#first();
    this.#noteHeldBack(agent);
    return claim;
  }

  /** Remembers whether quota held something of the agent back: it is looked at again when there may be more. */
  #noteHeldBack(agent: AgentEntry): void {
    const { heldBack } = this.#mirror.agents;
    if (this.#sawQuota) heldBack.add(agent);
    else if (heldBack.size > 0) heldBack.delete(agent);
  }

  /** The first claim, in the policy's order, that can be offered something against a guarantee that is not met. */
  #firstGuaranteed(agent: AgentEntry): Claim | undefined {
    const { roles, guaranteed } = this.#mirror.competition;
    if (!roles.hasGuarantees || !hasAnyOf(roles.requiredHeadroom, agent.free)) return undefined;
    const found = this.#firstByWalk(this.#walkGuaranteed);
    if (this.#walked <= WALK_MAX) return found;
    return this.#firstByScan(guaranteed.open, ({ home }) => guaranteed.mayTake(home.own, agent.free));
  }

  /** The first claim, in the policy's order, that can be offered something. */
  #first(): Claim | undefined {
    if (this.#candidates <= FEW) return this.#firstByScan(this.#claims);
    const found = this.#firstByWalk(this.#walkAll);
    return this.#walked > WALK_MAX ? this.#firstByScan(this.#claims) : found;
  }

  /** Looks at the first few claims in order. */
  #firstByWalk(walk: () => Claim | undefined): Claim | undefined {
    this.#walked = 0;
    const found = walk();
    this.effort += this.#walked;
    return this.#walked > WALK_MAX ? undefined : found;
  }

  readonly #walkAll = (): Claim | undefined => {
    const { competition } = this.#mirror;
    const rest = this.#hopefulOn;
    return rest === undefined
      ? competition.first(this.#acceptWalking)
      : competition.firstHopeful(rest, this.#acceptWalking);
  };

  readonly #walkGuaranteed = (): Claim | undefined =>
    this.#mirror.competition.firstGuaranteed(this.#acceptWalking, this.#admitWalking);

  /** Accepts whatever ends the walk: a claim that can be offered something, or one too many that was looked at. */
  readonly #acceptWalking = (claim: Claim): boolean => {
    this.#walked += 1;
    return this.#walked > WALK_MAX || (this.#blocked?.has(claim.slot) !== true && this.#accepts(claim));
  };

  /** Admits the roles that may take something against a guarantee; one too many that was looked at ends the walk. */
  readonly #admitWalking = (own: OwnFrameworks): boolean => {
    const free = this.#agent?.free ?? [];
    if (this.#mirror.competition.guaranteed.mayTake(own, free)) return true;
    this.#walked += 1;
    return this.#walked > WALK_MAX;
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
    if (agent === undefined || !this.#claims.has(claim.slot)) return false;
    const reason = this.#judge(agent, claim);
    this.#judged = claim;
    if (reason === undefined) return true;
    this.reasons.count(reason);
    if (this.#mirror.judge.isHeldBack) this.#sawQuota = true;
    if (reason === 'quota-limit' && agent.isPlain) this.#giveUpHopeless(claim);
    return false;
  }

  #judge(agent: AgentEntry, claim: Claim): NoOfferReason | undefined {
    const { judge } = this.#mirror;
    const reason = judge.judge(agent, claim);
    this.effort += judge.cost;
    return reason;
  }

  /** Lets no further agent be looked at for a claim to which limits leave nothing, until that may have changed. */
  #giveUpHopeless(claim: Claim): void {
    const { judge, competition } = this.#mirror;
    const where = judge.hopelessness(claim);
    this.effort += 2;
    if (where !== undefined) competition.hopeful.giveUp(claim, where);
  }

  /** Chooses among agents where the role asks for it, and makes the decision. */
  #packed(agent: AgentEntry, claim: Claim): Decision | undefined {
    const { judge } = this.#mirror;
    const chosen = isFitting(claim) ? this.#fitting(agent, claim) : agent;
    if (isSplit(claim)) return this.#filled(chosen, claim);
    const isJudged = chosen === agent && this.#judged === claim;
    if (!isJudged && this.#judge(chosen, claim) !== undefined) return undefined;
    return { agent: chosen, claim, amounts: judge.portion.toAmounts(), isWhole: judge.portion.isWhole };
  }

  /** Decides on as many pieces of the demand as are the claim's turn. */
  #filled(agent: AgentEntry, claim: Claim): Decision | undefined {
    const { judge } = this.#mirror;
    const { portion } = judge;
    this.effort += this.#lead.measure(agent, claim);
    if (this.#judge(agent, claim) !== undefined) return undefined;
    // What is to be spread goes piece by piece, each to the agent that has most left over by then.
    const spreads = claim.home.packing === 'spread';
    if (this.#lead.isContested || spreads) {
      fillByPieces(portion, claim, {
        leads: () => {
          this.effort += 1;
          return !spreads && this.#lead.holds(portion);
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
      this.effort += 1;
      if (this.#judge(agent, claim) !== undefined) continue;
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

/** Whether any name is above 0 in both. */
function hasAnyOf(a: Quantities, b: Quantities): boolean {
  for (let number = 0; number < a.length; number += 1) if ((a[number] ?? 0) > 0 && (b[number] ?? 0) > 0) return true;
  return false;
}
