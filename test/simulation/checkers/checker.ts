import type { FrameworkId } from '@parley/common/kernel';
import type { SimulatedCluster } from '../../worlds/simulated/simulated-cluster';
import type { Happening } from '../../worlds/simulated/surroundings';
import type { History } from '../history';

/** What checkers look at: the real states of the composed services, and what really happened. */
export interface Evidence {
  readonly cluster: SimulatedCluster;
  readonly history: History;
  /** When the last fault was over; undefined while faults strike. */
  quietSince(): number | undefined;
}

/** Watches over one invariant for one run. Each method returns what is wrong, or undefined. */
export interface Checker {
  readonly name: string;
  /** Called for everything that services observe, when it happens. */
  happened?(happening: Happening): string | undefined;
  /** Called after every step; must be cheap. */
  everyStep?(): string | undefined;
  /** Called after steps in which something happened. */
  look?(): string | undefined;
  /** Called once, when faults have stopped and the cluster has come to rest. */
  atRest?(): string | undefined;
}

/** Makes a checker for one run. */
export type CheckerMaker = (evidence: Evidence) => Checker;

/** Whether a framework is gone for good: a master said so, or its registry does not have it although no master lived to say so. */
export function isFinished({ cluster, history }: Evidence, frameworkId: FrameworkId): boolean {
  if (history.framework(frameworkId).finishedAt !== undefined) return true;
  const known = cluster.leader?.master?.core.term.cluster.frameworks;
  return known !== undefined && !known.has(frameworkId);
}
