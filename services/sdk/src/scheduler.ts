import { systemRandom } from '@parley/common/actor';
import type { CallOutcome, FrameworkCapability, InverseOffer, Offer, OfferSettings } from '@parley/common/contract';
import type { AgentId, Epoch, FrameworkId, OfferId, Random } from '@parley/common/kernel';
import { unreachable } from '@parley/common/kernel';
import { DEFAULT_ROLE } from '@parley/common/roles';
import type { Label, TaskStatus } from '@parley/common/tasks';
import type { AuthorCall, SchedulerInput } from './actor/catalogue';
import { NOT_SUBSCRIBED } from './actor/line';
import type { SchedulerConfig } from './actor/scheduler-core';
import { composeScheduler } from './compose';
import type { Acknowledging, RunningScheduler } from './compose';
import type { News } from './domain/news';
import { PACE } from './domain/pace';
import type { Pace } from './domain/pace';
import { Gateways } from './edge/grpc/gateways';
import type { SandboxFile } from './edge/grpc/gateways';
import { toFrameworkId } from './ids';
import { plainEnd } from './domain/wanted-task';
import type { FrameworkIdStore } from './ports';
import { TaskHandle } from './task-handle';
import { idPartOf, toWantedTask } from './task-spec';
import type { TaskSpec } from './task-spec';

/** What a scheduler needs to know. */
export interface SchedulerOptions {
  /** Addresses of gateways (`host:port`); any of them will do, and the others are tried when it fails. */
  readonly gateways: readonly string[];
  /** The framework's name, for people. */
  readonly name: string;
  /** Roles whose share of the cluster it uses; by default `*`. */
  readonly roles?: readonly string[];
  /** How long its tasks outlive its connection, in milliseconds; by default a week. */
  readonly failoverTimeoutMs?: number;
  readonly hostname?: string;
  readonly webuiUrl?: string;
  readonly labels?: readonly Label[];
  /** Special things that its tasks can deal with, and that are not offered to others. */
  readonly capabilities?: readonly FrameworkCapability[];
  /** Which agents and how small offers may be, role by role. */
  readonly offerSettings?: readonly OfferSettings[];
  /** `manual`: the handler `offers` and {@link Scheduler.call} do all that is done with offers. By default `automatic`. */
  readonly offers?: 'automatic' | 'manual';
  /** By default updates are acknowledged after the handler `update` returned, or its promise was fulfilled. */
  readonly acknowledging?: Acknowledging;
  /** Keeps the framework's id, so that the next process goes on as the same framework; by default each process is a new one. */
  readonly frameworkIds?: FrameworkIdStore;
  readonly pace?: Partial<Pace>;
}

/** Why a scheduler ended for good. */
export type Stopped = Omit<Extract<News, { news: 'stopped' }>, 'news'>;

/** What an author may want to hear; all of it is optional. An error thrown by a handler goes to `troubled`, or else is thrown as uncaught. */
export interface SchedulerHandlers {
  readonly subscribed?: (frameworkId: FrameworkId, gateway: string) => void;
  /** The scheduler reconnects by itself after `pauseMs` milliseconds. */
  readonly disconnected?: (because: string, pauseMs: number) => void;
  readonly leaderChanged?: (epoch: Epoch) => void;
  readonly offers?: (offers: readonly Offer[]) => void;
  readonly rescinded?: (offerIds: readonly OfferId[]) => void;
  /** Agents that will not be available; {@link Scheduler.call} answers whether the tasks leave in time. */
  readonly inverseOffers?: (inverseOffers: readonly InverseOffer[]) => void;
  readonly inverseRescinded?: (inverseOfferIds: readonly OfferId[]) => void;
  /** One status of any task of the framework, in order for each task, repeated only if this failed. */
  readonly update?: (status: TaskStatus) => void | Promise<void>;
  readonly agentLost?: (agentId: AgentId) => void;
  /** Nothing follows. */
  readonly stopped?: (stopped: Stopped) => void;
  readonly troubled?: (error: unknown) => void;
}

