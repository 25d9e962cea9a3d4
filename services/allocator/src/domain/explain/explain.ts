import type { Explanation, ExplainScope, NoOfferReason } from '@parley/common/contract';
import type { FrameworkId, MonotonicMs } from '@parley/common/kernel';

import type { AgentEntry } from '../agent-entry';
import type { Claim } from '../claim';
import type { Mirror } from '../mirror';
import { detailOf } from './details';
import { openOffersOn, reasonBehind } from './open-offers';
import { ReasonTally } from './reason-tally';

/** What explanations are made of; all of it may change while one is being made. */
export interface ExplainSource {
  readonly mirror: Mirror;
  now(): MonotonicMs;
}

/** What one piece of work may cost, in the units of the judge's cost; those included that are judged to find out who comes first. */
const COST_PER_PIECE = 250;

/** To look through so many holdings costs about as much as to judge a pair. */
const HOLDINGS_PER_JUDGEMENT = 16;

/** To go past so many refusals costs about as much as to judge a pair. */
const REFUSALS_PER_JUDGEMENT = 16;

/** So many claims are looked at in the order of the heaps for the one that comes first; of more, all are gone through in pieces. */
const WALK_MAX = 64;

/** Explains, for every framework and role in the scope, why it is not offered which agents: in pieces, over live state. */
export class Explainer {
  readonly #source: ExplainSource;
  #cost = 0;

  constructor(source: ExplainSource) {
    this.#source = source;
  }

  /** Yields an explanation when it is complete, and undefined after each piece of work. */
  *explain(scope: ExplainScope): Generator<Explanation | undefined> {
    for (const claim of this.#claimsIn(scope)) {
      const tally = new ReasonTally();
      for (const agent of this.#agentsIn(scope)) {
        if (agent.description === undefined) continue;
        yield* this.#judge(tally, claim, agent);
        yield* this.#pause();
      }
      yield this.#conclude(claim, tally);
    }
  }

  *#claimsIn({ frameworkId, role }: ExplainScope): Iterable<Claim> {
    for (const entrant of this.#source.mirror.competition.entrants()) {
      if (role !== undefined && entrant.role !== role) continue;
      for (const claim of chosen(entrant.own.claims, frameworkId)) if (claim.subscribed) yield claim;
    }
  }

  #agentsIn({ agentId }: ExplainScope): Iterable<AgentEntry> {
    const { agents } = this.#source.mirror;
    if (agentId === undefined) return agents.all();
    const agent = agents.get(agentId);
    return agent === undefined ? [] : [agent];
  }

  /** Ends the piece of work when it has cost enough. */
  *#pause(): Generator<undefined> {
    if (this.#cost < COST_PER_PIECE) return;
    this.#cost = 0;
    yield undefined;
  }

  *#judge(tally: ReasonTally, claim: Claim, agent: AgentEntry): Generator<undefined> {
    const { mirror } = this.#source;
    this.#cost += 1 + Math.floor(agent.holdings.size / HOLDINGS_PER_JUDGEMENT);
    const offers = openOffersOn(agent, claim);
    if (offers.own) {
      tally.offerable += 1;
      return;
    }
    const judged = this.#reasonOf(agent, claim);
    const reason = judged === 'nothing-free' ? reasonBehind(mirror, { agent, claim }, offers) : judged;
    if (reason !== undefined) {
      tally.count(reason, agent, () => detailOf(mirror, reason, { claim, agent, holder: offers.holder }));
      return;
    }
    const ahead = yield* this.#first(agent);
    if (ahead === undefined || ahead === claim) tally.offerable += 1;
    else tally.count('lower-share-first', agent, () => detailOf(mirror, 'lower-share-first', { claim, agent, ahead }));
  }

  #reasonOf(agent: AgentEntry, claim: Claim): NoOfferReason | undefined {
    const { judge } = this.#source.mirror;
    const reason = judge.judge(agent, claim);
    this.#cost += judge.cost;
    return reason;
  }

  /** When the first of the refusals ends that were counted: found by going once through all that the claim refuses anywhere. */
  #firstEnd(claim: Claim, { refused }: ReasonTally): MonotonicMs | undefined {
    if (refused.size === 0) return undefined;
    const { refusals } = this.#source.mirror;
    const before = refusals.visited;
    const end = refusals.firstEnd(claim, refused);
    this.#cost += Math.ceil((refusals.visited - before) / REFUSALS_PER_JUDGEMENT);
    return end;
  }

  /** Who would be offered the agent next: looked for among the first few at once, and if none of them can be, among all in pieces. */
  *#first(agent: AgentEntry): Generator<undefined, Claim | undefined> {
    const { competition, refusals } = this.#source.mirror;
    let walked = 0;
    const first = competition.first((other) => {
      walked += 1;
      return walked > WALK_MAX || this.#reasonOf(agent, other) === undefined;
    });
    if (walked <= WALK_MAX) return first;
    const slots: number[] = [];
    competition.wanting.eachWithout(refusals.blockedOn(agent), (slot) => slots.push(slot) > 0);
    let best: Claim | undefined;
    for (const slot of slots) {
      yield* this.#pause();
      this.#cost += 1;
      const claim = competition.claimAt(slot);
      if (claim?.wants !== true || (best !== undefined && competition.compare(best, claim) < 0)) continue;
      if (this.#reasonOf(agent, claim) === undefined) best = claim;
    }
    return best;
  }

  #conclude(claim: Claim, tally: ReasonTally): Explanation {
    const now = this.#source.now();
    const { proposedAt } = claim;
    return {
      frameworkId: claim.frameworkId,
      role: claim.role,
      share: claim.share,
      roleShare: claim.home.share,
      offerable: tally.offerable,
      lastProposedMs: proposedAt === undefined ? undefined : now - proposedAt,
      reasons: tally.reasons(now, this.#firstEnd(claim, tally)),
    };
  }
}

function chosen(claims: ReadonlyMap<FrameworkId, Claim>, frameworkId: FrameworkId | undefined): Iterable<Claim> {
  if (frameworkId === undefined) return claims.values();
  const claim = claims.get(frameworkId);
  return claim === undefined ? [] : [claim];
}
