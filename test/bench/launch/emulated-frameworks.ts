import type { Offer, SchedulerCall, SchedulerEvent } from '@parley/common/contract';
import { NO_CALL, NO_EPOCH } from '@parley/common/kernel';
import type { CallId, FrameworkId, OfferId } from '@parley/common/kernel';
import { scalarMilli } from '@parley/common/resources';
import { messageFraming } from '@parley/common/rpc';
import type { TaskInfo, TaskStatus } from '@parley/common/tasks';
import { SCHEDULER_CLIENT } from '@parley/common/wire';
import { resources } from '@parley/common/resources';
import { Connection, TrafficCounter } from './counting-streams';
import { publicMethod } from './methods';
import type { TaskLedger } from './task-ledger';
import { numberOf, taskIdOf } from './task-names';
import { TASK_SHAPE } from './task-shape';

const NO_DATA = new Uint8Array(0);
const RESOURCES = resources({ scalars: { cpus: TASK_SHAPE.cpusMilli, mem: TASK_SHAPE.memMilli } });
const COMMAND = { shell: true, value: 'true', arguments: [], environment: [] } as const;
/** A framework says something at least this often. */
const HEARTBEAT_MS = 5_000;

/** What the emulated frameworks need to know. */
export interface FrameworksOptions {
  readonly frameworks: number;
  readonly gateway: string;
  /** The run under way and its number. */
  readonly run: () => { readonly number: number; readonly ledger: TaskLedger };
  /** How many tasks may be accepted for now. */
  readonly allowance: () => number;
  readonly onSubscribed: () => void;
  readonly onBroken: (message: string) => void;
}

/** Frameworks over the public contract, each with a stream of its own and raw calls: they fill every offer with tasks and acknowledge every update. */
export class EmulatedFrameworks {
  readonly sent = new TrafficCounter();
  readonly received = new TrafficCounter();
  readonly #connections: Connection<SchedulerCall, SchedulerEvent>[] = [];
  readonly #frameworks: EmulatedFramework[] = [];
  readonly #heartbeat: NodeJS.Timeout;
  #turn = 0;

  constructor(options: FrameworksOptions) {
    for (let index = 0; index < options.frameworks; index += 1) this.#add(index, options);
    this.#heartbeat = setInterval(() => {
      for (const framework of this.#frameworks) framework.beat();
    }, HEARTBEAT_MS);
  }

  /** Accepts offers that were held back, in turns, as far as the allowance goes. */
  acceptHeld(): void {
    for (let idle = 0; idle < this.#frameworks.length;) {
      this.#turn = (this.#turn + 1) % this.#frameworks.length;
      idle = this.#frameworks[this.#turn]?.acceptOne() === true ? 0 : idle + 1;
    }
  }

  close(): void {
    clearInterval(this.#heartbeat);
    for (const connection of this.#connections) connection.close();
  }

  #add(index: number, options: FrameworksOptions): void {
    const connection = new Connection<SchedulerCall, SchedulerEvent>({
      method: publicMethod('parley.scheduler.v1.SchedulerService', 'Connect'),
      framing: messageFraming(SCHEDULER_CLIENT),
      target: options.gateway,
      epoch: NO_EPOCH,
      onBroken: options.onBroken,
    });
    const framework = new EmulatedFramework(`bench-${String(index)}`, options, (call, items) => {
      this.sent.count(items);
      say(call);
    });
    const say = connection.dial((event) => {
      this.received.count(itemsOf(event));
      framework.hear(event);
    });
    this.#connections.push(connection);
    this.#frameworks.push(framework);
    framework.subscribe();
  }
}

/** One framework and the offers that it has not answered. */
class EmulatedFramework {
  readonly #name: string;
  readonly #options: FrameworksOptions;
  readonly #say: (call: SchedulerCall, items: number) => void;
  /** By id, oldest first. Bounded by the agents. */
  readonly #held = new Map<OfferId, Offer>();
  #calls = 0;

