import { DEFAULT_SETTINGS } from '@parley/master';
import { SimulatedEtcd } from '@parley/master/testing';
import type { AgentShape, ClusterShape } from '../world';
import { Chance } from './chance';
import { EventLog } from './event-log';
import { ALLOCATOR_ADDRESS, SimulatedAllocator } from './simulated-allocator';
import { SimulatedAgent } from './simulated-agent';
import { SimulatedGateway } from './simulated-gateway';
import { masterAddress, SimulatedMaster } from './simulated-master';
import { SimulatedNetwork } from './simulated-network';
import { Surroundings } from './surroundings';
import { Timeline } from './timeline';

/** How long the leader key outlives its leader unless a shape says otherwise, in milliseconds. */
const LEASE_TTL_MS = 2_000;

/** A whole cluster in one process and one queue: every service as it is composed in production, over a simulated network, etcd, disks and clocks. */
export class SimulatedCluster {
  readonly timeline = new Timeline();
  readonly network: SimulatedNetwork;
  readonly around: Surroundings;
  readonly etcd: SimulatedEtcd;
  readonly masters: ReadonlyMap<string, SimulatedMaster>;
  readonly gateways: ReadonlyMap<string, SimulatedGateway>;
  readonly allocator: SimulatedAllocator;
  readonly agents = new Map<string, SimulatedAgent>();
  readonly #addresses: readonly string[];

  constructor(
    seed: number,
    shape: ClusterShape,
    readonly log: EventLog = new EventLog(),
  ) {
    this.network = new SimulatedNetwork(this.timeline, Chance.of(seed, 'network'), log);
    this.around = new Surroundings(seed, { timeline: this.timeline, log, network: this.network });
    const etcdProcess = this.around.process(this.around.host('etcd'), 'etcd');
    this.etcd = new SimulatedEtcd({ clock: etcdProcess.process.clock, random: etcdProcess.chance.random });
    this.allocator = new SimulatedAllocator(this.around);
    const { masters, gateways, agents } = shape;
    this.#addresses = masters.map(masterAddress);
    const options = { etcd: this.etcd, settings: settingsOf(shape), leaseTtlMs: shape.leaseTtlMs ?? LEASE_TTL_MS };
    this.masters = new Map(masters.map((name) => [name, new SimulatedMaster(name, this.around, options)]));
    this.gateways = new Map(gateways.map((name) => [name, new SimulatedGateway(name, this.around, this.#addresses)]));
    for (const agent of agents) this.addAgent(agent);
  }

  /** Starts everything. */
  start(): void {
    this.allocator.start();
    for (const master of this.masters.values()) master.start();
    for (const gateway of this.gateways.values()) gateway.start();
    for (const agent of this.agents.values()) agent.start();
  }

  addAgent(shape: AgentShape): SimulatedAgent {
    const agent = new SimulatedAgent(shape, this.around, this.#addresses);
    this.agents.set(shape.name, agent);
    return agent;
  }

  /** The master that leads by its own lease. */
  get leader(): SimulatedMaster | undefined {
    return [...this.masters.values()].find(({ leads }) => leads);
  }

  /** Whether the leader offers this agent's resources. */
  isRegistered(agent: SimulatedAgent): boolean {
    const cluster = this.leader?.master?.core.term.cluster;
    const known = agent.agentId === undefined ? undefined : cluster?.agents.get(agent.agentId);
    return known?.lifecycle.state === 'active' && known.link !== undefined;
  }
}

function settingsOf(shape: ClusterShape): typeof DEFAULT_SETTINGS {
  const { offerTimeoutMs, pingMs, pingsMissedMax, disconnectGraceMs, refuseMs } = shape;
  return {
    ...DEFAULT_SETTINGS,
    allocatorAddress: ALLOCATOR_ADDRESS,
    ...(offerTimeoutMs === undefined ? {} : { offerTimeoutMs }),
    ...(pingMs === undefined ? {} : { pingMs }),
    ...(pingsMissedMax === undefined ? {} : { pingsMissedMax }),
    ...(disconnectGraceMs === undefined ? {} : { disconnectGraceMs }),
    ...(refuseMs === undefined ? {} : { refuseMs }),
  };
}
