import type { StreamEnd } from '@parley/common/actor';
import type {
  CallOutcome,
  DemandShape,
  FrameworkInfo,
  GatewayDown,
  GatewayUp,
  LeaderAnswer,
  Offer,
  OperatorAnswer,
  OperatorQuery,
  SchedulerCall,
  SchedulerEvent,
  SessionStamp,
} from '@parley/common/contract';
import type {
  CallId,
  Epoch,
  FrameworkId,
  GatewayId,
  LinkNumber,
  Moment,
  MonotonicMs,
  OfferId,
  StreamId,
  TaskId,
  WallMs,
} from '@parley/common/kernel';
import { resources } from '@parley/common/resources';
import type { GatewayCoreOptions } from '../actor/gateway-core';
import { GatewayCore } from '../actor/gateway-core';
import type { GatewayEffect } from '../actor/gateway-effects';
import type { GatewayInput } from '../actor/gateway-inputs';
import type { GatewayEvent } from '../domain/events';

/** The first term of the cluster that tests speak of. */
export const EPOCH_1: Epoch = { clusterId: 'c1', incarnation: 1, revision: 1 };
/** The term after {@link EPOCH_1}. */
export const EPOCH_2: Epoch = { clusterId: 'c1', incarnation: 1, revision: 2 };
/** Where the only configured master answers. */
export const MASTER = 'master:5050';
/** The framework that the leader of these tests names. */
export const SPARK = 'F-1-1-1' as FrameworkId;
/** The stamp that the leader of these tests gives. */
export const STAMP: SessionStamp = { epoch: EPOCH_1, counter: 7 };

/** Limits that are small enough to be reached. */
export const OPTIONS: GatewayCoreOptions = {
  gatewayId: 'g1' as GatewayId,
  masters: [MASTER],
  clusterId: '',
  welcomeMs: 5_000,
  operatorRequestsMax: 3,
  sessions: { sessionsMax: 4, callsMax: 3, offersMax: 5, subscribeMs: 30_000, heartbeatMs: 15_000 },
};

/** Something that a test framework waits for. */
export const WANTED: DemandShape = {
  resources: resources({ scalars: { cpus: 1_000, mem: 64_000 } }),
  count: 3,
};

/** An order to kill the one task of these tests. */
export function killOf(id: string): SchedulerCall {
  return { call: 'kill', callId: callId(id), taskId: 't1' as TaskId, agentId: undefined, graceMs: undefined };
}

/** The master's answer to a call; without a reason the call was carried out. */
export function resultOf(session: number, id: string, reason?: string): GatewayDown {
  const result: CallOutcome =
    reason === undefined ? { outcome: 'ok' } : { outcome: 'problem', reason, message: 'm', remedy: 'r', problems: [] };
  return { item: 'session-event', session, event: { event: 'call-result', callId: callId(id), result } };
}

/** What a test framework says of itself. */
export function infoOf(...roles: readonly string[]): FrameworkInfo {
  return {
    frameworkId: '' as FrameworkId,
    name: 'spark',
    roles,
    failoverTimeoutMs: undefined,
    hostname: '',
    webuiUrl: '',
    labels: [],
    capabilities: [],
    offerSettings: [],
  };
}

/** The first call of a test framework. */
export function subscribeOf(...roles: readonly string[]): Extract<SchedulerCall, { call: 'subscribe' }> {
  return { call: 'subscribe', info: infoOf(...roles), suppressedRoles: [], demands: [], subscribeId: 's1' };
}

/** An offer of nothing in particular. */
export function offerOf(offerId: string): Offer {
  const none = { scalars: new Map<string, number>(), ranges: new Map<string, never>(), sets: new Map<string, never>() };
  const ids = { offerId: offerId as OfferId, frameworkId: SPARK, agentId: 'A1' as Offer['agentId'] };
  return {
    ...ids,
    hostname: 'h1',
    role: 'dev',
    resources: none,
    attributes: [],
    domain: undefined,
    unavailability: undefined,
    traceparent: '',
  };
}

/** Text as a call id. */
export function callId(text: string): CallId {
  return text as CallId;
}

/** A gateway's core with everything around it played by the test. */
export class GivenGateway {
  readonly core: GatewayCore;
  /** Everything since the last {@link forget}. */
  effects: GatewayEffect[] = [];
  now = 0;
  link: { stream: StreamId; number: LinkNumber } | undefined;
  epoch = EPOCH_1;
  #sequence = 0;
  #streams = 0;

  constructor(options: Partial<GatewayCoreOptions> = {}) {
    this.core = new GatewayCore({ ...OPTIONS, ...options });
    this.step({ input: 'start' });
    this.tick();
  }

  /** A gateway that is linked to the leader. */
  static following(options: Partial<GatewayCoreOptions> = {}): GivenGateway {
    const given = new GivenGateway(options);
    given.elect(EPOCH_1);
    return given;
  }

  get moment(): Moment {
    return { now: this.now as MonotonicMs, wall: this.now as WallMs, chance: 0.5 };
  }