  constructor(name: string, options: FrameworksOptions, say: (call: SchedulerCall, items: number) => void) {
    this.#name = name;
    this.#options = options;
    this.#say = say;
  }

  subscribe(): void {
    const info = {
      frameworkId: '' as FrameworkId,
      name: this.#name,
      roles: ['*'],
      failoverTimeoutMs: 0,
      hostname: 'localhost',
      webuiUrl: '',
      labels: [],
      capabilities: [],
      offerSettings: [],
    };
    this.#say({ call: 'subscribe', info, suppressedRoles: [], demands: [], subscribeId: this.#name }, 1);
  }

  beat(): void {
    this.#say({ call: 'heartbeat' }, 0);
  }

  hear(event: SchedulerEvent): void {
    switch (event.event) {
      case 'subscribed':
        this.#options.onSubscribed();
        break;
      case 'offers':
        for (const offer of event.offers) this.#held.set(offer.offerId, offer);
        while (this.acceptOne());
        break;
      case 'rescind':
        for (const offerId of event.offerIds) this.#held.delete(offerId);
        break;
      case 'status-updates':
        this.#take(event.statuses);
        break;
      case 'call-result':
        if (event.result.outcome === 'problem') this.#options.run().ledger.problem(event.result.message);
        else if (event.result.outcome !== 'ok') this.#options.run().ledger.problem(event.result.outcome);
        break;
      case 'heartbeat':
        break;
      default:
        this.#options.onBroken(`${this.#name} heard ${event.event}: ${JSON.stringify(event)}`);
    }
  }

  /** Fills the oldest held offer with tasks; false when there is none, or nothing to run now. */
  acceptOne(): boolean {
    const [offer] = this.#held.values();
    if (offer === undefined) return false;
    const { number, ledger } = this.#options.run();
    const fits = Math.floor(scalarMilli(offer.resources, 'cpus') / TASK_SHAPE.cpusMilli);
    if (ledger.left === 0 || fits > this.#options.allowance()) return false;
    this.#held.delete(offer.offerId);
    const tasks = [];
    while (tasks.length < fits && ledger.left > 0) {
      const taskId = taskIdOf(number, ledger.accept());
      tasks.push({ task: describe(taskId, offer.agentId), problems: [] });
    }
    this.#calls += 1;
    const callId = `c-${String(this.#calls)}` as CallId;
    const operations = [{ operation: 'launch', tasks }] as const;
    // What is left of an offer comes back at once.
    const accept = { call: 'accept', callId, offerIds: [offer.offerId], operations, filters: { refuseMs: 0 } } as const;
    this.#say(accept, tasks.length);
    return true;
  }

  #take(statuses: readonly TaskStatus[]): void {
    const { ledger } = this.#options.run();
    const acknowledgements = [];
    for (const { taskId, agentId, state, uuid, message } of statuses) {
      if (state === 'running') ledger.runningHeard(numberOf(taskId));
      else if (state === 'finished') ledger.finishedHeard();
      else ledger.problem(`${taskId} is ${state}: ${message}`);
      if (uuid !== '' && agentId !== undefined) acknowledgements.push({ agentId, taskId, uuid });
    }
    if (acknowledgements.length === 0) return;
    this.#say({ call: 'acknowledge', callId: NO_CALL, acknowledgements }, acknowledgements.length);
  }
}

function describe(taskId: TaskInfo['taskId'], agentId: Offer['agentId']): TaskInfo {
  return {
    taskId,
    name: taskId,
    agentId,
    resources: RESOURCES,
    command: COMMAND,
    data: NO_DATA,
    labels: [],
    killPolicy: undefined,
  };
}

/** How many things a message to a framework speaks of. */
function itemsOf(event: SchedulerEvent): number {
  switch (event.event) {
    case 'offers':
      return event.offers.length;
    case 'status-updates':
      return event.statuses.length;
    case 'rescind':
      return event.offerIds.length;
    default:
      return 1;
  }
}
