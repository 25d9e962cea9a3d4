import type { Core, StreamEnd, StreamEvent, Tick } from '@parley/common/actor';
import type { Acknowledgement, CallOutcome, FrameworkInfo, SchedulerEvent, StreamError } from '@parley/common/contract';
import { after, unreachable } from '@parley/common/kernel';
import type { CallId, FrameworkId, Moment, MonotonicMs } from '@parley/common/kernel';
import type { TaskStatus } from '@parley/common/tasks';
import { Connection, earlier } from '../domain/connection';
import { Demand } from '../domain/demand';
import { DemandStatement } from '../domain/demand-statement';
import type { StopReason } from '../domain/news';
import { OpenCalls } from '../domain/open-calls';
import type { Pace } from '../domain/pace';
import { SeenUpdates } from '../domain/seen-updates';
import { NO_CALL_ID, NO_FRAMEWORK_ID, toLinkNumber } from '../ids';
import type { SchedulerEffect, SchedulerInput } from './catalogue';
import { Line, NOT_SUBSCRIBED } from './line';
import { TaskDesk } from './task-desk';

/** How many updates one ACKNOWLEDGE names. */
const ACKNOWLEDGEMENTS_MAX = 100;

/** What a scheduler is told once, at its beginning. */
export interface SchedulerConfig {
  /** Addresses of gateways (`host:port`), at least one; any of them will do. */
  readonly gateways: readonly string[];
  /** What the framework says of itself; its id comes from {@link Identity}. */
  readonly framework: Omit<FrameworkInfo, 'frameworkId'>;
  /** `automatic`: offers are used for wanted tasks, or declined, and appetite is told to the master. `manual`: all of that is the author's. */
  readonly offers: 'automatic' | 'manual';
  readonly pace: Pace;
}

/** Who a scheduler is. */
export interface Identity {
  /** Chosen at random for each process; SUBSCRIBE and call ids carry it. */
  readonly subscribeId: string;
  /** What an earlier process of this framework kept, or undefined to register anew. */
  readonly frameworkId: FrameworkId | undefined;
}

/** A framework's end of the public contract, as one state machine: connects and reconnects, keeps the session, the wanted tasks and the appetite true. */
export class SchedulerCore implements Core<SchedulerInput, SchedulerEffect> {
  readonly #config: SchedulerConfig;
  readonly #subscribeId: string;
  #frameworkId: FrameworkId | undefined;
  /** Whether this process goes on as a framework that it did not register, and has not yet asked what there is. */
  #inherits: boolean;
  readonly #connection: Connection;
  readonly #open: OpenCalls;
  readonly #line: Line;
  readonly #demand: Demand;
  readonly #statement: DemandStatement;
  readonly #desk: TaskDesk;
  readonly #seen = new SeenUpdates();
  /** Sent when the step is settled. Bounded by the updates in hand; emptied when the session is lost, since agents then repeat them. */
  #acknowledgements: Acknowledgement[] = [];
  #reconcileAllAt: MonotonicMs | undefined;
  /** Set while a stop waits for its teardown to be confirmed. */
  #stopBy: MonotonicMs | undefined;

  constructor(config: SchedulerConfig, identity: Identity, at: Moment) {
    this.#config = config;
    this.#subscribeId = identity.subscribeId;
    this.#frameworkId = identity.frameworkId;
    this.#inherits = identity.frameworkId !== undefined;
    this.#connection = new Connection(config.gateways, config.pace, at);
    this.#open = new OpenCalls(identity.subscribeId, config.pace.openCallsMax);
    this.#line = new Line(this.#connection, this.#open);
    this.#demand = new Demand(config.pace);
    this.#statement = new DemandStatement(config.pace);
    this.#desk = new TaskDesk({ demand: this.#demand, open: this.#open, line: this.#line, pace: config.pace });
  }

