import type { AgentId, LaunchId, TaskId, Traceparent, WallMs } from '../kernel';
import type { TaskState } from './task-state';

/** Every source of a status, for codecs and generators. */
export const STATUS_SOURCES = ['master', 'agent', 'executor'] as const;

/** Who made a status. */
export type StatusSource = (typeof STATUS_SOURCES)[number];

/**
 * Every reason this product gives, in the order of a task's life, for codecs and generators (mesos-semantics §2.1, table of reasons):
 * - `task-invalid`: a launch broke a rule of §5.3 (error)
 * - `invalid-offers`: a launch named offers that cannot be used together, or any more (dropped)
 * - `agent-disconnected`: the offer's agent has no link at this moment (dropped)
 * - `agent-removed`: the agent left or fell silent (dropped, lost, unreachable)
 * - `agent-removed-by-operator`: an operator declared the agent gone (gone-by-operator)
 * - `agent-restarted`: the launch did not survive a restart of the agent or its host (dropped, gone)
 * - `agent-reregistered`: an unreachable agent is back; the status repeats the task's present state
 * - `resources-unknown`: the agent has no such free resources (dropped)
 * - `framework-removed`: the task's framework is gone for good (killed)
 * - `task-killed-during-launch`: killed before it started (killed)
 * - `task-replaced`: a launch with a higher launch id has the same task id (killed)
 * - `container-launch-failed`: sandbox, supervisor or program could not be started (failed)
 * - `executor-terminated`: the executor or supervisor died without a result (failed, dropped)
 * - `reconciliation`: an answer to a question, or what an agent misses of what the master knew
 * - `quota-limit`: a limit of the role or of one above it does not allow the task at present (dropped)
 */
export const STATUS_REASONS = [
  'task-invalid',
  'invalid-offers',
  'agent-disconnected',
  'agent-removed',
  'agent-removed-by-operator',
  'agent-restarted',
  'agent-reregistered',
  'resources-unknown',
  'framework-removed',
  'task-killed-during-launch',
  'task-replaced',
  'container-launch-failed',
  'executor-terminated',
  'reconciliation',
  'quota-limit',
] as const;

/** Why a status was produced, beyond what its state says; see {@link STATUS_REASONS}. A command that merely failed has no reason. */
export type StatusReason = (typeof STATUS_REASONS)[number];

/** One report about a task, as it travels from the executor by agent and master to the framework. */
export interface TaskStatus {
  readonly taskId: TaskId;
  /** The launch this is about. Undefined only in answers about tasks that are not known. */
  readonly launchId: LaunchId | undefined;
  /** Undefined only in answers about tasks whose agent is not known. */
  readonly agentId: AgentId | undefined;
  readonly state: TaskState;
  readonly reason: StatusReason | undefined;
  readonly source: StatusSource;
  /** For people. */
  readonly message: string;
  /** From the executor to the framework; at most 16 KiB, and never kept in histories. */
  readonly data: Uint8Array;
  /** Names the report so that it can be acknowledged; empty when no acknowledgement is wanted. */
  readonly uuid: string;
  /** When it was made, by the maker's wall clock. For display. */
  readonly timestamp: WallMs;
  /** Exit status of the command, 128 + number for a signal; absent unless a command ended. */
  readonly exitCode?: number;
  /** Context of the trace that began with the offer; empty when not traced. */
  readonly traceparent: Traceparent;
}