  step(input: GatewayInput | { readonly input: 'tick' }): readonly GatewayEffect[] {
    const effects = this.core.step(input, this.moment);
    this.effects.push(...effects);
    for (const effect of effects) {
      if (effect.effect === 'dial-master') this.link = { stream: effect.stream, number: effect.link };
    }
    return effects;
  }

  /** Lets time pass until the core's next deadline has come and wakes it. */
  tick(): readonly GatewayEffect[] {
    this.now = Math.max(this.now, this.core.wakeAt ?? this.now);
    return this.step({ input: 'tick' });
  }

  /** Lets time pass, waking the core whenever it wants to be woken. */
  pass(durationMs: number): void {
    const end = this.now + durationMs;
    while (this.core.wakeAt !== undefined && this.core.wakeAt <= end) this.tick();
    this.now = end;
  }

  /** Lets the search find a leader of that term, which welcomes the gateway. */
  elect(epoch: Epoch): void {
    this.epoch = epoch;
    while (!this.core.following) {
      if (!this.tick().some((effect) => effect.effect === 'ask')) continue;
      this.answer({ clusterId: epoch.clusterId, leading: true, epoch, address: MASTER });
      this.fromMaster({ item: 'welcome', pingMs: 15_000, pingsMissedMax: 5 });
    }
  }

  answer(answer: LeaderAnswer | undefined, target = MASTER): void {
    this.step({ input: 'leader-answered', target, answer });
  }

  fromMaster(...items: readonly GatewayDown[]): readonly GatewayEffect[] {
    return this.batch(this.epoch, items);
  }

  batch(epoch: Epoch, items: readonly GatewayDown[], link = this.link): readonly GatewayEffect[] {
    if (link === undefined) return [];
    this.#sequence += 1;
    const message = { epoch, link: link.number, sequence: this.#sequence, items };
    return this.step({ input: 'master-stream', event: { event: 'message', stream: link.stream, message } });
  }

  loseLink(): readonly GatewayEffect[] {
    if (this.link === undefined) return [];
    const end: StreamEnd = { kind: 'lost', message: 'connection lost' };
    return this.step({ input: 'master-stream', event: { event: 'closed', stream: this.link.stream, end } });
  }

  openClient(): StreamId {
    const stream = (this.#streams += 1) as StreamId;
    this.step({ input: 'client-stream', event: { event: 'opened', stream } });
    return stream;
  }

  call(stream: StreamId, call: SchedulerCall): readonly GatewayEffect[] {
    return this.step({ input: 'client-stream', event: { event: 'message', stream, message: call } });
  }

  closeClient(stream: StreamId, kind: StreamEnd['kind'] = 'ended'): readonly GatewayEffect[] {
    return this.step({
      input: 'client-stream',
      event: { event: 'closed', stream, end: { kind, message: 'client closed' } },
    });
  }

  /** A client whose subscription the leader has confirmed. */
  subscribedClient(...roles: readonly string[]): { readonly stream: StreamId; readonly session: number } {
    const stream = this.openClient();
    this.call(stream, subscribeOf(...(roles.length === 0 ? ['dev'] : roles)));
    const session = this.lastSubscribe().session;
    this.fromMaster({ item: 'session-subscribed', session, frameworkId: SPARK, stamp: STAMP });
    return { stream, session };
  }

  operator(request: number, query: OperatorQuery): readonly GatewayEffect[] {
    return this.step({ input: 'operator-opened', request, query });
  }

  /** What the client on that stream was told. */
  told(stream: StreamId): readonly SchedulerEvent[] {
    return this.effects.flatMap((effect) =>
      effect.effect === 'send-client' && effect.stream === stream ? [effect.event] : [],
    );
  }

  /** Why the client's stream was ended, if it was. */
  endOf(stream: StreamId): StreamEnd['kind'] | undefined {
    const end = this.effects.find((effect) => effect.effect === 'end-client' && effect.stream === stream);
    return end?.effect === 'end-client' ? end.because.kind : undefined;
  }

  /** What the leader was sent. */
  get sent(): readonly GatewayUp[] {
    return this.effects.flatMap((effect) => (effect.effect === 'send-master' ? [effect.item] : []));
  }

  /** What operators were told. */
  answersTo(request: number): readonly (OperatorAnswer['answer'] | StreamEnd['kind'])[] {
    return this.effects.flatMap((effect) => {
      if (effect.effect === 'answer-operator' && effect.request === request) return [effect.answer.answer];
      return effect.effect === 'end-operator' && effect.request === request ? [effect.because.kind] : [];
    });
  }

  get observed(): readonly GatewayEvent[] {
    return this.effects.flatMap((effect) => (effect.effect === 'observe' ? [effect.event] : []));
  }

  lastSubscribe(): Extract<GatewayUp, { item: 'subscribe' }> {
    const found = this.sent.findLast((item) => item.item === 'subscribe');
    if (found === undefined) throw new Error('the leader was sent no subscribe');
    return found;
  }

  /** Forgets the effects so far, so that a test looks only at what follows. */
  forget(): void {
    this.effects = [];
  }
}
