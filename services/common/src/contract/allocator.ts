import type { AgentId, FrameworkId, OfferId, ProposalId, Traceparent } from '../kernel';
import type { Resources } from '../resources';
import type { Attribute } from './cluster';

/** An agent as the allocator mirrors it. */
export interface AllocatorAgent {
  readonly agentId: AgentId;
  readonly hostname: string;
  readonly total: Resources;
  readonly attributes: readonly Attribute[];
  /** False while nothing of it may be offered. */
  readonly active: boolean;
}

/** A framework as the allocator mirrors it. */
export interface AllocatorFramework {
  readonly frameworkId: FrameworkId;
  readonly roles: readonly string[];
  readonly suppressedRoles: readonly string[];
  /** False while it is disconnected. */
  readonly active: boolean;
}

/** Everything that one framework holds on one agent for one role, as absolute amounts: sending it twice changes nothing. */
export interface Allocation {
  readonly frameworkId: FrameworkId;
  readonly role: string;
  readonly agentId: AgentId;
  /** Held by tasks. */
  readonly allocated: Resources;
  /** Held by open offers. */
  readonly offered: Resources;
}

/** Offers that are a subset of `refused` are not wanted for another `remainingMs`. */
export interface RefusalFilter {
  readonly frameworkId: FrameworkId;
  readonly role: string;
  readonly agentId: AgentId;
  readonly refused: Resources;
  readonly remainingMs: number;
}

/** Why the master did not turn a proposal into an offer. */
export type RefusalReason =
  | 'agent-unknown'
  | 'agent-inactive'
  | 'framework-unknown'
  | 'framework-inactive'
  | 'role-not-subscribed'
  | 'role-suppressed'
  | 'filtered'
  | 'not-available'
  | 'below-minimum'
  | 'empty';

/** What the master tells the allocator: begin, the snapshot's entities, end; then deltas. Entities are upserts of absolute state. */
export type AllocatorDown =
  /** Groups of minimum quantities: an offer must contain at least one group; no group means anything goes. */
  | { readonly item: 'begin'; readonly minAllocatable: readonly Resources[]; readonly pingMs: number }
  | { readonly item: 'role'; readonly role: string; readonly weight: number }
  | { readonly item: 'agent'; readonly agent: AllocatorAgent }
  | { readonly item: 'agent-removed'; readonly agentId: AgentId }
  | { readonly item: 'framework'; readonly framework: AllocatorFramework }
  | { readonly item: 'framework-removed'; readonly frameworkId: FrameworkId }
  | { readonly item: 'allocation'; readonly allocation: Allocation }
  | { readonly item: 'filter'; readonly filter: RefusalFilter }
  /** Ends every filter of the framework in that role (on revive), on every agent or on one. */
  | {
      readonly item: 'filters-cleared';
      readonly frameworkId: FrameworkId;
      readonly role: string;
      readonly agentId: AgentId | undefined;
    }
  /** `count` entities were sent since begin; proposals are welcome from here on. */
  | { readonly item: 'end'; readonly count: number }
  | { readonly item: 'offered'; readonly proposalId: ProposalId; readonly offerId: OfferId }
  | {
      readonly item: 'refused';
      readonly proposalId: ProposalId;
      readonly reason: RefusalReason;
      readonly retryAfterMs: number;
    }
  /** That many more proposals may be sent; a session that sends more is closed. */
  | { readonly item: 'credits'; readonly credits: number }
  | { readonly item: 'ping'; readonly ping: number };

/** A decision of the allocator, which the master checks against its own truth. */
export interface Proposal {
  /** Grows by one within a session. */
  readonly proposalId: ProposalId;
  /** Last delta the decision knew of; diagnostic only. */
  readonly basedOn: number;
  readonly frameworkId: FrameworkId;
  readonly role: string;
  readonly agentId: AgentId;
  readonly resources: Resources;
  readonly traceparent: Traceparent;
}

/** What the allocator tells the master. */
export type AllocatorUp =
  | { readonly item: 'ready'; readonly name: string; readonly policy: string }
  | { readonly item: 'proposal'; readonly proposal: Proposal }
  | { readonly item: 'pong'; readonly ping: number };
