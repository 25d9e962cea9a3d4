import type { StreamEvent } from '@parley/common/actor';
import type { CallOutcome, Offer, SchedulerCall, SchedulerEvent } from '@parley/common/contract';
import type {
  AgentId,
  CallId,
  FrameworkId,
  LaunchId,
  Moment,
  MonotonicMs,
  OfferId,
  StreamId,
  WallMs,
} from '@parley/common/kernel';
import { parseResources } from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';
import type { TaskStatus } from '@parley/common/tasks';
import type { SchedulerEffect, SchedulerInput } from '../actor/catalogue';
import { SchedulerCore } from '../actor/scheduler-core';
import type { SchedulerConfig } from '../actor/scheduler-core';
import type { News } from '../domain/news';
import { PACE } from '../domain/pace';
import type { Pace } from '../domain/pace';
import type { WantedTask } from '../domain/wanted-task';
import { toFrameworkId, toTaskId } from '../ids';

/** The framework id that {@link GivenScheduler.connected} is told. */
export const FRAMEWORK = toFrameworkId('F-1-1-1');

type CallOf<Name extends SchedulerCall['call']> = Extract<SchedulerCall, { call: Name }>;
type NewsOf<Name extends News['news']> = Extract<News, { news: Name }>;

/** Resources from their text; throws for a text that is none. */
export function resourcesOf(text: string): Resources {
  const parsed = parseResources(text);
  if (!parsed.ok) throw new Error(parsed.problems.join('; '));
  return parsed.resources;
}

/** An offer `id` of `text` by an agent `host-<agent>`, for the role `*` unless said otherwise. */
export function anOffer(
  id: string,
  text: string,
  from: { readonly agent?: string; readonly role?: string } = {},
): Offer {
  const { agent = 'a1', role = '*' } = from;
  return {
    offerId: id as OfferId,
    frameworkId: FRAMEWORK,
    agentId: agent as AgentId,
    hostname: `host-${agent}`,
    role,
    resources: resourcesOf(text),
    attributes: [],
    domain: undefined,
    unavailability: undefined,
    traceparent: '',
  };
}

/** A wanted task that runs `true`. */
export function aTask(key: string, parts: Partial<WantedTask> = {}): WantedTask {
  return {
    key,
    name: key,
    role: undefined,
    resources: resourcesOf('cpus:1'),
    command: { shell: true, value: 'true', arguments: [], environment: [] },
    data: new Uint8Array(0),
    labels: [],
    killPolicy: undefined,
    relaunch: 'before-start',
    attemptsMax: 5,
    ...parts,
  };
}

/** A status of launch 1-1-1 on agent a1 that wants no acknowledgement, unless said otherwise. */
export function aStatus(taskId: string, state: TaskStatus['state'], parts: Partial<TaskStatus> = {}): TaskStatus {
  return {
    taskId: toTaskId(taskId),
    launchId: '1-1-1' as LaunchId,
    agentId: 'a1' as AgentId,
    state,
    reason: undefined,
    source: 'agent',
    message: '',
    data: new Uint8Array(0),
    uuid: '',
    timestamp: 0 as WallMs,
    traceparent: '',
    ...parts,
  };
}

/** A scheduler's core with a gateway that says what the test says, and records all it hears. */
export class GivenScheduler {
  readonly core: SchedulerCore;
  readonly effects: SchedulerEffect[] = [];
  now = 0;
  /** Every draw. */
  chance = 0.5;

  constructor(
    parts: Partial<Omit<SchedulerConfig, 'pace'>> & {
      readonly pace?: Partial<Pace>;
      readonly frameworkId?: FrameworkId;
    } = {},
  ) {
    const { pace, frameworkId, ...rest } = parts;
    const framework = {
      name: 'test',
      roles: ['*'],
      failoverTimeoutMs: undefined,
      hostname: '',
      webuiUrl: '',
      labels: [],
      capabilities: [],
      offerSettings: [],
    };
    const config = {
      gateways: ['g1', 'g2'],
      framework,
      offers: 'automatic' as const,
      ...rest,
      pace: { ...PACE, ...pace },
    };
    this.core = new SchedulerCore(config, { subscribeId: 'sub', frameworkId }, this.moment);
  }

