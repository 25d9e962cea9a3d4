import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SystemClock } from '@parley/common/actor';
import type { OperatorAnswer } from '@parley/common/contract';
import { required } from '@parley/common/kernel';
import type { WallMs } from '@parley/common/kernel';
import { findEtcd } from '@parley/common/testing';
import { leadingMaster } from '../../../deploy/local/leader-lookup.cjs';
import { LocalCluster } from '../../../deploy/local/local-cluster.cjs';
import type { LocalClusterOptions } from '../../../deploy/local/local-cluster.cjs';
import { taskProcesses, until } from '../../../deploy/local/processes.cjs';
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
import { GatewayOrders } from './gateway-orders';
import { dialRealGateways } from './gateway-streams';
import { RealWorkload } from './real-workload';

const START_DEADLINE_MS = 20_000;

/** The etcd program of this machine, which worlds with several masters start; undefined where there is none. */
export const ETCD = findEtcd(process.env);

/** The {@link World} of separate processes on this machine, with real signals and, for several masters, a real etcd. */
export class RealWorld implements World {
  readonly kind = 'real';
  readonly #clock = new SystemClock();
  readonly #startedAt = this.#clock.now();
  readonly #folder = mkdtempSync(join(tmpdir(), 'parley-world-'));
  readonly #schedulers: RawScheduler[] = [];
  readonly #workloads: RealWorkload[] = [];
  #cluster: LocalCluster | undefined;

  get now(): number {
    return this.#clock.now() - this.#startedAt;
  }

  get wall(): WallMs {
    return this.#clock.wall();
  }

  /** The processes, for what a test of this world alone asks of them. */
  get cluster(): LocalCluster {
    return required(this.#cluster, 'cluster, which start() makes');
  }

  async start(shape: ClusterShape): Promise<void> {
    const cluster = new LocalCluster({ stateDir: this.#folder, flags: flagsOf(shape) });
    this.#cluster = cluster;
    if (shape.masters.length > 1) await cluster.startEtcd(required(ETCD, 'etcd, which several masters need'));
    await cluster.startAllocator();
    await cluster.startMasters(shape.masters);
    await Promise.all(shape.gateways.map((gateway) => cluster.startGateway(gateway)));
    await Promise.all(shape.agents.map((agent) => this.startAgent(agent)));
    await this.#until('a master leads', async () => (await this.leader()) !== undefined);
    await this.#until('gateways follow', () =>
      [...cluster.gateways.values()].every(({ output }) => output.includes('"message":"leader followed"')),
    );
  }

  async eventually(what: string, condition: () => boolean, deadlineMs: number): Promise<void> {
    if (!(await until(condition, deadlineMs))) throw new Error(`not within ${deadlineMs} ms: ${what}`);
  }

  async leader(): Promise<string | undefined> {
    const { masters, masterAddresses, addresses } = this.cluster;
    const leading = await leadingMaster(masterAddresses);
    return [...masters.keys()].find((name) => addresses.get(name) === leading);
  }

  async killMaster(name: string): Promise<void> {
    await this.#master(name).kill();
  }

  async pauseMaster(name: string): Promise<void> {
    this.#master(name).pause();
  }

  async resumeMaster(name: string): Promise<void> {
    this.#master(name).resume();
  }

  async restartMaster(name: string): Promise<void> {
    await this.#master(name).start();
  }

  async handOverMaster(name: string): Promise<void> {
    await this.#master(name).cycle();
  }

  async startAgent({ name, resources }: AgentShape): Promise<void> {
    await this.cluster.startAgent({ name, resources: withoutDetection(resources) });
  }

  async killAgent(name: string): Promise<void> {
    await this.#agent(name).kill();
  }

  async restartAgent(name: string): Promise<void> {
    await this.#agent(name).start();
  }

  async tasksRunningOn(name: string): Promise<number> {
    return new Set(taskProcesses(this.cluster.agentDir(name)).map(({ launchId }) => launchId)).size;
  }

  async killGateway(name: string): Promise<void> {
    await this.#gateway(name).kill();
  }

  async restartGateway(name: string): Promise<void> {
    await this.#gateway(name).start();
  }

  async killAllocator(): Promise<void> {
    await required(this.cluster.allocators.get('allocator'), 'allocator').kill();
  }

  async restartAllocator(): Promise<void> {
    await required(this.cluster.allocators.get('allocator'), 'allocator').start();
  }

  async order(query: WorldOrder): Promise<readonly OperatorAnswer[]> {
    const orders = new GatewayOrders(required(this.cluster.gatewayAddresses[0], 'a gateway'));
    try {
      return await orders.order(query);
    } finally {
      orders.close();
    }
  }

  scheduler(name: string, shape: SchedulerShape = {}): TestScheduler {
    const { addresses, gatewayAddresses } = this.cluster;
    const dial = dialRealGateways(this.#clock, (gateway) =>
      required(gateway === undefined ? gatewayAddresses[0] : addresses.get(gateway), 'address of the gateway'),
    );
    const scheduler = new RawScheduler(name, shape, { dial, clock: this.#clock, now: () => this.now });
    this.#schedulers.push(scheduler);
    return scheduler;
  }

  workload(name: string, tasks: readonly WorkloadTask[]): Workload {
    const workload = new RealWorkload(name, this.cluster.gatewayAddresses, tasks);
    this.#workloads.push(workload);
    return workload;
  }

  /** Ends every process. What they wrote is kept only when `PARLEY_KEEP_WORLDS` is set. */
  async [Symbol.asyncDispose](): Promise<void> {
    for (const scheduler of this.#schedulers) scheduler.vanish();
    await Promise.all(this.#workloads.map((workload) => workload.left()));
    await this.#cluster?.stop();
    if (process.env['PARLEY_KEEP_WORLDS'] === undefined) rmSync(this.#folder, { recursive: true, force: true });
  }

  async #until(what: string, condition: () => boolean | Promise<boolean>): Promise<void> {
    if (!(await until(condition, START_DEADLINE_MS))) throw new Error(`not within ${START_DEADLINE_MS} ms: ${what}`);
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

/** Real agents detect what is not named; here that is nothing. */
function withoutDetection(resources: string): string {
  const absent = { cpus: 'cpus:0', mem: 'mem:0', disk: 'disk:0', ports: 'ports:[]' };
  const missing = Object.entries(absent).filter(([name]) => !`;${resources}`.includes(`;${name}:`));
  return [resources, ...missing.map(([, text]) => text)].join(';');
}

/** Short times everywhere, so that nobody waits for what takes a minute in production. */
function flagsOf(shape: ClusterShape): NonNullable<LocalClusterOptions['flags']> {
  const ms = (value: number): string => `${value}ms`;
  return {
    master: {
      'lease-ttl': ms(shape.leaseTtlMs ?? 2_000),
      ...(shape.offerTimeoutMs === undefined ? {} : { 'offer-timeout': ms(shape.offerTimeoutMs) }),
      ...(shape.pingMs === undefined ? {} : { ping: ms(shape.pingMs) }),
      ...(shape.pingsMissedMax === undefined ? {} : { 'pings-missed-max': String(shape.pingsMissedMax) }),
      ...(shape.disconnectGraceMs === undefined ? {} : { 'disconnect-grace': ms(shape.disconnectGraceMs) }),
      ...(shape.refuseMs === undefined ? {} : { refuse: ms(shape.refuseMs) }),
    },
  };
}
