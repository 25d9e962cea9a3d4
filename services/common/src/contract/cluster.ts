import type { AgentId, FrameworkId, OfferId, Traceparent } from '../kernel';
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

/** What an agent says of itself. */
export interface AgentInfo {
  readonly agentId: AgentId;
  readonly hostname: string;
  /** Everything the agent has to offer, whether in use or not. */
  readonly resources: Resources;
  readonly attributes: readonly Attribute[];
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
  readonly traceparent: Traceparent;
}

/** For how long resources are not wanted again; undefined means the default (5 s, backing off while refusals repeat). */
export interface Filters {
  readonly refuseMs: number | undefined;
}
