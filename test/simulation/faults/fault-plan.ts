import { ALLOCATOR_FAULTS } from './allocator-faults';
import type { Fault, FaultField } from './fault-field';
import { NETWORK_FAULTS } from './network-faults';
import { PROCESS_FAULTS } from './process-faults';
import { STORAGE_FAULTS } from './storage-faults';

const ALL: readonly Fault[] = [...PROCESS_FAULTS, ...ALLOCATOR_FAULTS, ...NETWORK_FAULTS, ...STORAGE_FAULTS];

/** Mean pauses between two faults, in milliseconds; each run has one. */
const PACES = [1_500, 4_000, 10_000];

/** What strikes in one run: some kinds of faults only, so that runs differ, at the run's own pace. */
export class FaultPlan {
  readonly #faults: readonly Fault[];
  readonly #pauseMs: number;
  #over = false;

  constructor(private readonly field: FaultField) {
    const { chance } = field;
    const share = chance.pick([0.15, 0.4, 1]) ?? 1;
    const chosen = ALL.filter(() => chance.happens(share));
    this.#faults = chosen.length > 0 ? chosen : ALL;
    this.#pauseMs = chance.pick(PACES) ?? 4_000;
  }

  /** Begins to strike. */
  begin(): void {
    const { cluster, chance } = this.field;
    cluster.timeline.in(chance.between(1, 2 * this.#pauseMs), () => {
      if (this.#over) return;
      chance.pick(this.#faults)?.(this.field);
      this.begin();
    });
  }

  /** Faults stop, and whatever they did is undone. What was arranged before to undo itself later does no harm. */
  heal(): void {
    this.#over = true;
    const { cluster, frameworks } = this.field;
    const { network, etcd } = cluster;
    network.heal();
    Object.assign(network.weather, { delayLeastMs: 1, delayMostMs: 3, lookupsLost: 0 });
    etcd.start();
    Object.assign(etcd.troubles, { delayMs: [1, 3], droppedRate: 0, unheardRate: 0, lateRate: 0 });
    for (const agent of cluster.agents.values()) {
      agent.syncMs = { least: 0, most: 2 };
      agent.total = agent.whole;
    }
    for (const master of cluster.masters.values()) {
      if (master.etcdClient !== undefined) Object.assign(master.etcdClient, { deaf: false, cut: 'none' });
    }
    if (cluster.allocator.isForeign) cluster.allocator.kill();
    const stations = [
      ...cluster.masters.values(),
      ...cluster.gateways.values(),
      ...cluster.agents.values(),
      cluster.allocator,
      ...frameworks,
    ];
    for (const station of stations) {
      station.process?.resume(false);
      station.start();
    }
  }
}
