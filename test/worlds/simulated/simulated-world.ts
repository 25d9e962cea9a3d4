import type { OperatorAnswer } from '@parley/common/contract';
import { required } from '@parley/common/kernel';
import type { WallMs } from '@parley/common/kernel';
import { RawScheduler } from '../raw-scheduler';
import type {
  AgentShape,
  ClusterShape,
  SchedulerShape,
  TestScheduler,
  Workload,
  WorkloadTask,
  World,
  WorldOrder,
} from '../world';
import { EventLog } from './event-log';
import { SimulatedCluster } from './simulated-cluster';
import { dialGateways } from './simulated-framework';
import { wallOf } from './simulated-process';
import { SimulatedWorkload } from './simulated-workload';

const START_DEADLINE_MS = 30_000;

/** The {@link World} in one process and one queue. Time passes only while somebody waits for something. */
export class SimulatedWorld implements World {
  readonly kind = 'simulated';
  #cluster: SimulatedCluster | undefined;
  #orders = 0;

  /** `trace` is given a line for everything that happens. */
  constructor(
    private readonly seed: number,
    private readonly trace?: (line: string) => void,
  ) {}

  get cluster(): SimulatedCluster {
    return required(this.#cluster, 'cluster, which start() makes');
  }

  get now(): number {
    return this.cluster.timeline.now;
  }

  get wall(): WallMs {
    return wallOf(this.cluster.timeline);
  }

  async start(shape: ClusterShape): Promise<void> {
    const cluster = new SimulatedCluster(this.seed, shape, new EventLog(this.trace));
    this.#cluster = cluster;
    cluster.start();
    await this.eventually('a master leads', () => cluster.leader !== undefined, START_DEADLINE_MS);
    await this.eventually('gateways follow', () => this.#gatewaysFollow(), START_DEADLINE_MS);
    for (const agent of cluster.agents.values()) {
      await this.eventually(`${agent.shape.name} is registered`, () => cluster.isRegistered(agent), START_DEADLINE_MS);
    }
  }

  async eventually(what: string, condition: () => boolean, deadlineMs: number): Promise<void> {
    const { timeline } = this.cluster;
    const until = timeline.now + deadlineMs;
    while (!condition()) {
      if (!timeline.step(until) && !condition()) {
        throw new Error(`not within ${deadlineMs} simulated ms: ${what}`);
      }
    }
  }

  async leader(): Promise<string | undefined> {
    return this.cluster.leader?.name;
  }

  async killMaster(name: string): Promise<void> {
    this.#master(name).kill();
  }

  async pauseMaster(name: string): Promise<void> {
    this.#master(name).process?.pause();
  }

  async resumeMaster(name: string): Promise<void> {
    this.#master(name).process?.resume(true);
  }

  async restartMaster(name: string): Promise<void> {
    this.#master(name).start();
  }

  async handOverMaster(name: string): Promise<void> {
    this.#master(name).handOver();
  }

  async startAgent(shape: AgentShape): Promise<void> {
    const agent = this.cluster.addAgent(shape);
    agent.start();
    await this.eventually(`${shape.name} is registered`, () => this.cluster.isRegistered(agent), START_DEADLINE_MS);
  }

  async killAgent(name: string): Promise<void> {
    this.#agent(name).kill(0);
  }

  async restartAgent(name: string): Promise<void> {
    this.#agent(name).start();
  }

  async tasksRunningOn(name: string): Promise<number> {
    return this.#agent(name).machine.running.length;
  }

  async killGateway(name: string): Promise<void> {
    this.#gateway(name).kill();
  }

  async restartGateway(name: string): Promise<void> {
    this.#gateway(name).start();
  }

  async killAllocator(): Promise<void> {
    this.cluster.allocator.kill();
  }

  async restartAllocator(): Promise<void> {
    this.cluster.allocator.start();
  }

  async order(query: WorldOrder): Promise<readonly OperatorAnswer[]> {
    const gateway = required([...this.cluster.gateways.values()][0], 'a gateway');
    const request = (this.#orders += 1);
    const answers = gateway.order(request, query);
    await this.eventually(`an answer to ${query.query}`, () => gateway.operatorEnds.has(request), START_DEADLINE_MS);
    return answers;
  }

  scheduler(name: string, shape: SchedulerShape = {}): TestScheduler {
    const { around, gateways } = this.cluster;
    const { process } = around.process(around.host(name), 'scheduler');
    const first = required([...gateways.keys()][0], 'a gateway');
    const now = (): number => this.now;
    return new RawScheduler(name, shape, { dial: dialGateways(around, process, { first }), clock: process.clock, now });
  }

  workload(name: string, tasks: readonly WorkloadTask[]): Workload {
    const { around, gateways } = this.cluster;
    const { process } = around.process(around.host(name), 'workload');
    const workload = new SimulatedWorkload(name, { around, process }, { gateways: [...gateways.keys()] });
    for (const task of tasks) workload.want(task);
    return workload;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#cluster = undefined;
  }

  #gatewaysFollow(): boolean {
    return [...this.cluster.gateways.values()].every(({ gateway }) => gateway?.following() === true);
  }

  #master(name: string) {
    return required(this.cluster.masters.get(name), `master ${name}`);
  }

  #agent(name: string) {
    return required(this.cluster.agents.get(name), `agent ${name}`);
  }

  #gateway(name: string) {
    return required(this.cluster.gateways.get(name), `gateway ${name}`);
  }
}
