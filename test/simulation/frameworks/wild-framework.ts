import type {
  CallOutcome,
  FrameworkCapability,
  FrameworkInfo,
  Offer,
  RoleDemand,
  SchedulerCall,
} from '@parley/common/contract';
import type { CallId, FrameworkId } from '@parley/common/kernel';
import { isTerminal } from '@parley/common/tasks';
import { RawScheduler, resourcesOf } from '../../worlds/raw-scheduler';
import type { Chance } from '../../worlds/simulated/chance';
import type { SimulatedCluster } from '../../worlds/simulated/simulated-cluster';
import { dialGateways } from '../../worlds/simulated/simulated-framework';
import type { SimulatedProcess } from '../../worlds/simulated/simulated-process';
import type { TaskShape } from '../../worlds/world';
import type { History } from '../history';
import type { FrameworkStation } from './framework-station';
import { someCommand, someResources } from './task-lottery';

/** How one wild framework is, for the whole of a run. */
export interface Temper {
  /** Whether it acknowledges what it hears. */
  readonly acknowledges: boolean;
  readonly failoverTimeoutMs: number | undefined;
  readonly roles: readonly string[];
  readonly capabilities: readonly FrameworkCapability[];
  /** Whether it states what it waits for, now and then. */
  readonly demanding: boolean;
}

const REFUSALS = [undefined, 0, 1_000, 30_000];

/**
 * A framework that uses the public contract in every odd way it allows: declines, holds offers, sends invalid tasks, kills, asks, repeats calls whose outcome it
 * was not told, crashes, runs twice under one id, never acknowledges, tears itself down.
 */
export class WildFramework implements FrameworkStation {
  #scheduler: RawScheduler | undefined;
  #process: SimulatedProcess | undefined;
  #frameworkId: FrameworkId | undefined;
  #calm = false;
  #tasks = 0;
  #runs = 0;
  /** Accept calls of this process, to be repeated; bounded by the calls of one run of the simulation. */
  readonly #accepts = new Map<CallId, SchedulerCall>();

  constructor(
    readonly name: string,
    private readonly cluster: SimulatedCluster,
    private readonly options: { readonly history: History; readonly chance: Chance; readonly temper: Temper },
  ) {}

  get frameworkId(): FrameworkId | undefined {
    return this.#scheduler?.frameworkId ?? this.#frameworkId;
  }

  get process(): SimulatedProcess | undefined {
    return this.#process;
  }

  get atRest(): boolean {
    return this.#scheduler?.connected === true;
  }

  start(): void {
    if (this.#scheduler !== undefined) return;
    const { around, gateways } = this.cluster;
    const { chance, history, temper } = this.options;
    const { process } = around.process(around.host(this.name), 'wild');
    this.#process = process;
    this.#accepts.clear();
    const heard = history.tap(this.#frameworkId, { callEnded: (callId, outcome) => this.#ended(callId, outcome) });
    const tap = {
      said: (call: SchedulerCall) => {
        if (call.call === 'accept') this.#accepts.set(call.callId, call);
        heard.said(call);
      },
      heard: heard.heard,
    };
    const dial = dialGateways(around, process, { first: chance.pick([...gateways.keys()]) ?? '', tap });
    this.#scheduler = new RawScheduler(
      `${this.name}.${(this.#runs += 1)}`,
      {
        ...(this.#frameworkId === undefined ? {} : { frameworkId: this.#frameworkId }),
        ...(temper.failoverTimeoutMs === undefined ? {} : { failoverTimeoutMs: temper.failoverTimeoutMs }),
        acknowledges: temper.acknowledges || this.#calm,
        roles: temper.roles,
        capabilities: temper.capabilities,
      },
      { dial, clock: process.clock, now: () => this.cluster.timeline.now },
    );
    this.#goOn(process);
  }

  kill(): void {
    this.#frameworkId = this.frameworkId;
    this.#process?.kill();
    this.#process = undefined;
    this.#scheduler = undefined;
  }

  /** From now on it behaves: it begins anew as the same framework, acknowledges everything and launches nothing. */
  calm(): void {
    this.#calm = true;
    this.kill();
    this.start();
  }

  #goOn(process: SimulatedProcess): void {
    this.cluster.timeline.in(this.options.chance.between(100, 1_500), () => {
      if (!process.alive) return;
      if (!process.paused) this.#act();
      this.#goOn(process);
    });
  }

  #act(): void {
    const scheduler = this.#scheduler;
    if (scheduler === undefined) return;
    if (scheduler.ended?.reason === 'framework-removed') this.#begin(undefined);
    else if (scheduler.ended !== undefined) this.#begin(scheduler.frameworkId);
    else if (!scheduler.connected) this.#reconnectSometimes(scheduler);
    else if (this.#calm) this.#wantNothing(scheduler);
    else this.#misbehave(scheduler);
  }

  /** Leaves what there is to the others. */
  #wantNothing(scheduler: RawScheduler): void {
    if (scheduler.offers.length === 0) return;
    scheduler.suppress();
    scheduler.decline(scheduler.offers.map(({ what }) => what));
  }

