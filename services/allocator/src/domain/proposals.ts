import type { Proposal, RefusalReason } from '@parley/common/contract';
import { epochText, NumberedTraces, proposalIdOf } from '@parley/common/kernel';
import type { Epoch, LinkNumber, MonotonicMs, ProposalId } from '@parley/common/kernel';

import { resourcesOfScalars } from './amounts';
import { Look } from './look';
import type { Decision } from './look';
import type { Mirror } from './mirror';
import { ProposedTaking } from './proposed-taking';

/** Credits beyond this are not kept: it bounds the proposals that are open at one time. */
export const CREDITS_MAX = 100_000;

/**
 * What one slice may cost, in the look's units; the look that reaches it is finished. Half a millisecond of work as measured, up to one where
 * others work as well, which leaves most of 10 ms to a collection of garbage that comes in between; the longest of those take all of it.
 */
const EFFORT_PER_SLICE = 4_000;
/** Making one proposal, with its resources and its trace, in the same units. */
const EFFORT_TO_PROPOSE = 20;

class OpenProposal extends ProposedTaking {
  constructor(
    decision: Decision,
    readonly proposal: Proposal,
  ) {
    super(decision);
  }
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
  readonly look: Look;
  readonly #mirror: Mirror;
  readonly #traces: NumberedTraces;
  /** Bounded by the credits granted. */
  readonly #open = new Map<ProposalId, OpenProposal>();
  #made = 0;
  #credits = 0;

  constructor(mirror: Mirror, { epoch, link }: ProposalSession) {
    this.#mirror = mirror;
    this.look = new Look(mirror);
    this.#traces = new NumberedTraces(`${epochText(epoch)}/${String(link)}`);
  }

  get openCount(): number {
    return this.#open.size;
  }

  /** Whether a slice could do anything now. */
  get isDue(): boolean {
    return this.#credits > 0 && (this.#mirror.agents.hasMore || this.#mirror.ledger.isBehind);
  }

  grant(credits: number): void {
    this.#credits = Math.min(this.#credits + credits, CREDITS_MAX);
  }

  /** Looks at one agent after another and proposes what is free on each to whom comes first; stops when the slice is used up. */
  slice(basedOn: number, now: MonotonicMs): Slice {
    const proposals: Proposal[] = [];
    let considered = 0;
    this.#mirror.ledger.settleDemands();
    const until = this.look.effort + EFFORT_PER_SLICE;
    while (this.#credits > 0 && this.look.effort < until) {
      const agent = this.#mirror.agents.take();
      if (agent === undefined) break;
      considered += 1;
      const decision = this.look.next(agent);
      if (decision === undefined) continue;
      this.look.effort += EFFORT_TO_PROPOSE;
      decision.claim.proposedAt = now;
      proposals.push(this.#propose(decision, basedOn));
      if (decision.agent !== agent || !decision.isWhole) this.#mirror.agents.queue(agent);
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
    const { agent, claim } = open;
    if (agent.description !== undefined && claim.subscribed) {
      this.#mirror.refusals.backOff(open, answer.retryAfterMs, now);
    }
    return open.proposal;
  }

  #propose(decision: Decision, basedOn: number): Proposal {
    const { agent, claim, amounts, isWhole } = decision;
    const { shared, ledger } = this.#mirror;
    this.#made += 1;
    this.#credits -= 1;
    const proposal: Proposal = {
      proposalId: proposalIdOf(this.#made),
      basedOn,
      frameworkId: claim.frameworkId,
      role: claim.role,
      agentId: agent.agentId,
      resources: resourcesOfScalars(shared.scalars(amounts.plain), amounts.rest),
      traceparent: this.#traces.of(this.#made),
    };
    const open = new OpenProposal(decision, proposal);
    ledger.propose(open);
    if (isWhole) agent.allTaken();
    this.#open.set(proposal.proposalId, open);
    return proposal;
  }

  #close(proposalId: ProposalId): OpenProposal | undefined {
    const open = this.#open.get(proposalId);
    if (open === undefined) return undefined;
    this.#open.delete(proposalId);
    this.#mirror.release(open);
    return open;
  }
}
