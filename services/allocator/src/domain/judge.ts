import type { NoOfferReason } from '@parley/common/contract';
import { hasAny } from '@parley/common/quantities';
import type { ResourceNames } from '@parley/common/quantities';
import { NO_RESOURCES } from '@parley/common/resources';

import type { AgentBook } from './agent-book';
import type { AgentEntry } from './agent-entry';
import { hasChargeable } from './amounts';
import type { Claim } from './claim';
import type { Competition } from './competition';
import type { Eligibility } from './eligibility';
import type { Minimum } from './minimum';
import { OfferableRests } from './offerable-rest';
import { fitsAnyShape, fitsDemand, splitToDemand } from './packing';
import { Portion } from './portion';
import { QuotaCut } from './quota-cut';
import type { RefusalBook } from './refusals';
import type { SharedAmounts } from './shared-amounts';

/** What parts of a judgement cost beside the least, in the units of {@link Judge.cost}. */
const COST = { constraints: 8, quota: 1, rest: 1, madeRest: 8 } as const;

/** So many shapes of a demand are compared with a portion at the cost of 1. */
const SHAPES_PER_COST = 4;

/** What a judge goes by. */
export interface JudgeOptions {
  readonly names: ResourceNames;
  readonly shared: SharedAmounts;
  readonly agents: AgentBook;
  readonly competition: Competition;
  readonly refusals: RefusalBook;
  readonly eligibility: Eligibility;
  /** The cluster's minimum; claims may have their own. */
  readonly minimum: Minimum;
}

/**
 * Judges pairs of a claim and an agent: the one place that decides whether something of the agent can be offered, and how much. The
 * decisions are made by it, and so are the explanations.
 */
export class Judge {
  /** What the pair that was judged last can be offered; meaningful only when there was no reason against it, and until the next is judged. */
  readonly portion: Portion;
  readonly quota: QuotaCut;
  /** Whether the pair that was judged last might be offered more with more generous quotas, whatever the reason against it. */
  isHeldBack = false;
  /** What it cost to judge the last pair, in the units of the look's effort; at least 1. */
  cost = 1;
  readonly #by: JudgeOptions;
  readonly #rests: OfferableRests;
  /** Used by {@link hopelessness} alone. */
  readonly #left: number[] = [];

  constructor(options: JudgeOptions) {
    this.#by = options;
    this.portion = new Portion(options.shared);
    this.#rests = new OfferableRests(options.names);
    this.quota = new QuotaCut(options.competition.roles, options.agents.available);
  }

  /**
   * The first of {@link NO_OFFER_REASONS} for which nothing of the agent can be offered to the claim; undefined when {@link portion} can.
   * Never `lower-share-first`, which is about the others. Changes nothing that can be observed, and makes no garbage unless the
   * agent has qualified resources.
   */
  judge(agent: AgentEntry, claim: Claim): NoOfferReason | undefined {
    this.isHeldBack = false;
    this.cost = 1;
    if (claim.unwilling !== undefined) return claim.unwilling;
    if (agent.standing !== 'offerable') return agent.standing;
    return this.#misfit(agent, claim) ?? this.#takeFree(agent, claim) ?? this.#cut(agent, claim);
  }

  /**
   * For a claim that was just found at its limits on a plain agent: whether what limits leave to it would be enough on any plain agent, on
   * any that has nothing but plain scalars free, or (undefined) on some.
   */
  hopelessness(claim: Claim): 'whatever-rest' | 'without-rest' | undefined {
    const left = this.#left;
    const { competition, names } = this.#by;
    for (let number = 0; number < names.size; number += 1) left[number] = competition.isKnown(number) ? Infinity : 0;
    this.quota.lowerToLimits(left, claim.node);
    const minimum = claim.minimum ?? this.#by.minimum;
    const isReachable =
      minimum.isReached(left, NO_RESOURCES) && (claim.demand === undefined || fitsAnyShape(left, claim.demand));
    if (!isReachable) return minimum.needsScalarsOnly ? 'whatever-rest' : 'without-rest';
    return hasAny(left) ? undefined : 'without-rest';
  }

  /** Whether what is in {@link portion} is worth an offer to the claim. */
  isEnough(claim: Claim): boolean {
    const { portion } = this;
    const minimum = claim.minimum ?? this.#by.minimum;
    if (!hasAny(portion.plain) && !hasChargeable(portion.rest)) return false;
    return minimum.isReached(portion.weighed, portion.rest) && fitsDemand(portion, claim);
  }

  /** Whether what is in {@link portion}, a part of what was judged, can be offered as well. */
  isOfferable(agent: AgentEntry, claim: Claim): boolean {
    return this.isEnough(claim) && this.#refusal(agent, claim) === undefined;
  }

  #misfit(agent: AgentEntry, { profile }: Claim): NoOfferReason | undefined {
    if (profile === undefined) return undefined;
    const { eligibility } = this.#by;
    const before = eligibility.evaluated;
    const misfit = eligibility.misfit(profile, agent);
    if (eligibility.evaluated !== before) this.cost += COST.constraints;
    return misfit;
  }

  /** Begins the portion with everything that is free on the agent and may be offered to the claim. */
  #takeFree(agent: AgentEntry, claim: Claim): NoOfferReason | undefined {
    if (!agent.hasFree) return 'nothing-free';
    const { portion } = this;
    if (agent.isPlain) {
      portion.begin(agent.free, agent.freeRest);
      return undefined;
    }
    const { made } = this.#rests;
    const { rest, weighed, withheld } = this.#rests.of(agent.freeRest, claim);
    this.cost += this.#rests.made === made ? COST.rest : COST.madeRest;
    portion.begin(agent.free, rest);
    portion.weigh(weighed);
    if (withheld !== undefined) portion.isWhole = false;
    return hasAny(portion.plain) || hasChargeable(rest) ? undefined : (withheld ?? 'nothing-free');
  }

  /** Cuts the portion down to what may and should be offered now. */
  #cut(agent: AgentEntry, claim: Claim): NoOfferReason | undefined {
    const { portion, quota } = this;
    if (claim.demand !== undefined) this.cost += Math.ceil(claim.demand.shapes.length / SHAPES_PER_COST);
    if (!this.isEnough(claim)) return 'below-minimum';
    if (this.#by.competition.roles.hasQuota) {
      this.cost += COST.quota;
      quota.cutByLimits(portion, claim.node);
      this.isHeldBack = !portion.isWhole;
      if (!portion.isWhole && !this.isEnough(claim)) return 'quota-limit';
      quota.cutByHeadroom(portion, claim.node);
      this.isHeldBack = !portion.isWhole;
      if (!portion.isWhole && !this.isEnough(claim)) return 'headroom';
    }
    return this.#split(agent, claim);
  }

  /** Cuts the portion down to what is waited for, where that is how the role is served. */
  #split(agent: AgentEntry, claim: Claim): NoOfferReason | undefined {
    const { portion } = this;
    const { demand } = claim;
    if (demand === undefined || claim.home.packing === 'whole-agent') return this.#refusal(agent, claim);
    const isAllGiven = splitToDemand(portion, demand);
    const reason = !portion.isWhole && !this.isEnough(claim) ? 'below-minimum' : this.#refusal(agent, claim);
    if (reason !== undefined && isAllGiven) demand.isTooLittle = true;
    return reason;
  }

  #refusal(agent: AgentEntry, claim: Claim): NoOfferReason | undefined {
    const { plain, rest } = this.portion;
    return this.#by.refusals.isRefused({ agent, claim }, plain, rest) ? 'refused' : undefined;
  }
}
