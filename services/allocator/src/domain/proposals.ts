import type { Proposal, RefusalReason } from '@parley/common/contract';
import { epochText, proposalIdOf, rootTraceparent } from '@parley/common/kernel';
import type { Epoch, LinkNumber, MonotonicMs, ProposalId } from '@parley/common/kernel';

import type { AgentEntry, Taking } from './agent-entry';
import type { Mirror, Place } from './mirror';

/** Credits beyond this are not kept: it bounds the proposals that are open at one time. */
export const CREDITS_MAX = 100_000;

/** What one slice may cost, in steps of very roughly a microsecond each: with a wide margin, 5 ms. */
const STEPS_PER_SLICE = 2_500;
/** Making one proposal, with its resources and its trace. */
const STEPS_TO_PROPOSE = 10;
/** How many refusals of an agent are looked at in one step. */
const REFUSALS_PER_STEP = 4;

interface Open {
  readonly proposal: Proposal;
  readonly agent: AgentEntry;
  readonly taking: Taking;
}

/** Which session the proposals belong to. */
export interface ProposalSession {
  readonly epoch: Epoch;
  readonly link: LinkNumber;
}

/** What came of one slice of allocation. */
export interface Slice {
  readonly proposals: readonly Proposal[];
  /** How many agents were looked at. */
  readonly considered: number;
  /** Whether agents are left that could be looked at right away. */
  readonly more: boolean;
}

/** The proposals of one session: made within the credits, numbered from 1, open and counted as taken until they are answered. */
export class Proposals {
  readonly #mirror: Mirror;
  readonly #session: ProposalSession;
  /** Bounded by the credits granted. */
  readonly #open = new Map<ProposalId, Open>();
  #made = 0;
  #credits = 0;

  constructor(mirror: Mirror, session: ProposalSession) {
    this.#mirror = mirror;
    this.#session = session;
  }

  get openCount(): number {
    return this.#open.size;
  }

  /** Whether a slice could do anything now. */
  get isDue(): boolean {
    return this.#credits > 0 && this.#mirror.hasMore;
  }

  grant(credits: number): void {
    this.#credits = Math.min(this.#credits + credits, CREDITS_MAX);
  }

  /** Looks at one agent after another and proposes what is free on each to whom the policy puts first; stops when the slice is used up. */
  slice(basedOn: number): Slice {
    const proposals: Proposal[] = [];
    let considered = 0;
    let steps = 0;
    while (this.#credits > 0 && steps < STEPS_PER_SLICE) {
      const agent = this.#mirror.takeAgent();
      if (agent === undefined) break;
      considered += 1;
      steps += 1 + Math.ceil(agent.refusals.size / REFUSALS_PER_STEP);
      const claim = this.#mirror.nextFor(agent);
      if (claim === undefined) continue;
      steps += STEPS_TO_PROPOSE;
      proposals.push(this.#propose({ agent, claim }, basedOn));
    }
    return { proposals, considered, more: this.isDue };
  }

  /** Takes the master's yes. The offer's resources were counted by the allocation that came before it. Undefined when no such proposal is open. */
  offered(proposalId: ProposalId): Proposal | undefined {
    return this.#close(proposalId)?.proposal;
  }

  /** Takes the master's no, and keeps the pair from being proposed again too soon. Undefined when no such proposal is open. */
  refused(
    answer: { readonly proposalId: ProposalId; readonly reason: RefusalReason; readonly retryAfterMs: number },
    now: MonotonicMs,
  ): Proposal | undefined {
    const open = this.#close(answer.proposalId);
    if (open === undefined) return undefined;
    const { agent, taking } = open;
    if (agent.known && taking.claim.subscribed) {
      this.#mirror.refusals.backOff({ agent, claim: taking.claim }, answer.retryAfterMs, now);
    }
    return open.proposal;
  }

  #propose(place: Place, basedOn: number): Proposal {
    const { agent, claim } = place;
    const { epoch, link } = this.#session;
    const resources = this.#mirror.freeOf(agent);
    this.#made += 1;
    this.#credits -= 1;
    const proposal: Proposal = {
      proposalId: proposalIdOf(this.#made),
      basedOn,
      frameworkId: claim.frameworkId,
      role: claim.role.name,
      agentId: agent.agentId,
      resources,
      traceparent: rootTraceparent(`${epochText(epoch)}/${String(link)}/${String(this.#made)}`),
    };
    this.#open.set(proposal.proposalId, { proposal, agent, taking: this.#mirror.propose(place, resources) });
    return proposal;
  }

  #close(proposalId: ProposalId): Open | undefined {
    const open = this.#open.get(proposalId);
    if (open === undefined) return undefined;
    this.#open.delete(proposalId);
    this.#mirror.release(open.agent, open.taking);
    return open;
  }
}
