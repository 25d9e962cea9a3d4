import type { LaunchOperation, Offer } from '@parley/common/contract';
import type { AgentId, TaskId } from '@parley/common/kernel';
import type { Resources } from '@parley/common/resources';
import type { CommandInfo, KillPolicy, Label, StatusReason, TaskInfo, TaskState } from '@parley/common/tasks';
import { toTaskId } from '../ids';

/**
 * When a task that came to nothing is launched again, under a new task id:
 * - `never`: the author hears of every end
 * - `before-start`: when it is certain that it never began (the default)
 * - `whenever-lost`: also when it was lost with its agent, even while the agent is only away, so that it may run twice at one time
 */
export type RelaunchPolicy = 'never' | 'before-start' | 'whenever-lost';

/** A task that the framework wants to be run, on whatever agent has room. */
export interface WantedTask {
  /** Names the wish for as long as it lives, and is the task id of the first attempt. Must not be used again by the same framework. */
  readonly key: string;
  readonly name: string;
  /** Undefined: offers of every role will do. */
  readonly role: string | undefined;
  readonly resources: Resources;
  readonly command: CommandInfo;
  /** Given to the command as the file `task-data` in its sandbox; at most 16 KiB. */
  readonly data: Uint8Array;
  readonly labels: readonly Label[];
  /** Undefined: the agent's own grace. */
  readonly killPolicy: KillPolicy | undefined;
  readonly relaunch: RelaunchPolicy;
  /** Launches at most, the first included. */
  readonly attemptsMax: number;
}

/** How a wanted task ended. */
export interface TaskEnd {
  readonly key: string;
  /** `unknown`: the scheduler stopped before it heard of an end. */
  readonly state: TaskState;
  readonly reason: StatusReason | undefined;
  /** For people. */
  readonly message: string;
  /** What the task wrote to the file `status-data` in its sandbox; at most 16 KiB. */
  readonly data: Uint8Array;
  /** Undefined unless a command ended. */
  readonly exitCode: number | undefined;
  /** The last attempt's task id, which also names its sandbox; undefined when the task was never launched. */
  readonly taskId: TaskId | undefined;
  readonly agentId: AgentId | undefined;
  /** Host of the last attempt's agent; empty when the task was never launched. */
  readonly hostname: string;
  /** Launches, the first included. */
  readonly attempts: number;
}

const NO_DATA = new Uint8Array(0);

/** The task id of one attempt. Every attempt has its own, so that a late word about an earlier one is never taken for the present one. */
export function taskIdOf(wanted: WantedTask, attempt: number): TaskId {
  return toTaskId(attempt === 1 ? wanted.key : `${wanted.key}.${String(attempt)}`);
}

/** The wanted task as it is launched from an offer. */
export function toTaskInfo(wanted: WantedTask, attempt: number, offer: Offer): TaskInfo {
  return {
    taskId: taskIdOf(wanted, attempt),
    name: wanted.name,
    agentId: offer.agentId,
    resources: wanted.resources,
    command: wanted.command,
    data: wanted.data,
    labels: wanted.labels,
    killPolicy: wanted.killPolicy,
  };
}

/** The operation that launches tasks. */
export function toLaunch(tasks: readonly TaskInfo[]): LaunchOperation {
  return { operation: 'launch', tasks: tasks.map((task) => ({ task, problems: [] })) };
}

/** The end of a task that has nothing to report but a state and a sentence. */
export function plainEnd(key: string, state: TaskState, message: string): TaskEnd {
  return {
    key,
    state,
    reason: undefined,
    message,
    data: NO_DATA,
    exitCode: undefined,
    taskId: undefined,
    agentId: undefined,
    hostname: '',
    attempts: 0,
  };
}
