import { required, writeIdOf } from '@parley/common/kernel';
import type {
  AgentId,
  Epoch,
  FrameworkId,
  LaunchId,
  Moment,
  MonotonicMs,
  TaskId,
  WallMs,
  WriteId,
} from '@parley/common/kernel';
import type { Attribute, FaultDomain } from '@parley/common/contract';
import type { Resources } from '@parley/common/resources';
import type { AgentBook, OpenBook } from '../domain/agent-book';
import type { AgentEvent, LaunchRef } from '../domain/agent-events';
import type { AgentRecord } from '../domain/agent-records';
import type { AgentIdentity, LaunchSummary } from '../domain/launches';
import type { AgentEffect } from './agent-effect';

/** What an agent's core is told once. Durations in milliseconds. */
export interface AgentCoreConfig {
  /** Masters to ask who leads, as `host:port`; any one of them will do. */
  readonly masters: readonly string[];
  readonly hostname: string;
  /** All that the agent has to offer, as first measured. */
  readonly resources: Resources;
  readonly attributes: readonly Attribute[];
  /** Where the machine stands; undefined when nobody said. */
  readonly domain: FaultDomain | undefined;
  /** From the polite signal to the one that cannot be refused, for tasks that say nothing themselves. */
  readonly killGraceMs: number;
  /** How long a new link may stay unanswered before the leader is looked for again. */
  readonly registrationTimeoutMs: number;
  /** Between two reports of resources. */
  readonly reportMs: number;
  /** First and longest pause before an update that is not acknowledged is sent again. */
  readonly updateRetryMs: number;
  readonly updateRetryMaxMs: number;
  /** Sandboxes of ended tasks that are kept, by number and by age since their end (or since the agent's start). */
  readonly sandboxesMax: number;
  readonly sandboxAgeMs: number;
}

/** What is to follow when a write is durable. */
export type Sequel =
  | { readonly then: 'begin' }
  | { readonly then: 'dial'; readonly address: string; readonly epoch: Epoch }
  | { readonly then: 'prepare'; readonly launchId: LaunchId }
  | { readonly then: 'release'; readonly launchId: LaunchId }
  | {
      readonly then: 'kill';
      readonly launchId: LaunchId;
      readonly frameworkId: FrameworkId;
      readonly taskId: TaskId;
      readonly reply: boolean;
    }
  | { readonly then: 'send'; readonly launchId: LaunchId; readonly number: number }
  | { readonly then: 'send-next'; readonly launchId: LaunchId }
  | { readonly then: 'forget'; readonly summary: LaunchSummary }
  | { readonly then: 'nothing' };

/** The one place where the parts of an agent's core put what they want done, and from which they read the book and the time. */
export class Desk {
  readonly config: AgentCoreConfig;
  readonly book: AgentBook;
  readonly #apply: OpenBook['apply'];
  #effects: AgentEffect[] = [];
  #at: Moment | undefined;
  #lastWrite = 0;
  /** Bounded by the writes in flight. */
  readonly #sequels = new Map<WriteId, Sequel>();

  constructor(config: AgentCoreConfig, open: OpenBook) {
    this.config = config;
    this.book = open.book;
    this.#apply = open.apply;
  }

  /** Begins a step. */
  open(at: Moment): void {
    this.#at = at;
  }

  /** Ends a step: everything that is to be done, in order. */
  close(): readonly AgentEffect[] {
    const effects = this.#effects;
    this.#effects = [];
    return effects;
  }

  get at(): Moment {
    return required(this.#at, 'the moment of the step');
  }

  get now(): MonotonicMs {
    return this.at.now;
  }

  get wall(): WallMs {
    return this.at.wall;
  }

  get identity(): AgentIdentity {
    return required(this.book.identity, 'the identity of the agent');
  }

  get agentId(): AgentId {
    return this.identity.agentId;
  }

  /** Writes whose outcome is not known yet. */
  get writesInFlight(): number {
    return this.#sequels.size;
  }

  order(effect: AgentEffect): void {
    this.#effects.push(effect);
  }

  observe(event: AgentEvent): void {
    this.#effects.push({ effect: 'observe', event });
  }

  /** Enters records in the book and has them stored; nobody outside hears of them before `sequel`. */
  store(records: readonly AgentRecord[], sequel: Sequel): void {
    for (const record of records) this.#apply(record);
    const writeId = writeIdOf((this.#lastWrite += 1));
    this.#sequels.set(writeId, sequel);
    this.#effects.push({ effect: 'store', writeId, records });
  }

  /** Takes what was to follow a write. */
  sequelOf(writeId: WriteId): Sequel | undefined {
    const sequel = this.#sequels.get(writeId);
    this.#sequels.delete(writeId);
    return sequel;
  }
}

/** How observers know a launch. */
export function launchRef(summary: LaunchSummary): LaunchRef {
  const { frameworkId, taskId, launchId, traceparent } = summary;
  return { frameworkId, taskId, launchId, traceparent };
}
