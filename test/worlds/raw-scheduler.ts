import type { StreamEnd } from '@parley/common/actor';
import type {
  CallOutcome,
  FrameworkInfo,
  InverseOffer,
  Offer,
  RoleDemand,
  SchedulerCall,
  SchedulerEvent,
  StreamError,
} from '@parley/common/contract';
import { after } from '@parley/common/kernel';
import type { CallId, Cancel, Clock, FrameworkId, TaskId } from '@parley/common/kernel';
import { parseResources } from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';
import type { TaskInfo, TaskState, TaskStatus } from '@parley/common/tasks';
import type { Heard, SchedulerShape, TaskShape, TestScheduler } from './world';

/** A stream of the public contract, from the framework's end. */
export interface SchedulerChannel {
  send(call: SchedulerCall): void;
  /** Ends it in good order. */
  close(): void;
  /** Breaks it, as a crash of the framework does. */
  breakOff(): void;
}

/** Opens a stream to a gateway; undefined stands for the first. What it hears after it was closed from this side is nobody's. */
export type DialGateway = (
  gateway: string | undefined,
  hear: { event(event: SchedulerEvent): void; closed(end: StreamEnd): void },
) => SchedulerChannel;

/** Between two heartbeats of a client. */
const HEARTBEAT_MS = 5_000;

/** Reads the text form of resources that a test wrote itself. Throws when they are none. */
export function resourcesOf(text: string): Resources {
  const parsed = parseResources(text);
  if (!parsed.ok) throw new RangeError(`${text}: ${parsed.problems.join('; ')}`);
  return parsed.resources;
}

/** The {@link TestScheduler} of both worlds: raw calls and events of the public contract, with nothing clever in between. */
export class RawScheduler implements TestScheduler {
  readonly offersHeard: Heard<Offer>[] = [];
  readonly statuses: Heard<TaskStatus>[] = [];
  leaderChanges = 0;
  ended: StreamError | undefined;
  frameworkId: FrameworkId | undefined;
  connected = false;
  inverseOffers: readonly InverseOffer[] = [];
  #open: Heard<Offer>[] = [];
  readonly #results = new Map<CallId, CallOutcome>();
  readonly #states = new Map<string, TaskState>();
  #channel: SchedulerChannel | undefined;
  #dialled = 0;
  #calls = 0;
  #heartbeat: Cancel | undefined;

  constructor(
    private readonly name: string,
    private readonly shape: SchedulerShape,
    private readonly ports: {
      readonly dial: DialGateway;
      /** Arranges heartbeats. */
      readonly clock: Clock;
      /** Reads the clock of the world. */
      readonly now: () => number;
    },
  ) {
    this.frameworkId = shape.frameworkId;
    this.reconnect(shape.gateway);
  }

  get offers(): readonly Heard<Offer>[] {
    return this.#open;
  }

  stateOf(taskId: string): TaskState | undefined {
    return this.#states.get(taskId);
  }

