import type { AgentId, FrameworkId } from '../kernel';

/**
 * Why a framework is not offered an agent for a role, in the order in which the reasons are looked for: the first that applies is told.
 *
 * 1. The framework itself: `framework-inactive` (not connected), `suppressed`, `no-demand` (it said what it waits for, and its open offers cover it).
 * 2. The agent: `disconnected`, `deactivated`, `draining` (its maintenance has begun), `not-whitelisted`.
 * 3. Whether the two fit: `region`, `capability` (GPUs), `constraint`.
 * 4. What there is: `nothing-free`; `reserved` (all that is free is reserved for other roles); `capability` again when all that is free
 *    is revocable or shared and the framework cannot deal with that; `quota-limit`; `headroom` (kept for the guarantees of others); `below-minimum`.
 * 5. `refused` (a filter of the framework, or an answer of the master, until T).
 * 6. `lower-share-first`: others come before it, and the agent is being offered to them or goes to them first.
 */
export const NO_OFFER_REASONS = [
  'framework-inactive',
  'suppressed',
  'no-demand',
  'disconnected',
  'deactivated',
  'draining',
  'not-whitelisted',
  'region',
  'capability',
  'constraint',
  'nothing-free',
  'reserved',
  'quota-limit',
  'headroom',
  'below-minimum',
  'refused',
  'lower-share-first',
] as const;

/** One of {@link NO_OFFER_REASONS}. */
export type NoOfferReason = (typeof NO_OFFER_REASONS)[number];

/** What is to be explained; undefined members mean all. */
export interface ExplainScope {
  readonly frameworkId: FrameworkId | undefined;
  readonly role: string | undefined;
  readonly agentId: AgentId | undefined;
}

/** Why a number of agents is not offered to a framework for a role. */
export interface ReasonCount {
  readonly reason: NoOfferReason;
  /** How many agents. */
  readonly agents: number;
  /** A few of them, at most {@link EXPLAIN_EXAMPLES_MAX}. */
  readonly examples: readonly AgentId[];
  /** With `refused`: in how many milliseconds the first of the refusals ends. */
  readonly untilMs: number | undefined;
  /** Further words for people, such as the limit that is reached or who comes first with which share. May be empty. */
  readonly detail: string;
}

/** At most this many agents are named behind one count. */
export const EXPLAIN_EXAMPLES_MAX = 5;

/** Everything about one framework in one role. */
export interface Explanation {
  readonly frameworkId: FrameworkId;
  readonly role: string;
  /** Its weighted dominant share in the role, 0 to 1 and more. */
  readonly share: number;
  /** The weighted dominant share of the role. */
  readonly roleShare: number;
  /** Agents that could be, or are just being, offered to it. */
  readonly offerable: number;
  /** How long ago something was last proposed for it, in milliseconds; undefined: not in this session. */
  readonly lastProposedMs: number | undefined;
  /** In the order of {@link NO_OFFER_REASONS}; reasons without agents are left out. */
  readonly reasons: readonly ReasonCount[];
}

/** A role in the table of shares. */
export interface RoleShare {
  readonly role: string;
  readonly weight: number;
  readonly share: number;
  /** The resource of which the role has the largest part; empty when it holds nothing. */
  readonly dominant: string;
  readonly frameworks: number;
  /** For how long the role has wanted offers and got none while others did, in milliseconds; 0 when it is served. */
  readonly starvingMs: number;
}

/** A framework in the table of shares. */
export interface FrameworkShare {
  readonly frameworkId: FrameworkId;
  readonly role: string;
  readonly share: number;
  readonly dominant: string;
  /** Whether it competes for offers now. */
  readonly competes: boolean;
}
