import type { NoOfferReason, Proposal, RefusalReason } from '@parley/common/contract';
import type { AgentId, Epoch, LinkNumber, OfferId, ProposalId } from '@parley/common/kernel';

/** Everything that observers may know of the allocator: turned into log lines, metrics and spans at the edge. */
export type AllocatorEvent =
  /** A master began a session; its snapshot is on the way. */
  | { readonly event: 'session-begun'; readonly epoch: Epoch; readonly link: LinkNumber }
  /** The snapshot is complete: proposals are made from here on. */
  | { readonly event: 'session-live'; readonly epoch: Epoch; readonly agents: number; readonly frameworks: number }
  /** The session is over and its mirror forgotten. */
  | { readonly event: 'session-ended'; readonly epoch: Epoch; readonly kind: string; readonly message: string }
  /** A stream that never became the session was ended. */
  | { readonly event: 'stream-turned-away'; readonly kind: string; readonly message: string }
  /** What came of one slice, the first made first; none is empty. */
  | { readonly event: 'proposals-made'; readonly proposals: readonly Proposal[] }
  | { readonly event: 'proposal-offered'; readonly proposalId: ProposalId; readonly offerId: OfferId }
  | {
      readonly event: 'proposal-refused';
      readonly proposal: Proposal;
      readonly reason: RefusalReason;
      readonly retryAfterMs: number;
    }
  /** The master answered a proposal that is not open; nothing changes. */
  | { readonly event: 'answer-without-proposal'; readonly proposalId: ProposalId }
  /** One slice of allocation: how many agents were looked at, how many proposals that made, how many agents are left for the next slice. */
  | {
      readonly event: 'agents-considered';
      readonly considered: number;
      readonly proposed: number;
      readonly left: number;
    }
  /** How long a slice in which something was looked at or answered took, its inputs not counted. */
  | { readonly event: 'slice-ended'; readonly tookMs: number }
  /** How often each reason not to propose something was met since this was said last; reasons that were not are left out. */
  | { readonly event: 'reasons-met'; readonly counts: ReadonlyMap<NoOfferReason, number> }
  /** A role began to starve, or does not any more; `starving` roles do now. */
  | {
      readonly event: 'starvation-changed';
      readonly change: 'begun' | 'ended';
      readonly role: string;
      readonly waitedMs: number;
      readonly starving: number;
    }
  /** The master compared what it told about some agents. */
  | { readonly event: 'audited'; readonly agents: number; readonly differing: readonly AgentId[] }
  /** The master asked something; `declined` when too many questions were open. */
  | { readonly event: 'asked'; readonly about: 'explain' | 'shares'; readonly declined: boolean };
