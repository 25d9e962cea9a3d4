import { compareEpochs, launchIdOf, offerIdOf, frameworkIdOf, writeIdOf } from '@parley/common/kernel';
import type { Epoch, FrameworkId, LaunchId, Moment, OfferId, StreamId, WriteId } from '@parley/common/kernel';
import type { MaintenanceWindow, SessionStamp } from '@parley/common/contract';
import type { Agent } from '../domain/agents/agent';
import { RemovalRate } from '../domain/agents/removal-rate';
import type { Cluster } from '../domain/cluster';
import { emptyCluster } from '../domain/cluster';
import type { MasterEvent, PeerKind } from '../domain/events';
import type { PendingAnswer } from '../domain/frameworks/call-log';
import type { Framework } from '../domain/frameworks/framework';
import type { Session } from '../domain/frameworks/session';
import { LIMITS } from '../domain/limits';
import { ChangeLog } from '../domain/operator/change-log';
import type { RegistryChange } from '../domain/registry';
import type { MasterSettings } from '../domain/settings';
import { AgentPeers } from './agent-peers';
import { AllocatorMirror } from './allocator-mirror';
import { FileQueries } from './file-queries';
import { GatewayPeers } from './gateway-peers';
import type { MasterEffect } from './effects';
import { AllocatorQuestions } from './explain';
import { InverseOffers } from './inverse-offer-book';
import { Jobs } from './jobs';
import { PendingReconciliation } from './pending-reconciliation';
import { Placements } from './placements';
import { RoleOrders } from './role-orders';
import type { RolesOrder } from './role-orders';
import { Timers } from './timers';
import { Watches } from './watches';

/** What goes on when a registry write has succeeded. */
export type WritePurpose =
  | { readonly purpose: 'admit-agent'; readonly agent: Agent }
  | { readonly purpose: 'mark-unreachable'; readonly agent: Agent }
  | { readonly purpose: 'register-framework'; readonly framework: Framework }
  | { readonly purpose: 'finish-framework'; readonly framework: Framework }
  /** `deactivated`: what the operator ordered of it. */
  | {
      readonly purpose: 'deactivate-agent';
      readonly agent: Agent;
      readonly deactivated: boolean;
      readonly answer: PendingAnswer;
    }
  | { readonly purpose: 'update-roles'; readonly order: RolesOrder }
  | {
      readonly purpose: 'update-whitelist';
      readonly hostnames: readonly string[] | undefined;
      readonly answer: PendingAnswer;
    }
  | {
      readonly purpose: 'update-maintenance';
      readonly windows: readonly MaintenanceWindow[];
      readonly answer: PendingAnswer;
    }
  /** Somebody waits for the write alone. */
  | { readonly purpose: 'answer'; readonly answer: PendingAnswer }
  /** The record is brought up to date; nothing depends on it. */
  | { readonly purpose: 'note' };

/** Bytes that wait for a peer. */
export type Backlog = (stream: StreamId) => number;

/** How an epoch stands to this term. */
export type EpochVerdict = 'own' | 'older' | 'newer' | 'foreign';

/** One term of leadership: the cluster, the peers, what is planned, and the effects of the step under way. Everything in actor/ works on it. */
export class Term {
  readonly settings: MasterSettings;
  readonly epoch: Epoch;
  readonly cluster: Cluster;
  readonly changes: ChangeLog;
  readonly timers = new Timers();
  readonly jobs = new Jobs();
  readonly agents = new AgentPeers();
  readonly gateways = new GatewayPeers();
  readonly mirror = new AllocatorMirror();
  readonly questions = new AllocatorQuestions();
  readonly fileQueries = new FileQueries();
  readonly watches = new Watches();
  readonly inverseOffers = new InverseOffers();
  readonly roleOrders = new RoleOrders();
  readonly placements = new Placements();
  readonly pendingReconciliation = new PendingReconciliation();
  readonly removalRate: RemovalRate;
  /** Writes under way. Bounded by the agents and frameworks, each of which has at most a few. */
  readonly writes = new Map<WriteId, WritePurpose>();
  /** Sessions with a tail to be flushed when the slice ends. */
  readonly tailed = new Set<Session>();
  /** The moment of the step under way. */
  at: Moment;
  /** True while this step's tick came so late that the process must have been stalled: silence of peers proves nothing then. */
  stalled = false;
  readonly #backlog: Backlog;
  readonly #allocatorBacklog: Backlog;
  #effects: MasterEffect[] = [];
  #counter = 0;

  constructor(options: {
    readonly settings: MasterSettings;
    readonly epoch: Epoch;
    /** Of gateways. */
    readonly backlog: Backlog;
    readonly allocatorBacklog: Backlog;
    readonly at: Moment;
  }) {
    this.#backlog = options.backlog;
    this.#allocatorBacklog = options.allocatorBacklog;
    this.settings = options.settings;
    this.epoch = options.epoch;
    this.at = options.at;
    this.cluster = emptyCluster(options.settings.weights);
    this.changes = new ChangeLog(this, options.epoch);
    this.removalRate = new RemovalRate(options.settings);
  }

  emit(effect: MasterEffect): void {
    this.#effects.push(effect);
  }

  observe(event: MasterEvent): void {
    this.#effects.push({ effect: 'observe', event });
  }

  /** Whether so much waits for a gateway that long answers through it pause. */
  isBehind(gateway: StreamId): boolean {
    return this.#backlog(gateway) > LIMITS.backlogBytesMax;
  }

  /** Whether so much waits for the allocator that it is told nothing more for now. */
  isAllocatorBehind(stream: StreamId): boolean {
    return this.#allocatorBacklog(stream) > LIMITS.backlogBytesMax;
  }

  /** Takes out what the step wants done, in order. */
  takeEffects(): readonly MasterEffect[] {
    const effects = this.#effects;
    this.#effects = [];
    return effects;
  }

  /** Starts a registry write; {@link writes} says what goes on once it succeeded. */
  write(purpose: WritePurpose, changes: readonly RegistryChange[]): void {
    const writeId = writeIdOf((this.#counter += 1));
    this.writes.set(writeId, purpose);
    this.emit({ effect: 'registry-write', writeId, changes });
  }

  nextOfferId(): OfferId {
    return offerIdOf(this.epoch, (this.#counter += 1));
  }

  nextLaunchId(): LaunchId {
    return launchIdOf(this.epoch, (this.#counter += 1));
  }

  nextFrameworkId(): FrameworkId {
    return frameworkIdOf(this.epoch, (this.#counter += 1));
  }

  nextStamp(): SessionStamp {
    return { epoch: this.epoch, counter: (this.#counter += 1) };
  }

  /** Numbers of file queries and the like. */
  nextNumber(): number {
    return (this.#counter += 1);
  }

  /** How a peer's epoch stands to this term. */
  judgeEpoch(epoch: Epoch): EpochVerdict {
    if (epoch.clusterId !== '' && epoch.clusterId !== this.epoch.clusterId) return 'foreign';
    const order = compareEpochs(epoch, this.epoch);
    if (order === 0) return 'own';
    return order < 0 ? 'older' : 'newer';
  }

  /** Notes that a batch had no effect. */
  dropBatch(peer: PeerKind, because: 'epoch' | 'link'): void {
    this.observe({ event: 'batch-dropped', peer, because });
  }
}
