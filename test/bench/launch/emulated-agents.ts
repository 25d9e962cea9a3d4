import type { AgentDown, AgentUp, Batch, LaunchOrder } from '@parley/common/contract';
import type { AgentId, Epoch, TaskId, WallMs } from '@parley/common/kernel';
import { linkFraming } from '@parley/common/rpc';
import { resources } from '@parley/common/resources';
import type { TaskState } from '@parley/common/tasks';
import { AGENT_LINK_CLIENT } from '@parley/common/wire';
import { Connection, TrafficCounter, countedLink } from './counting-streams';
import { internalMethod } from './methods';
import type { TaskLedger } from './task-ledger';
import { numberOf } from './task-names';
import { TASK_SHAPE } from './task-shape';

const NO_DATA = new Uint8Array(0);
/** The ends of the names of a task's two updates. */
const RUNNING_MARK = '.1';
const FINISHED_MARK = '.2';

/** What the emulated agents need to know. */
export interface AgentsOptions {
  readonly agents: number;
  readonly slots: number;
  readonly agentsPerConnection: number;
  readonly master: string;
  readonly epoch: Epoch;
  /** The run under way. */
  readonly ledger: () => TaskLedger;
  readonly onRegistered: () => void;
  readonly onBroken: (message: string) => void;
}

/**
 * Agents without processes and disks: each has a stream of its own and answers as the real one does. On an order to launch it says that the
 * launch is stored and that the task runs; when that is acknowledged, that the task finished. One update per task is in flight.
 */
export class EmulatedAgents {
  readonly sent = new TrafficCounter();
  readonly received = new TrafficCounter();
  readonly #connections: Connection<AgentUp, Batch<AgentDown>>[] = [];

  constructor(options: AgentsOptions) {
    for (let first = 0; first < options.agents; first += options.agentsPerConnection) {
      const connection = new Connection<AgentUp, Batch<AgentDown>>({
        method: internalMethod('parley.master.v1.MasterService', 'AgentLink'),
        framing: countedLink(linkFraming(AGENT_LINK_CLIENT), this),
        target: options.master,
        onBroken: options.onBroken,
        epoch: options.epoch,
      });
      this.#connections.push(connection);
      const count = Math.min(options.agentsPerConnection, options.agents - first);
      for (let index = first; index < first + count; index += 1) this.#add(index, connection, options);
    }
  }

  close(): void {
    for (const connection of this.#connections) connection.close();
  }

  #add(index: number, connection: Connection<AgentUp, Batch<AgentDown>>, options: AgentsOptions): void {
    const agentId = `agent-${String(index).padStart(6, '0')}` as AgentId;
    const agent = new EmulatedAgent(agentId, options, (item) => say(item));
    const say = connection.dial((batch) => {
      for (const item of batch.items) agent.hear(item);
    });
    agent.register();
  }
}

/** One agent and the tasks on it. */
class EmulatedAgent {
  readonly #agentId: AgentId;
  readonly #options: AgentsOptions;
  readonly #say: (item: AgentUp) => void;
  /** Orders whose task runs. Bounded by the slots, or else the cluster is at fault. */
  readonly #running = new Map<TaskId, LaunchOrder>();

  constructor(agentId: AgentId, options: AgentsOptions, say: (item: AgentUp) => void) {
    this.#agentId = agentId;
    this.#options = options;
    this.#say = say;
  }

  register(): void {
    const { slots } = this.#options;
    const total = resources({ scalars: { cpus: TASK_SHAPE.cpusMilli * slots, mem: TASK_SHAPE.memMilli * slots } });
    const info = {
      agentId: this.#agentId,
      hostname: `${this.#agentId}.bench`,
      resources: total,
      attributes: [],
      domain: undefined,
    };
    this.#say({ item: 'register-begin', info, bootId: 'bench' });
    this.#say({ item: 'register-end', count: 0 });
  }

  hear(item: AgentDown): void {
    switch (item.item) {
      case 'launch':
        this.#launch(item.order);
        break;
      case 'acknowledge':
        this.#acknowledged(item.taskId, item.uuid);
        break;
      case 'ping':
        this.#say({ item: 'pong', ping: item.ping });
        break;
      case 'registered':
        this.#options.onRegistered();
        break;
      default:
        this.#options.onBroken(`agent ${this.#agentId} was told ${item.item}`);
    }
  }

  #launch(order: LaunchOrder): void {
    const { taskId } = order.task;
    this.#running.set(taskId, order);
    this.#options.ledger().launched(numberOf(taskId), this.#running.size, this.#options.slots);
    this.#say({ item: 'launch-stored', launchId: order.launchId });
    this.#update(order, 'running', RUNNING_MARK);
  }

  #acknowledged(taskId: TaskId, uuid: string): void {
    const ledger = this.#options.ledger();
    if (uuid.endsWith(FINISHED_MARK)) {
      ledger.finishedAcknowledged(numberOf(taskId));
      return;
    }
    ledger.runningAcknowledged(numberOf(taskId));
    const order = this.#running.get(taskId);
    if (order === undefined) return;
    this.#running.delete(taskId);
    this.#update(order, 'finished', FINISHED_MARK);
  }

  #update(order: LaunchOrder, state: TaskState, mark: string): void {
    const status = {
      taskId: order.task.taskId,
      launchId: order.launchId,
      agentId: this.#agentId,
      state,
      reason: undefined,
      source: 'executor',
      message: '',
      data: NO_DATA,
      uuid: `${order.launchId}${mark}`,
      timestamp: Date.now() as WallMs,
      traceparent: order.traceparent,
    } as const;
    this.#say({ item: 'status-update', update: { frameworkId: order.frameworkId, status, latestState: state } });
  }
}
