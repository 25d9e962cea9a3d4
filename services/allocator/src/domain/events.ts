import type { Proposal, RefusalReason } from '@parley/common/contract';
import type { Epoch, LinkNumber, OfferId, ProposalId } from '@parley/common/kernel';

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
  | { readonly event: 'proposal-made'; readonly proposal: Proposal }
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
    };
