import { after } from '@parley/common/kernel';
import { composeMaster } from '@parley/master';
import type { Coordination, Master, MasterSettings } from '@parley/master';
import { simulatedCoordination } from '@parley/master/testing';
import type { SimulatedEtcd, SimulatedEtcdClient } from '@parley/master/testing';
import type { Chance } from './chance';
import type { SimulatedHost, SimulatedProcess } from './simulated-process';
import { AGENT_LINK, ALLOCATOR_SESSION, GATEWAY_LINK } from './stream-kinds';
import type { Surroundings } from './surroundings';

/** How soon a supervisor starts an instance again that ended by itself. */
const RESTART_MS = { least: 100, most: 1_000 };
/** What a planned end takes at most: to settle the write in flight, and to give the lease back. */
const HAND_OVER_MS = 2_100;

/** Where peers reach a master. */
export function masterAddress(name: string): string {
  return `${name}:5050`;
}

/** What all masters of a world are told. */
export interface MasterOptions {
  readonly etcd: SimulatedEtcd;
  readonly settings: MasterSettings;
  readonly leaseTtlMs: number;
}

interface Run {
  readonly process: SimulatedProcess;
  readonly coordination: Coordination;
  readonly client: SimulatedEtcdClient;
  readonly chance: Chance;
  /** Set once this instance was elected. */
  master: Master | undefined;
}

/** A master's machine, the instance that runs on it, and the supervisor that starts it again whenever it ends by itself. */
export class SimulatedMaster {
  readonly host: SimulatedHost;
  #run: Run | undefined;
  readonly #chance: Chance;

  constructor(
    readonly name: string,
    private readonly around: Surroundings,
    private readonly options: MasterOptions,
  ) {
    this.host = around.host(name);
    this.#chance = around.chance(`${name} supervisor`);
  }

  get running(): boolean {
    return this.#run !== undefined;
  }

  get process(): SimulatedProcess | undefined {
    return this.#run?.process;
  }

  /** The connection to etcd of the instance that runs, for faults. */
  get etcdClient(): SimulatedEtcdClient | undefined {
    return this.#run?.client;
  }

  /** The term of the instance that runs, if it was elected; whether it still leads is another question. */
  get master(): Master | undefined {
    return this.#run?.master;
  }

  /** Whether the instance leads by its own lease. */
  get leads(): boolean {
    const run = this.#run;
    return run?.master !== undefined && !run.process.paused && run.coordination.leader().leading;
  }

  start(): void {
    if (this.#run !== undefined) return;
    const { around, name, options } = this;
    const { process, chance } = around.process(this.host, 'master');
    const { coordination, client } = simulatedCoordination(options.etcd, {
      instanceId: process.name,
      clock: process.clock,
      leaseTtlMs: options.leaseTtlMs,
    });
    const run: Run = { process, coordination, client, chance, master: undefined };
    this.#run = run;
    around.network.answersLookups(process, masterAddress(name), () => coordination.leader());
    coordination.campaign(masterAddress(name), {
      elected: (epoch, snapshot) => {
        run.master = this.#lead(run, { epoch, snapshot });
      },
      lost: (because) => {
        this.#exit(run, because);
      },
      written: (writeId, outcome) => {
        run.master?.registryWritten(writeId, outcome);
      },
    });
  }

  /** `kill -9`. */
  kill(): void {
    const run = this.#run;
    if (run === undefined) return;
    this.#run = undefined;
    run.process.kill();
    run.client.close();
    run.master?.stop();
  }

  /** SIGTERM: hands leadership over, ends, and is started again. */
  handOver(): void {
    const run = this.#run;
    if (run === undefined) return;
    run.process.run('message', () => {
      if (run.coordination.leader().leading) void run.master?.handOver();
      // The word of it is said in the same slice of time: nothing that takes time stands between the two.
      run.process.clock.at(after(run.process.clock.now(), 1), () => {
        void run.coordination.resign();
      });
    });
    this.around.timeline.in(HAND_OVER_MS, () => {
      this.#exit(run, 'handed over');
    });
  }

  #lead(run: Run, term: Parameters<typeof composeMaster>[2]): Master {
    const { around, name } = this;
    const { process, coordination, chance } = run;
    return composeMaster(
      this.options.settings,
      {
        clock: process.clock,
        random: chance.random,
        coordination,
        agents: around.network.served(AGENT_LINK, process, masterAddress(name)),
        gateways: around.network.served(GATEWAY_LINK, process, masterAddress(name)),
        allocator: around.network.dialled(ALLOCATOR_SESSION, process),
        observe: (event) => {
          around.tell({ of: 'master', name, event });
        },
        abandon: (because) => {
          this.#exit(run, because);
        },
      },
      term,
    );
  }

  /** The instance ends by itself; its supervisor starts another. */
  #exit(run: Run, because: string): void {
    if (this.#run !== run) return;
    this.around.log.note(`${this.around.timeline.now} ${run.process.name} exits: ${because}`);
    this.kill();
    this.around.timeline.in(this.#chance.between(RESTART_MS.least, RESTART_MS.most), () => {
      this.start();
    });
  }
}
