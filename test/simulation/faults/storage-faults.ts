import { resourcesOf } from '../../worlds/raw-scheduler';
import type { Fault, FaultField } from './fault-field';

const SLOW_SYNC = [30, 300, 3_000];
const HOUR_MS = 3_600_000;

const slowDisk: Fault = (field) => {
  const { cluster, chance } = field;
  const agent = chance.pick([...cluster.agents.values()]);
  if (agent === undefined) return;
  agent.syncMs = { least: 5, most: chance.pick(SLOW_SYNC) ?? 100 };
  field.count('slow disk');
  cluster.timeline.in(chance.between(5_000, 40_000), () => {
    agent.syncMs = { least: 0, most: 2 };
  });
};

/** A machine has less to offer for a while, maybe less than it runs. */
const resourcesChanged: Fault = (field) => {
  const { cluster, chance } = field;
  const agent = chance.pick([...cluster.agents.values()]);
  if (agent === undefined) return;
  agent.total = resourcesOf(chance.pick(['cpus:0.5;mem:256', 'cpus:2;mem:512', 'mem:1024']) ?? '');
  field.count('resources changed');
  cluster.timeline.in(chance.between(10_000, 60_000), () => {
    agent.total = agent.whole;
  });
};

/** Some transactions of masters end without a word about what became of them. */
const unknownTransactions: Fault = (field) => {
  const { cluster, chance } = field;
  const { troubles } = cluster.etcd;
  const kind = chance.between(1, 3);
  troubles.droppedRate = kind === 1 ? 0.4 : 0.05;
  troubles.unheardRate = kind === 2 ? 0.4 : 0.05;
  troubles.lateRate = kind === 3 ? 0.4 : 0.05;
  troubles.lateMs = chance.between(100, 6_000);
  cluster.timeline.in(chance.between(3_000, 20_000), () => {
    Object.assign(troubles, { droppedRate: 0, unheardRate: 0, lateRate: 0 });
  });
};

const slowEtcd: Fault = (field) => {
  const { cluster, chance } = field;
  cluster.etcd.troubles.delayMs = [chance.between(1, 100), chance.between(100, 1_000)];
  field.count('slow etcd');
  cluster.timeline.in(chance.between(2_000, 15_000), () => {
    cluster.etcd.troubles.delayMs = [1, 3];
  });
};

const etcdRestart: Fault = (field) => {
  const { cluster, chance } = field;
  cluster.etcd.stop();
  field.count('etcd restart');
  cluster.timeline.in(chance.between(500, 12_000), () => {
    cluster.etcd.start();
  });
};

function someClient({ cluster, chance }: FaultField) {
  return chance.pick([...cluster.masters.values()])?.etcdClient;
}

const deafWatch: Fault = (field) => {
  const client = someClient(field);
  if (client === undefined) return;
  client.deaf = true;
  field.count('deaf watch');
  field.cluster.timeline.in(field.chance.between(2_000, 30_000), () => {
    client.deaf = false;
  });
};

const etcdCutOff: Fault = (field) => {
  const client = someClient(field);
  if (client === undefined) return;
  client.cut = field.chance.pick(['calls', 'answers', 'both'] as const) ?? 'both';
  field.count('etcd cut off');
  field.cluster.timeline.in(field.chance.between(500, 15_000), () => {
    client.cut = 'none';
  });
};

const wallClockStep: Fault = (field) => {
  const { cluster, chance } = field;
  const stations = [...cluster.masters.values(), ...cluster.agents.values()];
  const host = chance.pick(stations)?.host;
  if (host === undefined) return;
  host.wallOffsetMs += chance.between(-24 * HOUR_MS, 24 * HOUR_MS);
  field.count('wall clock step');
};

/** Faults of machines' disks, sizes and clocks, and of etcd. */
export const STORAGE_FAULTS: readonly Fault[] = [
  slowDisk,
  resourcesChanged,
  unknownTransactions,
  slowEtcd,
  etcdRestart,
  deafWatch,
  etcdCutOff,
  wallClockStep,
];
