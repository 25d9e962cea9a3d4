import type { AgentId, FrameworkId, OfferId, ProposalId, Traceparent } from '../kernel';
import type { Resources } from '../resources';
import type { Attribute, DemandShape, FaultDomain, FrameworkCapability, OfferConstraint } from './cluster';
import type { Explanation, ExplainScope, FrameworkShare, RoleShare } from './explain';

/** Whether anything of an agent may be offered; if not, why. */
export type AgentStanding =
  | 'offerable'
  | 'disconnected'
  /** An operator said so. */
  | 'deactivated'
  /** Its maintenance has begun. */
  | 'draining'
  | 'not-whitelisted';

/** An agent as the allocator mirrors it. */
export interface AllocatorAgent {
  readonly agentId: AgentId;
  readonly hostname: string;
  readonly total: Resources;
  readonly attributes: readonly Attribute[];
  readonly domain: FaultDomain | undefined;
  readonly standing: AgentStanding;
}

/** One role of a framework. */
export interface FrameworkRole {
  readonly role: string;
  /** Whether it wants no offers for now. */
  readonly suppressed: boolean;
  /** What it waits for; undefined: not stated. */
  readonly demand: readonly DemandShape[] | undefined;
  /** Replaces the cluster's minimum; undefined: the cluster's. */
  readonly minAllocatable: readonly Resources[] | undefined;
  readonly constraintGroups: readonly (readonly OfferConstraint[])[];
}

/** A framework as the allocator mirrors it. */
export interface AllocatorFramework {
  readonly frameworkId: FrameworkId;
  readonly roles: readonly FrameworkRole[];
  readonly capabilities: readonly FrameworkCapability[];
  /** False while it is disconnected. */
  readonly active: boolean;
}

/** What a role is assured of and held to, in thousandths by the name of a scalar resource (mesos-semantics §3.7, §5.8). */
export interface Quota {
  /** Kept for the role even while it does not use it. What is not named is 0. */
  readonly guarantee: ReadonlyMap<string, number>;
  /** The most that the role, with all roles below it, may consume. What is not named is unlimited; 0 is a limit. */
  readonly limit: ReadonlyMap<string, number>;
}

/** How resources of an agent are made into offers for a role. */
export type Packing =
  /** Everything that is free on the agent: Mesos' way. */
  | 'whole-agent'
  /**
   * Whole pieces of the stated demand, on whichever agent comes first, and only as many as it takes until somebody else's turn comes: so
   * shares are as fine as pieces, not as agents. Without a stated demand, as `whole-agent`.
   */
  | 'split'
  /** As `split`, on the agent that has least left over when all pieces that fit are there. */
  | 'best-fit'
  /** One piece at a time, on the agent that has most left over. */
  | 'spread';

/** A role as the allocator mirrors it. */
export interface AllocatorRole {
  readonly role: string;
  /** More than 0. */
  readonly weight: number;
  readonly quota: Quota;
  readonly packing: Packing;
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
  | 'empty'
  /** A limit of the role or of one above it would be exceeded. */
  | 'quota-limit'
  /** Something in it is reserved for a role that is neither this one nor one above it. */
  | 'reserved'
  /** The framework cannot deal with something in it: revocable or shared resources, GPUs. */
  | 'capability'
  /** The agent is in another region, and the framework does not deal with that. */
  | 'region'
  /** The framework's constraints exclude the agent. */
  | 'constraint';

/** What the master tells the allocator: begin, the snapshot's entities, end; then deltas. Entities are upserts of absolute state. */
export type AllocatorDown =
  /** Groups of minimum quantities: an offer must contain at least one group; no group means anything goes. */
  | {
      readonly item: 'begin';
      readonly minAllocatable: readonly Resources[];
      readonly pingMs: number;
      /** The master's region; agents elsewhere are for region-aware frameworks only. Empty: it has none, and regions do not matter. */
      readonly region: string;
    }
  | ({ readonly item: 'role' } & AllocatorRole)
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
  | { readonly item: 'ping'; readonly ping: number }
  /** To allocators that said they can. Answered by `explained` or `shares` parts, the last of which says so. */
  | ({ readonly item: 'explain'; readonly requestId: number } & ExplainScope)
  | { readonly item: 'get-shares'; readonly requestId: number }
  /** To allocators that said they can: what the master's digest of these agents is at this point of the session. */
  | { readonly item: 'audit'; readonly agents: readonly AgentDigest[] };

/** What an allocator may offer beyond proposals. */
export type AllocatorCapability = 'explain' | 'shares' | 'audit';

/** The digest of everything the session has told about an agent; docs/allocator-contract.md has the rule. */
export interface AgentDigest {
  readonly agentId: AgentId;
  /** 8 hexadecimal digits. */
  readonly digest: string;
}

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
  | {
      readonly item: 'ready';
      readonly name: string;
      readonly policy: string;
      readonly capabilities: readonly AllocatorCapability[];
    }
  | { readonly item: 'proposal'; readonly proposal: Proposal }
  | { readonly item: 'pong'; readonly ping: number }
  | {
      readonly item: 'explained';
      readonly requestId: number;
      readonly explanations: readonly Explanation[];
      readonly last: boolean;
      /** In a last part: more was asked about than was told. */
      readonly incomplete?: true;
    }
  | {
      readonly item: 'shares';
      readonly requestId: number;
      readonly roles: readonly RoleShare[];
      readonly frameworks: readonly FrameworkShare[];
      readonly last: boolean;
      /** In a last part: there is more than was told. */
      readonly incomplete?: true;
    }
  /** The answer to an audit: the agents, of those asked about, of which the mirror differs. */
  | { readonly item: 'audited'; readonly differing: readonly AgentId[] };
