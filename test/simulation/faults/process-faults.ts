import type { SimulatedAgent } from '../../worlds/simulated/simulated-agent';
import { pauseAWhile, restartLater } from './fault-field';
import type { Fault, FaultField } from './fault-field';

/** One of the agents that run. */
function someAgent({ cluster, chance }: FaultField): SimulatedAgent | undefined {
  return chance.pick([...cluster.agents.values()].filter(({ running }) => running));
}

/** Mostly the leader, since the others have less to lose. */
function someMaster({ cluster, chance }: FaultField) {
  const running = [...cluster.masters.values()].filter(({ process }) => process?.paused === false);
  return chance.happens(0.7) ? cluster.leader : chance.pick(running);
}

const masterCrash: Fault = (field) => {
  const master = someMaster(field);
  if (master === undefined) return;
  field.count('master crash');
  master.kill();
  restartLater(field, master);
};

/** The leader has just launched something, and crashes before everybody has heard of it. */
const masterCrashInMidLaunch: Fault = (field) => {
  const { cluster, chance } = field;
  const until = cluster.timeline.now + 10_000;
  let struck = false;
  cluster.around.listen(({ of, name, event }) => {
    if (struck || of !== 'master' || event.event !== 'task-launched' || cluster.timeline.now > until) return;
    struck = true;
    cluster.timeline.in(chance.between(0, 6), () => {
      const master = cluster.masters.get(name);
      if (master?.process === undefined) return;
      field.count('master crash in mid-launch');
      master.kill();
      restartLater(field, master);
    });
  });
};

/** The leader crashes while a transaction of its is on its way, which takes effect when another leads. */
const masterCrashBeforeLateWrite: Fault = (field) => {
  const { cluster, chance } = field;
  const { etcd, timeline } = cluster;
  const late = etcd.counts.late;
  const until = timeline.now + 10_000;
  Object.assign(etcd.troubles, { lateRate: 1, lateMs: chance.between(3_000, 9_000) });
  const wait = (): void => {
    if (etcd.counts.late === late && timeline.now < until) {
      timeline.in(1, wait);
      return;
    }
    etcd.troubles.lateRate = 0;
    const { leader } = cluster;
    if (etcd.counts.late === late || leader === undefined) return;
    field.count('master crash before late write');
    leader.kill();
    restartLater(field, leader);
  };
  wait();
};

const masterPause: Fault = (field) => {
  const master = someMaster(field);
  const process = master?.process;
  if (master === undefined || process === undefined) return;
  const led = master.leads;
  field.count('master pause');
  pauseAWhile(field, process, () => {
    const leader = field.cluster.leader;
    if (led && leader !== undefined && leader !== master) field.count('lease expired while paused');
  });
};

const handOver: Fault = (field) => {
  const { leader } = field.cluster;
  if (leader === undefined) return;
  field.count('hand-over');
  leader.handOver();
};

const agentCrash: Fault = (field) => {
  const agent = someAgent(field);
  if (agent === undefined) return;
  const unsynced = agent.disk.unsyncedCount;
  const kept = field.chance.between(0, unsynced);
  field.count('agent crash');
  if (kept < unsynced) field.count('un-synced bytes lost');
  if (kept > 0 && kept < unsynced) field.count('torn tail');
  agent.kill(kept);
  restartLater(field, agent);
};

/** Waits for the moment at which the agent has something to lose. */
const agentCrashInMidWrite: Fault = (field) => {
  const agent = someAgent(field);
  if (agent === undefined) return;
  const { timeline } = field.cluster;
  const until = timeline.now + 10_000;
  const wait = (): void => {
    if (!agent.running || timeline.now > until) return;
    if (agent.disk.unsyncedCount < 2) {
      timeline.in(1, wait);
      return;
    }
    const kept = field.chance.between(0, agent.disk.unsyncedCount - 1);
    field.count('agent crash in mid-write');
    field.count('un-synced bytes lost');
    if (kept > 0) field.count('torn tail');
    agent.kill(kept);
    restartLater(field, agent);
  };
  wait();
};

const agentPause: Fault = (field) => {
  const process = someAgent(field)?.process;
  if (process === undefined) return;
  field.count('agent pause');
  pauseAWhile(field, process);
};

const powerLoss: Fault = (field) => {
  const agent = someAgent(field);
  if (agent === undefined) return;
  field.count('power loss');
  agent.losePower();
  restartLater(field, agent);
};

const gatewayCrash: Fault = (field) => {
  const gateway = field.chance.pick([...field.cluster.gateways.values()]);
  if (gateway?.process === undefined) return;
  field.count('gateway crash');
  gateway.kill();
  restartLater(field, gateway);
};

const gatewayPause: Fault = (field) => {
  const process = field.chance.pick([...field.cluster.gateways.values()])?.process;
  if (process === undefined) return;
  field.count('gateway pause');
  pauseAWhile(field, process);
};

const frameworkCrash: Fault = (field) => {
  const framework = field.chance.pick(field.frameworks);
  if (framework?.process === undefined) return;
  field.count('framework crash');
  framework.kill();
  restartLater(field, framework);
};

const frameworkPause: Fault = (field) => {
  const process = field.chance.pick(field.frameworks)?.process;
  if (process === undefined) return;
  field.count('framework pause');
  pauseAWhile(field, process);
};

/** Faults of processes and of the machines they run on. */
export const PROCESS_FAULTS: readonly Fault[] = [
  masterCrash,
  masterCrashInMidLaunch,
  masterCrashBeforeLateWrite,
  masterPause,
  handOver,
  agentCrash,
  agentCrashInMidWrite,
  agentPause,
  powerLoss,
  gatewayCrash,
  gatewayPause,
  frameworkCrash,
  frameworkPause,
];