/** A framework's end of the cluster: begins to connect when it is made, and stays connected until it is stopped. */
export class Scheduler {
  readonly #handlers: SchedulerHandlers;
  readonly #gateways: Gateways;
  /** Unique among the processes of a framework; task ids and call ids carry it. */
  readonly #token = uniqueText(systemRandom);
  #running: RunningScheduler | undefined;
  /** What was asked for before the framework's id was loaded. */
  #early: SchedulerInput[] = [];
  /** Tasks that have not ended; the core bounds them. */
  readonly #handles = new Map<string, TaskHandle>();
  /** Calls that were not answered; the core bounds them. */
  readonly #asks = new Map<number, (outcome: CallOutcome) => void>();
  #lastNumber = 0;
  #frameworkId: FrameworkId | undefined;
  #over: Stopped | undefined;
  #settleStopped: (stopped: Stopped) => void = () => undefined;

  /** Fulfilled when the scheduler has ended for good; never rejected. */
  readonly stopped: Promise<Stopped>;

  constructor(options: SchedulerOptions, handlers: SchedulerHandlers = {}) {
    if (options.gateways.length === 0) throw new RangeError('a scheduler needs the address of at least one gateway');
    this.#handlers = handlers;
    this.#gateways = new Gateways(options.gateways);
    this.stopped = new Promise((resolve) => (this.#settleStopped = resolve));
    void this.#start(options);
  }

  /** The framework's id, or undefined before the first session. */
  get frameworkId(): FrameworkId | undefined {
    return this.#frameworkId;
  }

  /** Runs a task on whatever agent has room. Throws `InvalidTask` for a task that no cluster could run. */
  run(spec: TaskSpec): TaskHandle {
    const key = spec.id ?? `${idPartOf(spec.name)}.${this.#token}.${String((this.#lastNumber += 1))}`;
    if (this.#handles.has(key)) throw new RangeError(`a task with the id ${key} is wanted already`);
    const task = toWantedTask(spec, key);
    const handle = new TaskHandle(key, (graceMs) => this.#post({ input: 'kill-task', key, graceMs }));
    if (this.#over !== undefined) {
      handle.end(plainEnd(key, 'unknown', `the scheduler has stopped: ${this.#over.message}`));
      return handle;
    }
    this.#handles.set(key, handle);
    this.#post({ input: 'want-task', task });
    return handle;
  }

  /** Makes any call of the contract; fulfilled with its outcome, never rejected. */
  call(call: AuthorCall): Promise<CallOutcome> {
    if (this.#over !== undefined) return Promise.resolve(NOT_SUBSCRIBED);
    const ask = (this.#lastNumber += 1);
    return new Promise((resolve) => {
      this.#asks.set(ask, resolve);
      this.#post({ input: 'author-call', ask, call });
    });
  }

  /** With explicit acknowledging: the update was taken notice of, and need not be repeated. */
  acknowledge(status: TaskStatus): void {
    const { agentId, taskId, uuid } = status;
    if (agentId === undefined || uuid === '') return;
    this.#post({ input: 'update-handled', acknowledgement: { agentId, taskId, uuid }, ok: true });
  }

  /** Reads a file of a task's sandbox, up to `bytesMax` bytes, wherever the task ran. `path` is relative to the sandbox. */
  async readSandboxFile(taskId: string, path: string, bytesMax = 1024 * 1024): Promise<SandboxFile> {
    const frameworkId = this.#frameworkId;
    if (frameworkId === undefined) return { ok: false, message: 'the framework has no id yet' };
    return this.#gateways.readSandboxFile({ frameworkId, taskId, path, bytesMax });
  }

  /** Leaves the cluster. Tasks run on for the failover timeout, unless `teardown` ends them and the framework. */
  async stop(options: { readonly teardown?: boolean } = {}): Promise<Stopped> {
    this.#post({ input: 'stop', teardown: options.teardown === true });
    return this.stopped;
  }

  async #start(options: SchedulerOptions): Promise<void> {
    const frameworkIds = options.frameworkIds ?? NO_STORE;
    let kept: string | undefined;
    try {
      kept = await frameworkIds.load();
    } catch (error) {
      // Registering anew would leave the framework's tasks to nobody.
      this.#ended({
        reason: 'invalid',
        message: `the framework id could not be loaded: ${String(error)}`,
        remedy: 'Make the store of the framework id readable, or clear it to register a new framework.',
      });
      return;
    }
    const identity = { subscribeId: this.#token, frameworkId: kept === undefined ? undefined : toFrameworkId(kept) };
    const config = { ...toConfig(options), acknowledging: options.acknowledging ?? 'after-handler' };
    const ports = {
      clock: this.#gateways.clock,
      random: systemRandom,
      gateways: this.#gateways.streams,
      frameworkIds,
      author: (news: News) => this.#news(news),
      troubled: (error: unknown) => this.#troubled(error),
    };
    this.#running = composeScheduler(config, ports, identity);
    for (const input of this.#early) this.#running.post(input);
    this.#early = [];
  }

  #post(input: SchedulerInput): void {
    if (this.#running === undefined) this.#early.push(input);
    else this.#running.post(input);
  }

  #news(news: News): unknown {
    switch (news.news) {
      case 'subscribed':
        this.#frameworkId = news.frameworkId;
        this.#gateways.prefer(news.gateway);
        return this.#handlers.subscribed?.(news.frameworkId, news.gateway);
      case 'update':
        return this.#handlers.update?.(news.status);
      case 'task-launched':
        return this.#handles.get(news.key)?.changed({ ...news, state: 'staging' });
      case 'task-changed':
        return this.#handles.get(news.key)?.changed(news);
      case 'task-relaunching':
        return this.#handles.get(news.key)?.changed({ state: 'pending' });
      case 'task-ended':
        this.#taskEnded(news.end);
        return;
      case 'call-ended':
        this.#asks.get(news.ask)?.(news.outcome);
        this.#asks.delete(news.ask);
        return;
      case 'stopped':
        this.#ended(news);
        return;
      default:
        this.#passOn(news);
        return;
    }
  }

  #passOn(
    news: Extract<
      News,
      {
        news:
          | 'disconnected'
          | 'leader-changed'
          | 'offers'
          | 'rescinded'
          | 'inverse-offers'
          | 'inverse-rescinded'
          | 'agent-lost';
      }
    >,
  ): void {
    switch (news.news) {
      case 'disconnected':
        return this.#handlers.disconnected?.(news.because, news.pauseMs);
      case 'leader-changed':
        return this.#handlers.leaderChanged?.(news.epoch);
      case 'inverse-offers':
        return this.#handlers.inverseOffers?.(news.inverseOffers);
      case 'inverse-rescinded':
        return this.#handlers.inverseRescinded?.(news.inverseOfferIds);
      case 'offers':
        return this.#handlers.offers?.(news.offers);
      case 'rescinded':
        return this.#handlers.rescinded?.(news.offerIds);
      case 'agent-lost':
        return this.#handlers.agentLost?.(news.agentId);
      default:
        return unreachable(news, 'news');
    }
  }

  #taskEnded(end: Parameters<TaskHandle['end']>[0]): void {
    const handle = this.#handles.get(end.key);
    this.#handles.delete(end.key);
    handle?.end(end);
  }

  #ended({ reason, message, remedy }: Stopped): void {
    this.#over = { reason, message, remedy };
    for (const handle of this.#handles.values()) handle.end(plainEnd(handle.key, 'unknown', message));
    this.#handles.clear();
    for (const resolve of this.#asks.values()) resolve(NOT_SUBSCRIBED);
    this.#asks.clear();
    // After this slice, whose last calls are still to be flushed.
    this.#gateways.clock.soon(() => this.#running?.close());
    this.#settleStopped(this.#over);
    this.#handlers.stopped?.(this.#over);
  }

  #troubled(error: unknown): void {
    if (this.#handlers.troubled !== undefined) this.#handlers.troubled(error);
    else
      queueMicrotask(() => {
        throw error;
      });
  }
}

const NO_STORE: FrameworkIdStore = {
  load: () => Promise.resolve(undefined),
  save: () => Promise.resolve(),
  clear: () => Promise.resolve(),
};

function toConfig(options: SchedulerOptions): SchedulerConfig {
  return {
    gateways: options.gateways,
    framework: {
      name: options.name,
      roles: options.roles ?? [DEFAULT_ROLE],
      failoverTimeoutMs: options.failoverTimeoutMs,
      hostname: options.hostname ?? '',
      webuiUrl: options.webuiUrl ?? '',
      labels: options.labels ?? [],
      capabilities: options.capabilities ?? [],
      offerSettings: options.offerSettings ?? [],
    },
    offers: options.offers ?? 'automatic',
    pace: { ...PACE, ...options.pace },
  };
}

/** Sixteen hex digits of chance. */
function uniqueText(random: Random): string {
  const half = (): string =>
    Math.floor(random() * 2 ** 32)
      .toString(16)
      .padStart(8, '0');
  return half() + half();
}