  get moment(): Moment {
    return { now: this.now as MonotonicMs, wall: this.now as WallMs, chance: this.chance };
  }

  /** The stream that was dialled last. */
  get stream(): StreamId {
    const dialled = this.effects.filter((effect) => effect.effect === 'dial');
    return dialled.at(-1)?.stream ?? (0 as StreamId);
  }

  /** Gateways in the order in which they were dialled. */
  get dialled(): readonly string[] {
    return this.effects.flatMap((effect) => (effect.effect === 'dial' ? [effect.target] : []));
  }

  give(input: SchedulerInput | { readonly input: 'tick' }): this {
    this.effects.push(...this.core.step(input, this.moment), ...this.core.settle(this.moment));
    return this;
  }

  /** Lets time pass, tick by tick. */
  advance(ms: number): this {
    const until = this.now + ms;
    for (let at = this.core.wakeAt; at !== undefined && at <= until; at = this.core.wakeAt) {
      if (at <= this.now && this.effects.length > 100_000) throw new Error('the core ticks without end');
      this.now = Math.max(this.now, at);
      this.give({ input: 'tick' });
    }
    this.now = until;
    return this;
  }

  /** The gateway says something on the newest stream, or on the one named. */
  hear(message: SchedulerEvent, stream: StreamId = this.stream): this {
    return this.streamEvent({ event: 'message', stream, message });
  }

  streamEvent(event: StreamEvent<SchedulerEvent>): this {
    return this.give({ input: 'gateway-stream', event });
  }

  /** Dials and is told that it is subscribed. */
  connected(heartbeatMs = 15_000): this {
    return this.advance(0).hear({ event: 'subscribed', frameworkId: FRAMEWORK, heartbeatMs });
  }

  /** The gateway vanishes. */
  disconnected(): this {
    const end = { kind: 'lost', message: 'connection reset' } as const;
    return this.streamEvent({ event: 'closed', stream: this.stream, end });
  }

  want(...tasks: readonly WantedTask[]): this {
    for (const task of tasks) this.give({ input: 'want-task', task });
    return this;
  }

  offered(...offers: readonly Offer[]): this {
    return this.hear({ event: 'offers', offers });
  }

  told(...statuses: readonly TaskStatus[]): this {
    return this.hear({ event: 'status-updates', statuses });
  }

  answered(callId: CallId, result: CallOutcome): this {
    return this.hear({ event: 'call-result', callId, result });
  }

  /** Calls of one kind, in order, since the beginning or the last {@link forget}. */
  calls<Name extends SchedulerCall['call']>(name: Name): readonly CallOf<Name>[] {
    return this.effects.flatMap((effect) =>
      effect.effect === 'send' && isCall(effect.call, name) ? [effect.call] : [],
    );
  }

  /** Names of all calls, in order. */
  get callNames(): readonly string[] {
    return this.effects.flatMap((effect) => (effect.effect === 'send' ? [effect.call.call] : []));
  }

  news<Name extends News['news']>(name: Name): readonly NewsOf<Name>[] {
    return this.effects.flatMap((effect) =>
      effect.effect === 'tell' && isNews(effect.news, name) ? [effect.news] : [],
    );
  }

  /** Task ids launched, in order. */
  get launched(): readonly string[] {
    return this.calls('accept').flatMap((call) =>
      call.operations.flatMap((each) => each.tasks.map(({ task }) => task.taskId)),
    );
  }

  /** Forgets what was recorded, except which stream is the newest. */
  forget(): this {
    const dials = this.effects.filter((effect) => effect.effect === 'dial');
    this.effects.length = 0;
    this.effects.push(...dials.slice(-1));
    return this;
  }
}

function isCall<Name extends SchedulerCall['call']>(call: SchedulerCall, name: Name): call is CallOf<Name> {
  return call.call === name;
}

function isNews<Name extends News['news']>(news: News, name: Name): news is NewsOf<Name> {
  return news.news === name;
}