  accept(offers: readonly Offer[], tasks: readonly TaskShape[], refuseMs?: number): CallId {
    this.#use(offers);
    const agentId = offers[0]?.agentId ?? ('no-agent' as Offer['agentId']);
    const described = tasks.map((task) => ({ task: taskInfo(task, agentId), problems: [] }));
    return this.#send((callId) => ({
      call: 'accept',
      callId,
      offerIds: offers.map(({ offerId }) => offerId),
      operations: [{ operation: 'launch', tasks: described }],
      filters: { refuseMs },
    }));
  }

  decline(offers: readonly Offer[], refuseMs?: number): CallId {
    this.#use(offers);
    const offerIds = offers.map(({ offerId }) => offerId);
    return this.#send((callId) => ({ call: 'decline', callId, offerIds, filters: { refuseMs } }));
  }

  kill(taskId: string, graceMs?: number): CallId {
    return this.#send((callId) => ({
      call: 'kill',
      callId,
      taskId: taskId as TaskId,
      agentId: undefined,
      graceMs,
    }));
  }

  suppress(): CallId {
    return this.#send((callId) => ({ call: 'suppress', callId, roles: [] }));
  }

  revive(): CallId {
    return this.#send((callId) => ({ call: 'revive', callId, roles: [] }));
  }

  request(demands: readonly RoleDemand[]): CallId {
    return this.#send((callId) => ({ call: 'request', callId, demands }));
  }

  answerInverse(inverseOffers: readonly InverseOffer[], accepts: boolean): CallId {
    const inverseOfferIds = inverseOffers.map(({ inverseOfferId }) => inverseOfferId);
    this.#withdraw(inverseOfferIds);
    const call = accepts ? 'accept-inverse' : 'decline-inverse';
    return this.#send((callId) => ({ call, callId, inverseOfferIds, filters: { refuseMs: undefined } }));
  }

  reconcile(taskIds: readonly string[] = []): CallId {
    const tasks = taskIds.map((taskId) => ({ taskId: taskId as TaskId, agentId: undefined }));
    return this.#send((callId) => ({ call: 'reconcile', callId, tasks }));
  }

  teardown(): CallId {
    return this.#send((callId) => ({ call: 'teardown', callId }));
  }

  /** Any call of the contract, for what has no method of its own. */
  call(make: (callId: CallId) => SchedulerCall): CallId {
    return this.#send(make);
  }

  resultOf(callId: CallId): CallOutcome | undefined {
    return this.#results.get(callId);
  }

  close(): void {
    const channel = this.#forget();
    channel?.close();
  }

  vanish(): void {
    const channel = this.#forget();
    channel?.breakOff();
  }

  reconnect(gateway: string | undefined = this.shape.gateway): void {
    this.vanish();
    this.ended = undefined;
    const dialled = (this.#dialled += 1);
    const isCurrent = (): boolean => dialled === this.#dialled && this.#channel !== undefined;
    this.#channel = this.ports.dial(gateway, {
      event: (event) => {
        if (isCurrent()) this.#hear(event);
      },
      closed: () => {
        if (isCurrent()) this.#forget();
      },
    });
    const subscribeId = `${this.name}-subscribe`;
    const { demands = [] } = this.shape;
    this.#channel.send({ call: 'subscribe', info: this.#info(), suppressedRoles: [], demands, subscribeId });
    this.#beat();
  }

  #info(): FrameworkInfo {
    return {
      frameworkId: this.frameworkId ?? ('' as FrameworkId),
      name: this.name,
      roles: this.shape.roles ?? ['*'],
      failoverTimeoutMs: this.shape.failoverTimeoutMs,
      hostname: '',
      webuiUrl: '',
      labels: [],
      capabilities: this.shape.capabilities ?? [],
      offerSettings: this.shape.offerSettings ?? [],
    };
  }

  #beat(): void {
    const { clock } = this.ports;
    this.#heartbeat = clock.at(after(clock.now(), HEARTBEAT_MS), () => {
      this.#channel?.send({ call: 'heartbeat' });
      this.#beat();
    });
  }

  /** The stream is over, whoever ended it; gives back the channel that was in use. */
  #forget(): SchedulerChannel | undefined {
    const channel = this.#channel;
    this.#channel = undefined;
    this.connected = false;
    this.#open = [];
    this.inverseOffers = [];
    this.#heartbeat?.();
    return channel;
  }

  #send(make: (callId: CallId) => SchedulerCall): CallId {
    this.#calls += 1;
    const callId = `${this.name}-${this.#calls}` as CallId;
    this.#channel?.send(make(callId));
    return callId;
  }

  #withdraw(ids: readonly Offer['offerId'][]): void {
    this.inverseOffers = this.inverseOffers.filter(({ inverseOfferId }) => !ids.includes(inverseOfferId));
  }

  #use(offers: readonly Offer[]): void {
    const used = new Set(offers.map(({ offerId }) => offerId));
    this.#open = this.#open.filter(({ what }) => !used.has(what.offerId));
  }

  #hear(event: SchedulerEvent): void {
    const atMs = this.ports.now();
    switch (event.event) {
      case 'subscribed':
        this.frameworkId = event.frameworkId;
        this.connected = true;
        return;
      case 'offers':
        for (const what of event.offers) {
          this.offersHeard.push({ what, atMs });
          this.#open.push({ what, atMs });
        }
        return;
      case 'rescind': {
        const rescinded = new Set(event.offerIds);
        this.#open = this.#open.filter(({ what }) => !rescinded.has(what.offerId));
        return;
      }
      case 'inverse-offers':
        this.inverseOffers = [...this.inverseOffers, ...event.inverseOffers];
        return;
      case 'rescind-inverse':
        this.#withdraw(event.inverseOfferIds);
        return;
      case 'status-updates':
        for (const what of event.statuses) this.#hearStatus({ what, atMs });
        return;
      case 'call-result':
        this.#results.set(event.callId, event.result);
        return;
      case 'leader-changed':
        this.leaderChanges += 1;
        return;
      case 'error':
        this.ended = event.error;
        this.connected = false;
        return;
      case 'reconcile-end':
      case 'agent-lost':
      case 'heartbeat':
        return;
    }
  }

  #hearStatus(heard: Heard<TaskStatus>): void {
    const { what } = heard;
    this.statuses.push(heard);
    this.#states.set(what.taskId, what.state);
    if (this.shape.acknowledges === false || what.uuid === '' || what.agentId === undefined) return;
    const acknowledgement = { agentId: what.agentId, taskId: what.taskId, uuid: what.uuid };
    const callId = '' as CallId;
    this.#channel?.send({ call: 'acknowledge', callId, acknowledgements: [acknowledgement] });
  }
}

function taskInfo(task: TaskShape, agentId: Offer['agentId']): TaskInfo {
  return {
    name: task.taskId,
    taskId: task.taskId as TaskId,
    agentId,
    resources: resourcesOf(task.resources),
    command: { shell: true, value: task.command, arguments: [], environment: [] },
    killPolicy: undefined,
    labels: [],
    data: new Uint8Array(0),
  };
}
