import type { Chance } from '../../worlds/simulated/chance';
import type { SimulatedCluster } from '../../worlds/simulated/simulated-cluster';
import type { SimulatedProcess } from '../../worlds/simulated/simulated-process';
import type { FrameworkStation } from '../frameworks/framework-station';

/** Every kind of fault that the suite must have seen at least once. */
export const FAULT_KINDS = [
  'agent crash',
  'agent crash in mid-write',
  'agent pause',
  'allocator crash',
  'allocator crash in mid-snapshot',
  'allocator pause',
  'connection lost',
  'deaf watch',
  'etcd cut off',
  'etcd restart',
  'foreign allocator',
  'framework crash',
  'framework pause',
  'gateway crash',
  'gateway pause',
  'hand-over',
  'lease expired while paused',
  'lookups unanswered',
  'master crash',
  'master crash before late write',
  'master crash in mid-launch',
  'master pause',
  'mirror difference',
  'old registration after new',
  'old stream after new',
  'one-way partition',
  'power loss',
  'resources changed',
  'slow disk',
  'slow etcd',
  'slow network',
  'torn tail',
  'transaction unknown, applied',
  'transaction unknown, applied late',
  'transaction unknown, not applied',
  'two-way partition',
  'un-synced bytes lost',
  'wall clock step',
] as const;

/** Names one kind of fault. */
export type FaultKind = (typeof FAULT_KINDS)[number];

/** Where faults strike. */
export interface FaultField {
  readonly cluster: SimulatedCluster;
  readonly frameworks: readonly FrameworkStation[];
  readonly chance: Chance;
  /** To be called when a fault has really happened. */
  count(kind: FaultKind): void;
}

/** One kind of trouble; it undoes itself after a while. */
export type Fault = (field: FaultField) => void;

/** Something that can be killed and started again. */
export interface Station {
  readonly process: SimulatedProcess | undefined;
  start(): void;
}

/** Starts a station again after a while. */
export function restartLater({ cluster, chance }: FaultField, station: Station): void {
  const soon = chance.happens(0.6);
  cluster.timeline.in(soon ? chance.between(20, 1_500) : chance.between(1_500, 25_000), () => {
    station.start();
  });
}

/** Stops a process in mid-air for a while; `resumed` is called just before it goes on. */
export function pauseAWhile(
  { cluster, chance }: FaultField,
  process: SimulatedProcess,
  resumed: () => void = () => {},
): void {
  process.pause();
  const timersLast = chance.happens(0.5);
  cluster.timeline.in(chance.happens(0.5) ? chance.between(50, 2_000) : chance.between(2_000, 15_000), () => {
    if (!process.alive) return;
    resumed();
    process.resume(timersLast);
  });
}
