import type { StatusReason, TaskState } from '@parley/common/tasks';
import type { RelaunchPolicy } from './wanted-task';

/** What is known of an attempt when it is decided whether there will be another. */
export interface Fate {
  readonly state: TaskState;
  readonly reason: StatusReason | undefined;
  /** Whether the attempt was ever heard to be starting or running. */
  readonly started: boolean;
  readonly attempt: number;
  /** Whether somebody asked for the task's end. */
  readonly killWanted: boolean;
}

/** Whether an attempt with this fate is over, as far as the framework is concerned, and another one is to be made. */
export function mayRelaunch(policy: RelaunchPolicy, attemptsMax: number, fate: Fate): boolean {
  if (policy === 'never' || fate.killWanted || fate.attempt >= attemptsMax) return false;
  switch (fate.state) {
    case 'dropped':
    case 'lost':
    case 'gone':
    case 'gone-by-operator':
    case 'unknown':
      return !fate.started || policy === 'whenever-lost';
    case 'unreachable':
      return policy === 'whenever-lost';
    case 'failed':
      return policy === 'whenever-lost' && fate.reason === 'executor-terminated';
    default:
      return false;
  }
}
