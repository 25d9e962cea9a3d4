import { NO_RESOURCES } from '@parley/common/resources';
import { resourcesOf } from '../../worlds/raw-scheduler';
import type { Chance } from '../../worlds/simulated/chance';
import type { SimulatedCluster } from '../../worlds/simulated/simulated-cluster';
import { ALLOCATOR_SESSION } from '../../worlds/simulated/stream-kinds';
import { pauseAWhile, restartLater } from './fault-field';
import type { Fault } from './fault-field';

type Session = NonNullable<NonNullable<SimulatedCluster['allocator']['allocator']>['core']['session']>;
type Mirror = NonNullable<Session['mirror']>;
type Agent = NonNullable<ReturnType<Mirror['agents']['get']>>;

const allocatorCrash: Fault = (field) => {
  const { allocator } = field.cluster;
  if (allocator.process === undefined) return;
  field.count('allocator crash');
  allocator.kill();
  restartLater(field, allocator);
};

/** The session is lost, and when the next one has begun and the snapshot is on its way, the allocator crashes. */
const allocatorCrashInMidSnapshot: Fault = (field) => {
  const { allocator, network, timeline } = field.cluster;
  const connection = network.connections.find(({ kind }) => kind === ALLOCATOR_SESSION.name);
  if (connection === undefined) return;
  network.reset(connection);
  const until = timeline.now + 15_000;
  const wait = (): void => {
    const session = allocator.allocator?.core.session;
    if (timeline.now > until) return;
    if (session?.mirror === undefined || session.isLive) {
      timeline.in(1, wait);
      return;
    }
    field.count('allocator crash in mid-snapshot');
    allocator.kill();
    restartLater(field, allocator);
  };
  wait();
};

const allocatorPause: Fault = (field) => {
  const { process } = field.cluster.allocator;
  if (process === undefined) return;
  field.count('allocator pause');
  pauseAWhile(field, process);
};

/** Somebody else's allocator, which proposes nonsense, runs in place of ours for a while. */
const foreignAllocator: Fault = (field) => {
  const { allocator, timeline } = field.cluster;
  if (allocator.process === undefined) return;
  field.count('foreign allocator');
  allocator.kill();
  allocator.startForeign();
  timeline.in(field.chance.between(2_000, 20_000), () => {
    if (!allocator.isForeign) return;
    allocator.kill();
    allocator.start();
  });
};

const mirrorDifference: Fault = ({ cluster, chance, count }) => {
  if (spoilMirror(cluster, chance)) count('mirror difference');
};

/** Makes the allocator believe something wrong of one agent, as if it had a bug; false when it is in no state for it. */
export function spoilMirror({ allocator }: SimulatedCluster, chance: Chance): boolean {
  const session = allocator.process?.paused === false ? allocator.allocator?.core.session : undefined;
  const mirror = session?.isLive === true ? session.mirror : undefined;
  const agent = chance.pick([...(mirror?.agents.all() ?? [])]);
  if (mirror === undefined || agent === undefined) return false;
  allocator.tamperedWith.add(agent.agentId);
  tamper(mirror, agent, chance);
  return true;
}

function tamper(mirror: Mirror, { agentId, description, holdings }: Agent, chance: Chance): void {
  const held = chance.pick([...holdings.keys()]);
  const draw = chance.next();
  if (description === undefined || draw < 0.3) mirror.removeAgent(agentId);
  else if (draw < 0.6) mirror.setAgent({ ...description, total: resourcesOf('cpus:8;mem:512') });
  else if (held === undefined) mirror.setAgent({ ...description, standing: 'draining' });
  else {
    const { frameworkId, role } = held;
    mirror.setAllocation({ agentId, frameworkId, role, allocated: NO_RESOURCES, offered: NO_RESOURCES });
  }
}

/** Faults of the allocator. */
export const ALLOCATOR_FAULTS: readonly Fault[] = [
  allocatorCrash,
  allocatorCrashInMidSnapshot,
  allocatorPause,
  foreignAllocator,
  mirrorDifference,
];
