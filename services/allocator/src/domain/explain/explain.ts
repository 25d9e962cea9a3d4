import type { Explanation, ExplainScope } from '@parley/common/contract';
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
  /** When something was last proposed for the claim in this session. */
  lastProposedAt(claim: Claim): MonotonicMs | undefined;
  now(): MonotonicMs;
}

/** So many pairs are judged in one piece of work, those included that are judged to find out who comes first: very roughly 0.1 ms. */
const JUDGEMENTS_PER_PIECE = 250;

/** To look through so many holdings costs about as much as to judge a pair. */
const HOLDINGS_PER_JUDGEMENT = 16;

/** Explains, for every framework and role in the scope, why it is not offered which agents: in pieces, over live state. */
export class Explainer {
  readonly #source: ExplainSource;
  #judged = 0;

  constructor(source: ExplainSource) {
    this.#source = source;
  }

  /** Yields an explanation when it is complete, and undefined after each piece of work. */
  *explain(scope: ExplainScope): Generator<Explanation | undefined> {
    for (const claim of this.#claimsIn(scope)) {
      const tally = new ReasonTally();
      for (const agent of this.#agentsIn(scope)) {
        if (agent.description === undefined) continue;
        this.#judge(tally, claim, agent);
        if (this.#judged < JUDGEMENTS_PER_PIECE) continue;
        this.#judged = 0;
        yield undefined;
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

  #judge(tally: ReasonTally, claim: Claim, agent: AgentEntry): void {
    const { mirror } = this.#source;
    this.#judged += 1 + Math.floor(agent.holdings.size / HOLDINGS_PER_JUDGEMENT);
    const offers = openOffersOn(agent, claim);
    if (offers.own) {
      tally.offerable += 1;
      return;
    }
    const judged = mirror.judge.judge(agent, claim);
    const reason = judged === 'nothing-free' ? reasonBehind(mirror, { agent, claim }, offers) : judged;
    if (reason !== undefined) {
      tally.count(reason, agent, () => detailOf(mirror, reason, { claim, agent, holder: offers.holder }));
      if (reason === 'refused') tally.refusedUntil(mirror.refusals.endOf({ agent, claim }));
      return;
    }
    const ahead = mirror.competition.first((other) => {
      this.#judged += 1;
      return mirror.judge.judge(agent, other) === undefined;
    });
    if (ahead === undefined || ahead === claim) tally.offerable += 1;
    else tally.count('lower-share-first', agent, () => detailOf(mirror, 'lower-share-first', { claim, agent, ahead }));
  }

  #conclude(claim: Claim, tally: ReasonTally): Explanation {
    const now = this.#source.now();
    const proposedAt = this.#source.lastProposedAt(claim);
    return {
      frameworkId: claim.frameworkId,
      role: claim.role,
      share: claim.share,
      roleShare: claim.home.share,
      offerable: tally.offerable,
      lastProposedMs: proposedAt === undefined ? undefined : now - proposedAt,
      reasons: tally.reasons(now),
    };
  }
}

function chosen(claims: ReadonlyMap<FrameworkId, Claim>, frameworkId: FrameworkId | undefined): Iterable<Claim> {
  if (frameworkId === undefined) return claims.values();
  const claim = claims.get(frameworkId);
  return claim === undefined ? [] : [claim];
}