  /** Another process, as this framework or as a new one. */
  #begin(frameworkId: FrameworkId | undefined): void {
    this.kill();
    this.#frameworkId = frameworkId;
    this.start();
  }

  #reconnectSometimes(scheduler: RawScheduler): void {
    const { chance } = this.options;
    if (chance.happens(0.4)) scheduler.reconnect(chance.pick([...this.cluster.gateways.keys()]));
  }

  #misbehave(scheduler: RawScheduler): void {
    const { chance } = this.options;
    const offers = scheduler.offers.map(({ what }) => what);
    const offer = chance.pick(offers);
    const draw = chance.next();
    if (offer !== undefined && draw < 0.5) this.#useOffer(scheduler, offer, offers);
    else if (draw < 0.6) scheduler.kill(this.#someTask(scheduler), chance.pick([undefined, 0, 500, 10_000]));
    else if (draw < 0.66) scheduler.reconcile(chance.happens(0.5) ? [] : [this.#someTask(scheduler)]);
    else if (draw < 0.7) scheduler.suppress();
    else if (draw < 0.78) scheduler.revive();
    else this.#doRareThings(scheduler, draw);
  }

  #doRareThings(scheduler: RawScheduler, draw: number): void {
    const { chance } = this.options;
    if (draw < 0.8) scheduler.call((callId) => this.#update(scheduler, callId));
    else if (draw < 0.815) scheduler.reconnect(chance.pick([...this.cluster.gateways.keys()]));
    else if (draw < 0.825) this.#begin(scheduler.frameworkId);
    else if (draw < 0.83) this.#double(scheduler);
    else if (draw < 0.832) scheduler.teardown();
    else if (draw < 0.86 && this.options.temper.demanding) scheduler.request(this.#demands());
    else if (draw < 0.9) scheduler.answerInverse(scheduler.inverseOffers, chance.happens(0.5));
  }

  #useOffer(scheduler: RawScheduler, offer: Offer, offers: readonly Offer[]): void {
    const { chance } = this.options;
    const refuseMs = chance.pick(REFUSALS);
    if (chance.happens(0.25)) {
      scheduler.decline([offer], refuseMs);
      return;
    }
    const together = chance.happens(0.2) ? offers.filter(({ agentId }) => agentId === offer.agentId) : [offer];
    const tasks = Array.from({ length: chance.between(1, 3) }, () => this.#newTask());
    scheduler.accept(together, tasks, refuseMs);
  }

  /** What it waits for in each of its roles: something, nothing, or not stated. */
  #demands(): readonly RoleDemand[] {
    const { chance, temper } = this.options;
    return temper.roles.map((role) => {
      const shape = { resources: resourcesOf(someResources(chance)), count: chance.between(1, 4) };
      return { role, shapes: chance.pick([undefined, [], [shape]]) };
    });
  }

  #newTask(): TaskShape {
    const { chance } = this.options;
    const taskId = `${this.name}-${(this.#tasks += 1)}`;
    const odd = chance.happens(0.05) ? 'cpus:100;mem:1' : undefined;
    const reserved = chance.happens(0.1) ? 'cpus(batch):0.5;mem:32' : undefined;
    const resources = odd ?? reserved ?? someResources(chance);
    return { taskId: chance.happens(0.02) ? `bad/${taskId}` : taskId, resources, command: someCommand(chance) };
  }

  /** A task that it has heard of, running ones first; or one that does not exist. */
  #someTask(scheduler: RawScheduler): string {
    const { chance } = this.options;
    const known = [...new Set(scheduler.statuses.slice(-40).map(({ what }) => what.taskId))];
    const running = known.filter((taskId) => !isTerminal(scheduler.stateOf(taskId) ?? 'unknown'));
    return chance.pick(chance.happens(0.8) ? running : known) ?? `${this.name}-none`;
  }

  #update(scheduler: RawScheduler, callId: CallId): SchedulerCall {
    const { temper } = this.options;
    const info: FrameworkInfo = {
      frameworkId: scheduler.frameworkId ?? ('' as FrameworkId),
      name: `${this.name} renamed`,
      roles: temper.roles,
      failoverTimeoutMs: temper.failoverTimeoutMs,
      hostname: '',
      webuiUrl: '',
      labels: [],
      capabilities: temper.capabilities,
      offerSettings: [],
    };
    return { call: 'update-framework', callId, info, suppressedRoles: [] };
  }

  /** A second scheduler takes the id over, while the first still believes that it has it. */
  #double(scheduler: RawScheduler): void {
    const { frameworkId } = scheduler;
    this.#scheduler = undefined;
    const first = this.#process;
    this.#process = undefined;
    this.#frameworkId = frameworkId;
    this.start();
    this.cluster.timeline.in(20_000, () => first?.kill());
  }

  /** It was not told whether a call had an effect: sometimes it says the same once more. */
  #ended(callId: CallId, outcome: CallOutcome): void {
    const call = this.#accepts.get(callId);
    const { chance } = this.options;
    if (call === undefined || outcome.outcome !== 'outcome-unknown' || this.#calm || !chance.happens(0.5)) return;
    const process = this.#process;
    this.cluster.timeline.in(chance.between(10, 3_000), () => {
      if (process?.alive === true && !process.paused) this.#scheduler?.call(() => call);
    });
  }
}