  get wakeAt(): MonotonicMs | undefined {
    if (this.#isStopped) return undefined;
    const always = earlier(earlier(this.#connection.wakeAt, this.#desk.wakeAt), this.#stopBy);
    if (!this.#line.isUp) return always;
    const appetite = earlier(this.#demand.wakeAt, this.#statement.wakeAt);
    return earlier(earlier(always, appetite), this.#reconcileAllAt);
  }

  step(input: SchedulerInput | Tick, at: Moment): readonly SchedulerEffect[] {
    if (this.#isStopped) this.#refuse(input);
    else this.#take(input, at);
    return this.#line.take();
  }

  /** Sends what many inputs share: acknowledgements, the appetite, questions that are due. */
  settle(at: Moment): readonly SchedulerEffect[] {
    if (this.#isStopped || !this.#line.isUp) return this.#line.take();
    this.#desk.due(at);
    this.#sendAcknowledgements();
    if (this.#config.offers === 'automatic' && this.#stopBy === undefined) this.#sendAppetite(at);
    return this.#line.take();
  }

  get #isStopped(): boolean {
    return this.#connection.state.state === 'stopped';
  }

  #take(input: SchedulerInput | Tick, at: Moment): void {
    switch (input.input) {
      case 'tick':
        this.#due(at);
        return;
      case 'gateway-stream':
        this.#hear(input.event, at);
        return;
      case 'want-task':
        this.#desk.want(input.task);
        return;
      case 'kill-task':
        this.#desk.kill(input.key, input.graceMs);
        return;
      case 'author-call':
        this.#line.askFor(input.ask, input.call);
        return;
      case 'update-handled':
        this.#updateHandled(input.acknowledgement, input.ok);
        return;
      case 'stop':
        this.#stop(input.teardown, at);
        return;
      default:
        return unreachable(input, 'scheduler input');
    }
  }

  /** After the end, whoever waits for an answer gets one. */
  #refuse(input: SchedulerInput | Tick): void {
    if (input.input === 'author-call') this.#line.tell({ news: 'call-ended', ask: input.ask, outcome: NOT_SUBSCRIBED });
    if (input.input !== 'want-task') return;
    this.#desk.want(input.task);
    this.#desk.endAll('unknown', 'the scheduler has stopped');
  }

  #due(at: Moment): void {
    if (this.#stopBy !== undefined && at.now >= this.#stopBy) {
      this.#finish(
        'asked',
        'the framework could not be torn down in time; it ends when its failover timeout has passed',
      );
      return;
    }
    const problem = this.#connection.problem(at.now);
    if (problem !== undefined) this.#hangUp({ kind: 'lost', message: problem }, at);
    if (this.#connection.takeHeartbeat(at.now)) this.#line.send({ call: 'heartbeat' });
    if (this.#reconcileAllAt !== undefined && at.now >= this.#reconcileAllAt) this.#doubtAll(at);
    this.#desk.due(at);
    const { state } = this.#connection;
    if (state.state === 'waiting' && at.now >= state.until) this.#dial(at);
  }

  #dial(at: Moment): void {
    const { stream, gateway, number } = this.#connection.dial(at.now);
    this.#connection.heard(at.now);
    const { framework } = this.#config;
    const info = { ...framework, frameworkId: this.#frameworkId ?? NO_FRAMEWORK_ID };
    const suppressed = this.#isSated;
    this.#demand.subscribed(suppressed);
    this.#line.add({ effect: 'dial', stream, target: gateway, link: toLinkNumber(number) });
    const suppressedRoles = suppressed ? framework.roles : [];
    const { shapes } = this.#desk;
    this.#statement.subscribed(shapes.version);
    const demands = this.#config.offers === 'automatic' ? shapes.demands(framework.roles) : [];
    this.#line.send({ call: 'subscribe', info, suppressedRoles, demands, subscribeId: this.#subscribeId });
  }

  /** Whether the master should be told at SUBSCRIBE that no offers are wanted. */
  get #isSated(): boolean {
    return this.#config.offers === 'automatic' && this.#desk.pendingCount === 0;
  }

  #hear(event: StreamEvent<SchedulerEvent>, at: Moment): void {
    // Link check: a stream that was given up may still deliver what it had buffered.
    if (event.stream !== this.#connection.stream) return;
    if (event.event === 'closed') this.#lost(event.end, at);
    if (event.event !== 'message') return;
    this.#connection.heard(at.now);
    const { message } = event;
    if (message.event === 'subscribed') this.#subscribed(message.frameworkId, message.heartbeatMs, at);
    else if (message.event === 'error') this.#refused(message.error, at);
    else if (this.#line.isUp) this.#takeEvent(message, at);
  }

  #takeEvent(message: Exclude<SchedulerEvent, { event: 'subscribed' | 'error' }>, at: Moment): void {
    switch (message.event) {
      case 'offers':
        this.#offered(message.offers);
        return;
      case 'rescind':
        this.#line.tell({ news: 'rescinded', offerIds: message.offerIds });
        return;
      case 'inverse-offers':
        this.#line.tell({ news: 'inverse-offers', inverseOffers: message.inverseOffers });
        return;
      case 'rescind-inverse':
        this.#line.tell({ news: 'inverse-rescinded', inverseOfferIds: message.inverseOfferIds });
        return;
      case 'status-updates':
        for (const status of message.statuses) this.#takeStatus(status, at);
        return;
      case 'call-result':
        this.#callEnded(message.callId, message.result, at);
        return;
      case 'agent-lost':
        this.#line.tell({ news: 'agent-lost', agentId: message.agentId });
        return;
      case 'leader-changed':
        this.#line.tell({ news: 'leader-changed', epoch: message.epoch });
        {
          this.#doubtAll(at);
          return;
        }
      case 'reconcile-end': // what is pending is answered unasked, and asked again if it is not
      case 'heartbeat':
        return;
      default:
        return unreachable(message, 'scheduler event');
    }
  }

  #subscribed(frameworkId: FrameworkId, heartbeatMs: number, at: Moment): void {
    if (!this.#connection.subscribed(heartbeatMs, at.now)) return;
    if (this.#frameworkId !== frameworkId) this.#line.add({ effect: 'keep-framework-id', frameworkId });
    this.#frameworkId = frameworkId;
    const { state } = this.#connection;
    this.#line.tell({ news: 'subscribed', frameworkId, gateway: state.state === 'subscribed' ? state.gateway : '' });
    if (this.#stopBy !== undefined) {
      this.#line.ask({ call: 'teardown' }, { kind: 'teardown' });
      return;
    }
    // An empty question is about everything: an earlier process may have left tasks that this one does not know.
    if (this.#inherits) this.#line.ask({ call: 'reconcile', tasks: [] }, { kind: 'reconcile' });
    this.#inherits = false;
    this.#doubtAll(at);
  }

  #doubtAll(at: Moment): void {
    this.#reconcileAllAt = after(at.now, this.#config.pace.reconcileAllMs);
    this.#desk.doubtAll(at.now);
  }

  #offered(offers: Extract<SchedulerEvent, { event: 'offers' }>['offers']): void {
    this.#line.tell({ news: 'offers', offers });
    if (this.#config.offers === 'automatic' && this.#stopBy === undefined) this.#desk.takeOffers(offers);
  }

  #takeStatus(status: TaskStatus, at: Moment): void {
    const arrived = status.uuid === '' ? 'new' : this.#seen.arrived(status.uuid);
    if (arrived === 'handled') this.#acknowledge(status);
    if (arrived !== 'new') return;
    this.#line.tell({ news: 'update', status });
    this.#desk.takeStatus(status, at);
  }

  #updateHandled(acknowledgement: Acknowledgement, ok: boolean): void {
    if (!ok) {
      this.#seen.failed(acknowledgement.uuid);
      return;
    }
    this.#seen.handled(acknowledgement.uuid);
    if (this.#line.isUp) this.#acknowledgements.push(acknowledgement);
  }

  #acknowledge({ agentId, taskId, uuid }: TaskStatus): void {
    if (agentId !== undefined) this.#acknowledgements.push({ agentId, taskId, uuid });
  }

  #sendAcknowledgements(): void {
    const all = this.#acknowledgements;
    this.#acknowledgements = [];
    for (let first = 0; first < all.length; first += ACKNOWLEDGEMENTS_MAX) {
      const acknowledgements = all.slice(first, first + ACKNOWLEDGEMENTS_MAX);
      this.#line.send({ call: 'acknowledge', callId: NO_CALL_ID, acknowledgements });
    }
  }

  /** What is waited for is told before it is asked for, so that nothing is offered in vain. */
  #sendAppetite(at: Moment): void {
    const { shapes } = this.#desk;
    const { roles } = this.#config.framework;
    if (this.#statement.settle(shapes, at.now))
      this.#line.ask({ call: 'request', demands: shapes.demands(roles) }, { kind: 'demand' });
    const action = this.#demand.settle(this.#desk.pendingCount, at.now);
    if (action === 'none') return;
    this.#line.ask({ call: action, roles }, { kind: 'appetite', action });
  }

  #callEnded(callId: CallId, outcome: CallOutcome, at: Moment): void {
    const call = this.#open.answered(callId);
    switch (call?.kind) {
      case 'accept':
        this.#desk.acceptEnded(call.taskIds, outcome, at.now);
        return;
      case 'kill':
        this.#desk.killEnded(call.key, outcome, at.now);
        return;
      case 'reconcile':
        this.#desk.reconcileEnded(outcome, at);
        return;
      case 'appetite':
        if (outcome.outcome !== 'ok') this.#demand.unheard(call.action, at);
        return;
      case 'demand':
        if (outcome.outcome !== 'ok') this.#statement.unheard(at);
        return;
      case 'teardown':
        this.#teardownEnded(outcome);
        return;
      case 'author':
        this.#line.tell({ news: 'call-ended', ask: call.ask, outcome });
        return;
      case 'decline': // an offer whose refusal was not heard expires by itself
      case undefined: // answered after its session was over
        return;
      default:
        return unreachable(call, 'open call');
    }
  }

  #stop(teardown: boolean, at: Moment): void {
    if (!teardown) {
      this.#finish('asked', 'the scheduler was stopped');
      return;
    }
    if (this.#stopBy !== undefined) return;
    this.#stopBy = after(at.now, this.#config.pace.stopMs);
    if (this.#line.isUp) this.#line.ask({ call: 'teardown' }, { kind: 'teardown' });
  }

  #teardownEnded(outcome: CallOutcome): void {
    if (outcome.outcome === 'problem') {
      this.#finish('asked', `the framework was not torn down: ${outcome.message}`);
      return;
    }
    if (outcome.outcome === 'outcome-unknown') return;
    this.#tornDown();
  }

  #tornDown(): void {
    this.#line.add({ effect: 'forget-framework-id' });
    this.#desk.endAll('killed', 'the framework was torn down');
    this.#finish('asked', 'the framework was torn down');
  }

  #refused(error: StreamError, at: Moment): void {
    switch (error.reason) {
      case 'framework-removed':
        if (this.#stopBy !== undefined) {
          this.#tornDown();
          return;
        }
        this.#line.add({ effect: 'forget-framework-id' });
        this.#desk.endAll('killed', error.message);
        {
          this.#finish(error.reason, error.message, error.remedy);
          return;
        }
      case 'session-replaced':
      case 'invalid':
        this.#finish(error.reason, error.message, error.remedy);
        return;
      case 'malformed':
      case 'too-slow':
      case 'overloaded':
      case 'shutting-down':
        this.#hangUp({ kind: 'ended', message: error.message }, at);
        return;
      default:
        return unreachable(error.reason, 'stream error');
    }
  }

  /** Gives up the present stream from this side. */
  #hangUp(because: StreamEnd, at: Moment): void {
    const { stream } = this.#connection;
    if (stream !== undefined) this.#line.add({ effect: 'end-stream', stream, because });
    this.#lost(because, at);
  }

  #lost(end: StreamEnd, at: Moment): void {
    this.#acknowledgements = [];
    const pauseMs = this.#connection.lost(at);
    this.#line.abandonCalls(`the stream to the gateway was lost (${end.message}) before the call was answered`);
    this.#line.tell({ news: 'disconnected', because: end.message, pauseMs });
  }

  #finish(reason: StopReason, message: string, remedy = ''): void {
    const { stream } = this.#connection;
    this.#sendAcknowledgements();
    if (stream !== undefined) this.#line.add({ effect: 'end-stream', stream, because: { kind: 'ended', message } });
    this.#line.abandonCalls(message);
    this.#desk.endAll('unknown', message);
    this.#connection.stop();
    this.#line.tell({ news: 'stopped', reason, message, remedy });
  }
}
