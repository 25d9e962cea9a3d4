import type { AgentId, FrameworkId, OfferId, Traceparent, WallMs } from '../kernel';
import type { Resources, Range } from '../resources';

/** A label: free text for people and tools; never interpreted here. */
export interface Label {
  readonly key: string;
  readonly value: string;
}

/** One attribute of an agent: not consumable, may repeat a name, order kept (mesos-semantics R4). */
export type Attribute =
  | { readonly kind: 'scalar'; readonly name: string; readonly milli: number }
  | { readonly kind: 'ranges'; readonly name: string; readonly ranges: readonly Range[] }
  | { readonly kind: 'text'; readonly name: string; readonly text: string };

/** Where a machine stands (mesos-semantics R20): failures of one zone, and more so of one region, come together. */
export interface FaultDomain {
  readonly region: string;
  readonly zone: string;
}

/** Special things that only frameworks which can deal with them are offered (mesos-semantics R10, R14, R16, R18, R20). */
export type FrameworkCapability = 'revocable-resources' | 'shared-resources' | 'gpu-resources' | 'region-aware';

/** What one attribute of an agent, or one of the names that every agent has, must be like (mesos-semantics §3.11). */
export interface OfferConstraint {
  /** An attribute's name, or what is known of every agent. */
  readonly selector:
    { readonly select: 'attribute'; readonly name: string } | { readonly select: 'hostname' | 'region' | 'zone' };
  readonly predicate:
    | { readonly test: 'exists' | 'not-exists' }
    | { readonly test: 'equals' | 'not-equals'; readonly text: string }
    /** The whole text must match, in RE2 syntax. */
    | { readonly test: 'matches' | 'not-matches'; readonly pattern: string };
}

/** A framework's own rules for offers of one of its roles. */
export interface OfferSettings {
  readonly role: string;
  /** Replaces the cluster's smallest things worth offering; empty: anything. Undefined: the cluster's. */
  readonly minAllocatable: readonly Resources[] | undefined;
  /** An agent is offered when every constraint of at least one group holds; no group: every agent. */
  readonly constraintGroups: readonly (readonly OfferConstraint[])[];
}

/** So many pieces of work wait for this much each. */
export interface DemandShape {
  readonly resources: Resources;
  /** 1 or more. */
  readonly count: number;
}

/** What a framework waits for in one role. With a stated demand it competes only while some of it is not covered by its open offers. */
export interface RoleDemand {
  readonly role: string;
  /** Empty: it waits for nothing. Undefined: not stated, so that it competes for whatever there is. */
  readonly shapes: readonly DemandShape[] | undefined;
}

/** When a machine will not be available. */
export interface Unavailability {
  readonly startsAt: WallMs;
  /** Undefined: for good. */
  readonly durationMs: number | undefined;
}

/** What an agent says of itself. */
export interface AgentInfo {
  readonly agentId: AgentId;
  readonly hostname: string;
  /** Everything the agent has to offer, whether in use or not. */
  readonly resources: Resources;
  readonly attributes: readonly Attribute[];
  /** Undefined when it does not say. */
  readonly domain: FaultDomain | undefined;
}

/** What a framework says of itself. */
export interface FrameworkInfo {
  /** Empty in the first SUBSCRIBE of a new framework. */
  readonly frameworkId: FrameworkId;
  readonly name: string;
  /** Roles it wants offers for; at least one, no duplicates. */
  readonly roles: readonly string[];
  /** How long its tasks outlive its connection; 0 acts at once on a clean close; undefined means the default of one week. */
  readonly failoverTimeoutMs: number | undefined;
  readonly hostname: string;
  readonly webuiUrl: string;
  readonly labels: readonly Label[];
  /** No duplicates. */
  readonly capabilities: readonly FrameworkCapability[];
  /** At most one for each of {@link roles}. */
  readonly offerSettings: readonly OfferSettings[];
}

/** Resources of one agent, offered to one framework for one of its roles. */
export interface Offer {
  readonly offerId: OfferId;
  readonly frameworkId: FrameworkId;
  readonly agentId: AgentId;
  readonly hostname: string;
  readonly role: string;
  readonly resources: Resources;
  readonly attributes: readonly Attribute[];
  readonly domain: FaultDomain | undefined;
  /** When the agent will not be available; undefined when nothing is planned. */
  readonly unavailability: Unavailability | undefined;
  readonly traceparent: Traceparent;
}

/** Asks a framework to leave an agent in time, since it will not be available (mesos-semantics §3.10). */
export interface InverseOffer {
  readonly inverseOfferId: OfferId;
  readonly frameworkId: FrameworkId;
  readonly agentId: AgentId;
  readonly hostname: string;
  readonly unavailability: Unavailability;
}

/** For how long resources are not wanted again; undefined means the default (5 s, backing off while refusals repeat). */
export interface Filters {
  readonly refuseMs: number | undefined;
}
