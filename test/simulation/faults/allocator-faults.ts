import { NO_RESOURCES } from '@parley/common/resources';
import { resourcesOf } from '../../worlds/raw-scheduler';
import { ALLOCATOR_SESSION } from '../../worlds/simulated/stream-kinds';
import { pauseAWhile, restartLater } from './fault-field';
import type { Fault, FaultField } from './fault-field';

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

/** The allocator believes something wrong of one agent, as if it had a bug. */
const mirrorDifference: Fault = ({ cluster, chance, count }: FaultField) => {
  const { allocator } = cluster;
  const session = allocator.allocator?.core.session;
  const mirror = session?.isLive === true && allocator.process?.paused === false ? session.mirror : undefined;
  const agent = chance.pick([...(mirror?.agents.all() ?? [])].filter(({ description }) => description !== undefined));
  if (mirror === undefined || agent?.description === undefined) return;
  const { agentId, description } = agent;
  const holding = chance.pick([...agent.holdings.keys()]);
  allocator.tamperedWith.add(agentId);
  count('mirror difference');
  const draw = chance.next();
  if (draw < 0.3) mirror.removeAgent(agentId);
  else if (draw < 0.6) mirror.setAgent({ ...description, total: resourcesOf('cpus:8;mem:512') });
  else if (holding !== undefined) {
    const { frameworkId, role } = holding;
    mirror.setAllocation({ agentId, frameworkId, role, allocated: NO_RESOURCES, offered: NO_RESOURCES });
  } else mirror.setAgent({ ...description, standing: 'draining' });
};

/** Faults of the allocator. */
export const ALLOCATOR_FAULTS: readonly Fault[] = [
  allocatorCrash,
  allocatorCrashInMidSnapshot,
  allocatorPause,
  foreignAllocator,
  mirrorDifference,
];
